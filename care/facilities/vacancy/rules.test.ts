import type { VacancyLine } from "@tsunagi/contracts/rest/facilities";
import { describe, expect, it } from "vitest";
import { isStale, placesIn, withoutOne, withPlaces } from "./rules.ts";

const line = (change: Partial<VacancyLine> = {}): VacancyLine => ({
  roomType: "private",
  sex: "any",
  count: 1,
  availableFrom: null,
  ...change,
});
const woman = { roomType: null, sex: "female" } as const;

describe("withoutOne", () => {
  it("takes a place for this very sex before one for anybody, who might need it more", () => {
    const rest = withoutOne([line(), line({ sex: "female", count: 2 })], woman);
    expect(rest).toEqual([line(), line({ sex: "female", count: 1 })]);
  });

  it("leaves no line without a place", () => {
    expect(withoutOne([line()], woman)).toEqual([]);
  });

  it("gives no place meant for the other sex or another room", () => {
    expect(withoutOne([line({ sex: "male" })], woman)).toBeNull();
    expect(withoutOne([line({ roomType: "shared" })], { roomType: "private", sex: "male" })).toBeNull();
    expect(withoutOne([], woman)).toBeNull();
  });

  it("gives somebody whose sex is not known only a place for anybody", () => {
    expect(withoutOne([line({ sex: "male" })], { roomType: null, sex: null })).toBeNull();
    expect(withoutOne([line()], { roomType: null, sex: null })).toEqual([]);
  });

  it("takes what is free soonest", () => {
    const later = line({ roomType: "shared", availableFrom: "2026-12-10" });
    expect(withoutOne([later, line()], woman)).toEqual([later]);
  });
});

it("placesIn adds up all kinds", () => {
  expect(placesIn([line({ count: 2 }), line({ roomType: "shared", count: 3 })])).toBe(5);
  expect(placesIn([])).toBe(0);
});

it("isStale is true only after the whole of the setting has gone by", () => {
  const at = new Date("2026-11-01T00:00:00Z");
  expect(isStale(at, new Date("2026-11-04T00:00:00Z"), 72)).toBe(false);
  expect(isStale(at, new Date("2026-11-04T00:00:00.001Z"), 72)).toBe(true);
});

describe("withPlaces", () => {
  const lines = (said: Parameters<typeof withPlaces>[1], before: VacancyLine[], possible = ["private"] as const) =>
    withPlaces(before, said, possible);

  it("says that it is full by nought alone", () => {
    expect(lines({ count: 0 }, [line(), line({ roomType: "shared" })])).toEqual({ lines: [] });
  });

  it("takes the only kind there can be when none is named", () => {
    expect(lines({ count: 3 }, [])).toEqual({ lines: [line({ count: 3 })] });
    expect(lines({ count: 3 }, [line({ roomType: "shared", sex: "male" })])).toEqual({
      lines: [line({ roomType: "shared", sex: "male", count: 3 })],
    });
  });

  it("asks which kind is meant instead of guessing", () => {
    expect(withPlaces([], { count: 1 }, ["private", "shared"])).toEqual({
      choose: [
        { roomType: "private", sex: "any" },
        { roomType: "shared", sex: "any" },
      ],
    });
    expect(lines({ count: 1 }, [line({ sex: "female" }), line({ sex: "male" })])).toEqual({
      choose: [
        { roomType: "private", sex: "female" },
        { roomType: "private", sex: "male" },
      ],
    });
  });

  it("changes the named kind and leaves the others as they were", () => {
    const women = line({ sex: "female", count: 2 });
    expect(lines({ count: 4, roomType: "shared", sex: "male", availableFrom: "2026-12-01" }, [women])).toEqual({
      lines: [women, { roomType: "shared", sex: "male", count: 4, availableFrom: "2026-12-01" }],
    });
    expect(lines({ count: 0, sex: "female" }, [women, line({ roomType: "shared" })])).toEqual({
      lines: [line({ roomType: "shared" })],
    });
  });
});
