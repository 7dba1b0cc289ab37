import { findByCode } from "@tsunagi/care/breakGlass/find";
import { saveCard } from "@tsunagi/care/emergency/saveCard";
import { handOver } from "@tsunagi/care/handover/handOver";
import { importCard, previewImport } from "@tsunagi/care/handover/importCard";
import { readPdf } from "@tsunagi/care/handover/pdf/testReader";
import type { CardItem } from "@tsunagi/contracts/codes/emergency";
import type { HandoverForm } from "@tsunagi/contracts/codes/handover";
import type { PersonId } from "@tsunagi/contracts/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  buildRegion,
  consentTo,
  hire,
  openOrganisation,
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

describe("the code on a printed card", () => {
  it.each(["a4", "wallet"] as const)("is read by a crew's camera off the %s and finds the person", async (form) => {
    await consent();
    await fill();
    const station = await openOrganisation(hub, region.operator, `みほん消防署 ${form}`, "fireDepartment");
    const crew = await hire(hub, region.operator, station, "emt");
    const { bytes } = await make(region.visitingNurse, form);
    const [code = ""] = (await readPdf(bytes)).codes;
    const { hits } = await hub.as(crew, (unit) => findByCode(unit, { code }));
    expect(hits.map((hit) => hit.personId)).toEqual([personId]);
  });

  it("is left out for those who may read the card but not change it", async () => {
    await consent();
    await fill();
    expect((await readPdf((await make(region.helper, "a4")).bytes)).codes).toEqual([]);
  });
});

describe("taking over another system's summary", () => {
  const bundleOf = async () => (await make(region.visitingNurse, "fhir")).bytes;
  const preview = (by: Worker, bytes: Buffer) => hub.as(by, (unit) => previewImport(unit, { personId, bytes }));
  const take = (by: Worker, bytes: Buffer, items: readonly CardItem[], versions: readonly string[]) =>
    hub.as(by, (unit) => importCard(unit, { personId, items, versions, bytes }));

  /** A card somebody else's hub has made, for a person whose card here is empty. */
  const fromElsewhere = async () => {
    await consent();
    await fill();
    const bytes = await bundleOf();
    ({ personId } = await teamOf(hub, "care", region.careManager, region.visitingNurse, region.helper));
    await consent();
    return bytes;
  };

  it("finds no difference to the card it was made from", async () => {
    await consent();
    await fill();
    const { differences, leftOut, samePerson } = await preview(region.visitingNurse, await bundleOf());
    expect([differences, leftOut, samePerson]).toEqual([[], [], true]);
  });

  it("shows what it would change, takes only what was chosen, and says where it came from", async () => {
    const bytes = await fromElsewhere();
    const seen = await preview(region.visitingNurse, bytes);
    expect(seen.differences.map(({ item, now, offered }) => [item, now.state, offered.state])).toEqual([
      ["allergies", "blank", "known"],
      ["contraindicated", "blank", "none"],
    ]);
    const card = await take(region.visitingNurse, bytes, ["allergies"], ["allergies:0"]);
    expect(card.sections.allergies).toMatchObject({
      content: { allergies: allergies.allergies, contraindicated: { state: "unknown" } },
      confirmed: null,
      source: { identifier: seen.source.identifier, madeBy: expect.stringContaining(region.visitingNurse.name) },
    });
    expect(await actions()).toEqual(
      expect.arrayContaining(["card.importPreviewed allowed", "card.imported allowed", "emergency.save allowed"]),
    );
    const stored = await hub.db.sql<{ imported_from: string }>("select imported_from from emergency_section");
    expect(stored.some(({ imported_from: from }) => from?.includes("identifier"))).toBe(false);
  });

  it("is refused to those who may not fill in the card, after somebody else's save, and for what is no summary", async () => {
    const bytes = await fromElsewhere();
    expect(await refusal(preview(region.helper, bytes))).toBe("forbidden");
    const content = { ...allergies, allergies: { state: "none" } } as const;
    await hub.as(region.careManager, (unit) =>
      saveCard(unit, { personId, changes: { allergies: content }, versions: { allergies: 0 }, confirm: false }),
    );
    expect(await refusal(take(region.visitingNurse, bytes, ["allergies"], ["allergies:0"]))).toBe("cardChanged");
    expect(await refusal(preview(region.visitingNurse, Buffer.from("%PDF-")))).toBe("bundleUnreadable");
    expect(await refusal(preview(region.visitingNurse, Buffer.from("{}")))).toBe("bundleUnreadable");
  });
});
