import { type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import { cardSpec } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { describe, expect, it } from "vitest";
import { entryText } from "./card.ts";
import { blocksOf, daysSince, keyPersons, mainDoctor } from "./firstMinute.ts";

const by = { name: "見本 職員", role: "nurse", organisationName: "みほん" };

/** A card of which only these sections were filled in. */
function cardWith(contents: Partial<Record<CardSection, unknown>>): EmergencyCardView {
  const sections = Object.fromEntries(
    cardSections.codes.map((section) => [
      section,
      contents[section]
        ? { content: contents[section], version: 1, savedAt: "2026-11-01T00:00:00Z", savedBy: by, confirmed: null }
        : null,
    ]),
  );
  return { sections, lastConfirmedAt: null, due: false, may: { edit: true } } as unknown as EmergencyCardView;
}

describe("the first minute", () => {
  it("keeps what there is, what there is not, what nobody knows and what nobody filled in apart", () => {
    const devices = {
      anticoagulant: { state: "known", entries: [{ detail: "ワルファリン" }] },
      insulin: { state: "none" },
      steroid: { state: "unknown" },
    };
    const [allergies, watched] = blocksOf(cardWith({ devices }));
    expect(allergies).toMatchObject({ blank: true, known: [], none: [], unknown: [] });
    expect(watched?.known.map(({ item, entries }) => [item, entries[0]?.detail])).toEqual([
      ["anticoagulant", "ワルファリン"],
    ]);
    expect(watched?.none).toEqual(["insulin"]);
    expect(watched?.unknown).toContain("steroid");
    expect(watched?.unknown).toContain("pacemaker");
  });

  it("follows the order a crew asks in", () => {
    expect(blocksOf(cardWith({})).map(({ title }) => title)).toEqual(["allergies", "devices", "history", "usual"]);
  });

  it("names the key person and the main doctor, and the first one where nobody is marked", () => {
    const contacts = (keyPerson: string) => ({
      contacts: {
        state: "known",
        entries: [
          { name: "甲", keyPerson: "" },
          { name: "乙", keyPerson },
        ],
      },
    });
    expect(keyPersons(cardWith({ contacts: contacts("yes") })).map(({ name }) => name)).toEqual(["乙"]);
    expect(keyPersons(cardWith({ contacts: contacts("") })).map(({ name }) => name)).toEqual(["甲"]);
    expect(keyPersons(cardWith({}))).toEqual([]);
    const doctors = {
      doctors: { state: "known", entries: [{ institution: "甲" }, { institution: "乙", main: "yes" }] },
    };
    expect(mainDoctor(cardWith({ doctors }))?.institution).toBe("乙");
  });

  it("says whose word a code is: the arm of the shunt, a yes by its name", () => {
    const { dialysis } = cardSpec.devices;
    expect(entryText({ arm: "left", detail: "月水金" }, dialysis, "ja")).toBe("シャントの腕 左　月水金");
    expect(entryText({ name: "甲", keyPerson: "yes" }, cardSpec.contacts.contacts, "ja")).toBe("甲　キーパーソン");
  });

  it("counts whole days", () => {
    expect(daysSince("2026-11-01T00:00:00Z", Date.parse("2026-11-03T23:00:00Z"))).toBe(2);
    expect(daysSince("2026-11-04T00:00:00Z", Date.parse("2026-11-03T23:00:00Z"))).toBe(0);
  });
});
