import { registerPerson } from "@tsunagi/care/people/registerPerson";
import { updatePerson } from "@tsunagi/care/people/updatePerson";
import type { PersonInput } from "@tsunagi/contracts/rest/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  invent,
  NUMAZU,
  openTestHub,
  type Region,
  refusal,
  register,
  type TestHub,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
afterAll(() => hub.close());

const tryToRegister = (by: Worker, person: PersonInput, registerAnyway = false) =>
  hub.as(by, (unit) => registerPerson(unit, { person, registerAnyway }));

describe("registering a person", () => {
  it("gives the person a code and the organisation that registered them", async () => {
    const person = invent({ familyName: "仮野", familyKana: "カリノ", careLevel: "support1", phone: "000-0000" });
    const registration = await tryToRegister(region.careManager, person);
    expect(registration).toMatchObject({
      outcome: "registered",
      person: { ...person, registeredBy: "みほん居宅介護支援事業所", teams: [] },
    });
    expect("person" in registration && registration.person.code).toMatch(/^[2-9A-Z]{7}$/);
  });

  it("is for professions that bring people in, not for others, and not for administrators", async () => {
    for (const worker of [region.helper, region.commissioner, region.officeAdmin, region.operator]) {
      expect(await refusal(tryToRegister(worker, invent()))).toBe("forbidden");
    }
  });

  it("shows somebody with the same birth date and given name first, though the family name differs", async () => {
    const known = await register(hub, region.careManager, { givenName: "花子", givenKana: "ハナコ" });
    const married = invent({
      familyName: "別家",
      familyKana: "ベツヤ",
      givenKana: "はなこ",
      birthDate: known.birthDate,
    });
    const warning = await tryToRegister(region.careManager, married);
    expect(warning).toEqual({ outcome: "similar", candidates: [expect.objectContaining({ id: known.id })] });
  });

  it("shows somebody of the same name in the same municipality, though the birth date was typed otherwise", async () => {
    const names = { familyKana: "マチガイ", givenKana: "ショウジ" };
    const known = await register(hub, region.careManager, { ...names, birthDate: "1938-01-12" });
    const mistyped = invent({ familyKana: "まちがい", givenKana: "ｼｮｳｼﾞ", birthDate: "1938-01-21" });
    expect(await tryToRegister(region.careManager, mistyped)).toMatchObject({ candidates: [{ id: known.id }] });
    const elsewhere = { ...mistyped, municipality: NUMAZU };
    expect(await tryToRegister(region.careManager, elsewhere)).toMatchObject({ outcome: "registered" });
  });

  it("registers another person of the same name when told so", async () => {
    const names = { familyKana: "ドウセイ", givenKana: "イチ" };
    const known = await register(hub, region.careManager, names);
    const twin = invent({ ...names, birthDate: known.birthDate });
    expect(await tryToRegister(region.careManager, twin)).toMatchObject({ outcome: "similar" });
    const registration = await tryToRegister(region.careManager, twin, true);
    expect(registration).toMatchObject({ outcome: "registered" });
    expect("person" in registration && registration.person.id).not.toBe(known.id);
  });

  it("shows of a stranger only what it takes to recognise them, and says in their log who saw it", async () => {
    const names = { familyKana: "ヨソノ", givenKana: "ニ" };
    const known = await register(hub, region.careManager, { ...names, careLevel: "care5" });
    const again = invent({ ...names, birthDate: known.birthDate });
    const asStranger = await tryToRegister(region.physician, again);
    expect(asStranger).toMatchObject({ candidates: [{ id: known.id, careLevel: null }] });
    const asOwn = await tryToRegister(region.careManager, again);
    expect(asOwn).toMatchObject({ candidates: [{ id: known.id, careLevel: "care5" }] });
    const rows = (await hub.auditRows()).filter((row) => row.person_id === known.id);
    expect(rows.map((row) => [row.action, row.actor_staff_id])).toEqual([
      ["person.register", region.careManager.staffId],
      ["person.similarShown", region.physician.staffId],
      ["person.similarShown", region.careManager.staffId],
    ]);
  });

  it("warns the second of two who register the same person at once", async () => {
    const person = invent({ familyKana: "ドウジ" });
    const outcomes = await Promise.all(
      [region.careManager, region.visitingNurse, region.socialWorker].map((by) => tryToRegister(by, person)),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["registered", "similar", "similar"]);
  });
});

describe("changing a person's data", () => {
  it("names in the log which fields changed, never what they say", async () => {
    const before = invent({ address: "架空町1-1" });
    const person = await register(hub, region.careManager, before);
    const changed = { ...before, address: "架空町2-2", phone: "000-1111" };
    await hub.as(region.careManager, (unit) => updatePerson(unit, { personId: person.id, person: changed }));
    const [row] = (await hub.auditRows()).filter((r) => r.action === "person.update" && r.person_id === person.id);
    expect(JSON.parse(row?.detail ?? "")).toEqual({ fields: ["address", "phone"] });
  });

  it("is warned about like anybody when somebody else is registered with the new data", async () => {
    const person = await register(hub, region.careManager, { familyKana: "マエノ" });
    const moved = { ...invent({ familyKana: "アトノ", birthDate: "1941-05-05" }) };
    await hub.as(region.careManager, (unit) => updatePerson(unit, { personId: person.id, person: moved }));
    expect(await tryToRegister(region.socialWorker, moved)).toMatchObject({ candidates: [{ id: person.id }] });
  });
});
