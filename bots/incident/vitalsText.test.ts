import { describe, expect, it } from "vitest";
import { readVitals } from "./vitalsText.ts";

const NONE = {
  kind: "vitals",
  systolic: null,
  diastolic: null,
  pulse: null,
  respiration: null,
  spo2: null,
  temperature: null,
  oxygen: null,
};

describe("vitals as they are typed", () => {
  it("are read in any order, in full width or not", () => {
    const typed = "ＳｐＯ２ ９１　血圧182/90 脈88 呼吸 24 体温 36.5 酸素 6";
    const values = { systolic: 182, diastolic: 90, pulse: 88, respiration: 24, spo2: 91, temperature: 36.5, oxygen: 6 };
    expect(readVitals(typed)).toEqual({ ...NONE, ...values });
  });

  it("leave out what was not measured, and take no saturation for oxygen", () => {
    expect(readVitals("SpO2 91")).toEqual({ ...NONE, spo2: 91 });
    expect(readVitals("BP 90")).toEqual({ ...NONE, systolic: 90 });
  });

  it("are refused when nothing is understood or a value cannot be", () => {
    expect(readVitals("元気です")).toBeNull();
    expect(readVitals("SpO2 910")).toBeNull();
  });
});
