import type { Medication } from "@tsunagi/contracts/emergencyCard";
import { describe, expect, it } from "vitest";
import { merge, standingOf } from "./merge.ts";

const drug = (name: string, dispensedOn: string, change: Partial<Medication> = {}): Medication => ({
  name,
  dose: "1錠",
  usage: "1日1回朝食後",
  amount: "28日分",
  dispensedOn,
  pharmacy: "みほん薬局",
  institution: "",
  prescriber: "",
  note: "",
  codeType: "",
  code: "",
  source: "qr",
  ...change,
});
const names = (list: readonly Medication[]) => list.map((one) => `${one.name} ${one.dispensedOn}`);

describe("scanned drugs", () => {
  const known = [drug("薬甲", "2026-10-01"), drug("薬乙", "2026-10-01")];

  it("are recognised when they stand on the card already, whatever width their letters have", () => {
    expect(standingOf(drug("薬甲", "2026-10-01"), known)).toBe("same");
    expect(standingOf(drug("薬甲", "2026-10-01", { dose: "１錠" }), known)).toBe("same");
  });

  it("are told newer or older by the day they were handed out", () => {
    expect(standingOf(drug("薬甲", "2026-11-01"), known)).toBe("newer");
    expect(standingOf(drug("薬甲", "2026-09-01"), known)).toBe("older");
    expect(standingOf(drug("薬丙", "2026-11-01"), known)).toBe("new");
    expect(standingOf(drug("薬甲", "2026-10-01", { usage: "1日1回就寝前" }), known)).toBe("new");
  });

  it("are the same by their code though a name is spelled otherwise", () => {
    const coded = { codeType: "4", code: "2171022F1999" };
    expect(standingOf(drug("薬", "2026-10-01", coded), [drug("くすり", "2026-10-01", coded)])).toBe("same");
    const others = { codeType: "4", code: "2171022F2999" };
    expect(standingOf(drug("薬", "2026-10-01", others), [drug("薬", "2026-10-01", coded)])).toBe("new");
  });

  it("are merged by day: newer ones take the place of older, duplicates are once, nothing else goes", () => {
    const typed = drug("市販の薬", "");
    const scanned = [drug("薬甲", "2026-11-01"), drug("薬甲", "2026-11-01"), drug("薬丙", "2026-10-15")];
    expect(names(merge([...known, typed], scanned))).toEqual([
      "薬甲 2026-11-01",
      "薬丙 2026-10-15",
      "薬乙 2026-10-01",
      "市販の薬 ",
    ]);
  });
});
