import type { FacilityView } from "@tsunagi/contracts/rest/facilities";
import { describe, expect, it } from "vitest";
import { anotherLine, checkVacancy, vacancyOf, valuesOf } from "./vacancyForm.ts";

const lines = [{ roomType: "private", sex: "female", count: 2, availableFrom: "2026-12-01" }] as const;
const facility = (change: Partial<FacilityView> = {}): FacilityView =>
  ({
    system: "care",
    serviceType: "51",
    profile: { roomTypes: ["private", "shared"] },
    vacancy: { lines, waiting: 3, note: "見学できます" },
    ...change,
  }) as unknown as FacilityView;

describe("the form of a vacancy", () => {
  it("begins with what was reported last and sends it back", () => {
    expect(vacancyOf(valuesOf(facility()))).toEqual({ lines: [...lines], waiting: 3, note: "見学できます" });
    expect(vacancyOf(valuesOf(facility({ vacancy: null })))).toEqual({ lines: [], waiting: null, note: "" });
  });

  it("adds a room of a kind that is not there yet, and for a day service a place", () => {
    const first = valuesOf(facility()).lines;
    expect(anotherLine(facility(), first)).toMatchObject({ key: 1, roomType: "shared", sex: "any", count: "1" });
    const day = facility({ serviceType: "15", profile: { roomTypes: [] } as unknown as FacilityView["profile"] });
    expect(anotherLine(day, [])).toMatchObject({ key: 0, roomType: "place" });
  });

  it("marks what is no number, and the same kind of place said twice", () => {
    const values = valuesOf(facility());
    const [line] = values.lines;
    if (!line) throw new Error("no line");
    expect(checkVacancy({ ...values, lines: [{ ...line, count: "二" }] })).toEqual({
      "lines.0.count": "facilities.countNeeded",
    });
    expect(checkVacancy({ ...values, lines: [line, { ...line, key: 1 }] })).toEqual({ lines: "facilities.lineTwice" });
    expect(checkVacancy({ ...values, waiting: "多" })).toEqual({ waiting: "facilities.waitingNeeded" });
    expect(checkVacancy({ ...values, lines: [{ ...line, count: "２" }] })).toEqual({});
  });
});
