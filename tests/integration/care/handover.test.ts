import { saveCard } from "@tsunagi/care/emergency/saveCard";
import { handOver } from "@tsunagi/care/handover/handOver";
import type { HandoverForm } from "@tsunagi/contracts/codes/handover";
import type { PersonId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  openTestHub,
  type Region,
  refusal,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let personId: PersonId;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
beforeEach(async () => {
  ({ personId } = await teamOf(hub, "care", region.careManager, region.visitingNurse, region.helper));
});
afterAll(() => hub.close());

const allergies = {
  allergies: { state: "known", entries: [{ substance: "ペニシリン", kind: "drug", reaction: "全身のじんましん" }] },
  contraindicated: { state: "none" },
} as const;
const consent = () => consentTo(hub, region.careManager, personId, "emergency");
const fill = () =>
  hub.as(region.visitingNurse, (unit) =>
    saveCard(unit, { personId, changes: { allergies }, versions: { allergies: 0 }, confirm: true }),
  );
const make = (by: Worker, form: HandoverForm) => hub.as(by, (unit) => handOver(unit, { personId, form }));
const rows = async () => (await hub.auditRows()).filter((row) => row.person_id === personId);
const actions = async () => (await rows()).map((row) => `${row.action} ${row.outcome}`);

describe("handing over an emergency card", () => {
  it.each(["a4", "wallet", "html", "fhir"] as const)("needs consent to emergency reading (%s)", async (form) => {
    expect(await refusal(make(region.visitingNurse, form))).toBe("consentMissing");
    expect(await actions()).toContain("emergency.read denied");
    expect(await actions()).not.toContain("card.printed allowed");
  });

  it("is for those who may read the card, and for nobody else", async () => {
    await consent();
    await fill();
    expect((await make(region.helper, "a4")).mediaType).toBe("application/pdf");
    expect(await refusal(make(region.nurse, "a4"))).toBe("forbidden");
  });

  it("makes nothing of an empty card, and leaves no row of a print", async () => {
    await consent();
    expect(await refusal(make(region.visitingNurse, "a4"))).toBe("cardEmpty");
    expect(await actions()).not.toContain("card.printed allowed");
  });

  it("leaves a row with the form for each print and export, without what stands on the card", async () => {
    await consent();
    await fill();
    for (const form of ["a4", "wallet", "html", "fhir"] as const) await make(region.visitingNurse, form);
    const made = (await rows()).filter(({ action }) => action.startsWith("card."));
    expect(made.map(({ action, detail }) => [action, (JSON.parse(detail) as { form: string }).form])).toEqual([
      ["card.printed", "a4"],
      ["card.printed", "wallet"],
      ["card.printed", "html"],
      ["card.exported", "fhir"],
    ]);
    expect(made.some(({ detail }) => detail.includes("ペニシリン"))).toBe(false);
  });

  it("gives files whose names say nothing about anybody, and what their kind promises", async () => {
    await consent();
    await fill();
    const [a4, html, fhir] = [
      await make(region.visitingNurse, "a4"),
      await make(region.visitingNurse, "html"),
      await make(region.visitingNurse, "fhir"),
    ];
    expect([a4, html, fhir].every(({ fileName }) => /^(card-(a4|html)|fhir)-\d{8}\.\w+$/.test(fileName))).toBe(true);
    expect(a4.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(html.bytes.toString()).toContain("ペニシリン");
    const bundle = JSON.parse(fhir.bytes.toString()) as { entry: { resource: { resourceType: string } }[] };
    expect(bundle.entry.filter(({ resource }) => resource.resourceType === "Consent")).toHaveLength(1);
    expect(JSON.stringify(bundle)).toContain(region.visitingNurse.name);
  });
});
