import { describe, expect, it } from "vitest";
import { gather } from "./gather.ts";
import type { OpenDataRow } from "./openData.ts";

const row = (businessNumber: string, serviceType: string, kind: OpenDataRow["organisation"]["kind"]): OpenDataRow => ({
  organisation: {
    name: `${businessNumber}-${serviceType}`,
    nameKana: "",
    kind,
    municipality: "222062",
    address: "",
    phone: "",
  },
  service: { system: "care", serviceType, businessNumber, capacity: null, openDays: "", note: "" },
});

describe("gather", () => {
  it("puts the services of one business number together, wherever in the file they stand", () => {
    const gathered = gather([
      row("2270000001", "11", "careProvider"),
      row("2270000002", "15", "careProvider"),
      row("2270000001", "43", "careProvider"),
    ]);
    expect(gathered.map(({ data, services }) => [data.name, services.map((s) => s.serviceType)])).toEqual([
      ["2270000001-11", ["11", "43"]],
      ["2270000002-15", ["15"]],
    ]);
  });

  it("takes the most telling kind of all its rows", () => {
    const [one] = gather([row("2270000001", "31", "careProvider"), row("2270000001", "13", "homeNursing")]);
    expect(one?.data.kind).toBe("homeNursing");
  });
});
