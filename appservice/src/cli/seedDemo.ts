import { Readable } from "node:stream";
import { recordConsent } from "@tsunagi/care/consent/recordConsent";
import { newId } from "@tsunagi/care/kernel/ids";
import type { Caller, Care, Unit } from "@tsunagi/care/kernel/unit";
import { importFile } from "@tsunagi/care/organisations/imports/runImport";
import { insertOrganisation, organisationsByNumber } from "@tsunagi/care/organisations/store";
import { registerPerson } from "@tsunagi/care/people/registerPerson";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { addAccount } from "@tsunagi/care/staff/createStaff";
import { anyStaff, insertMembership } from "@tsunagi/care/staff/store";
import { openTeam } from "@tsunagi/care/teams/openTeam";
import { consentScopes } from "@tsunagi/contracts/codes/consent";
import { careLevels } from "@tsunagi/contracts/codes/levels";
import { organisationKinds } from "@tsunagi/contracts/codes/organisationKinds";
import { recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import { roles } from "@tsunagi/contracts/codes/roles";
import type { OrganisationId, PersonId, StaffId } from "@tsunagi/contracts/ids";
import { personInput } from "@tsunagi/contracts/rest/people";
import {
  DEMO_PASSWORD,
  type DemoPerson,
  demoOrganisations,
  demoPeople,
  demoStaff,
} from "@tsunagi/prisma/seed/demoPeople";
import { demoCareFile, demoDisabilityFile } from "@tsunagi/prisma/seed/demoRegion";
import { type Offline, print } from "./offline.ts";
import { seedFacilities } from "./seedFacilities.ts";

interface Member {
  readonly staffId: StaffId;
  readonly organisationId: OrganisationId;
}

/** Fills an empty installation with the invented demo region, through the same use cases people use. */
export async function seedDemo({ care }: Offline): Promise<number> {
  if (await care.asSystem("demo", ({ tx }) => anyStaff(tx), { audited: false })) {
    print({ seed: "demo", skipped: "not empty" });
    return 0;
  }
  const organisations = await seedOrganisations(care);
  const staff = await care.asSystem("demo", (unit) => seedStaff(unit, organisations));
  const administrator = need(staff.get("admin"), "admin").staffId;
  const facilities = await seedFacilities(care, { staffId: administrator, channel: "web", correlationId: "demo" });
  for (const person of demoPeople) await seedPerson(care, staff, person);
  print({ seed: "demo", organisations: organisations.size, facilities, staff: staff.size, people: demoPeople.length });
  return 0;
}

async function seedOrganisations(care: Care): Promise<Map<string, OrganisationId>> {
  await loadDemoFile(care, "jigyosho_999.csv", demoCareFile());
  await loadDemoFile(care, "sfkopendata_202611_99.csv", demoDisabilityFile());
  return care.asSystem("demo", addOrganisations, { audited: false });
}

async function loadDemoFile(care: Care, fileName: string, text: string): Promise<void> {
  const bytes = Buffer.from(text, "utf8");
  const { rejected } = await importFile(care, { fileName, size: bytes.length, bytes: Readable.from([bytes]) });
  if (rejected > 0) throw new Error(`the demo file has ${rejected} bad rows`);
}

/** Organisations that stand in no file, and those of the files where demo staff work. */
async function addOrganisations(unit: Unit): Promise<Map<string, OrganisationId>> {
  const ids = new Map<string, OrganisationId>();
  for (const { key, kind, ...data } of demoOrganisations) {
    const organisation = { ...data, kind: organisationKinds.schema.parse(kind), address: "", phone: "" };
    ids.set(key, await insertOrganisation(unit.tx, organisation));
  }
  const numbers = demoStaff.map(({ at }) => at).filter((at) => /^\d+$/.test(at));
  for (const [number, { id }] of await organisationsByNumber(unit.tx, "care", numbers)) ids.set(number, id);
  return ids;
}

async function seedStaff(unit: Unit, organisations: ReadonlyMap<string, OrganisationId>): Promise<Map<string, Member>> {
  const staff = new Map<string, Member>();
  for (const { login, at, roles: held, family, given } of demoStaff) {
    const organisationId = need(organisations.get(at), at);
    const [first = "", ...others] = held;
    const account = await addAccount(
      unit,
      {
        organisationId,
        loginName: login,
        familyName: family[0],
        familyKana: family[1],
        givenName: given[0],
        givenKana: given[1],
        role: roles.schema.parse(first),
      },
      { password: DEMO_PASSWORD, mustChangePassword: false },
    );
    for (const role of others) {
      const id = newId("mbr");
      await insertMembership(unit.tx, {
        id,
        staffId: account.id,
        organisationId,
        role: roles.schema.parse(role),
        grantedById: null,
      });
    }
    staff.set(login, { staffId: account.id, organisationId });
    unit.audit({ action: "staff.create", subjectId: account.id, detail: { demo: true } });
  }
  return staff;
}

async function seedPerson(care: Care, staff: ReadonlyMap<string, Member>, person: DemoPerson): Promise<void> {
  const { team } = person;
  if (!team) return;
  const as = (login: string): Caller => ({
    staffId: need(staff.get(login), login).staffId,
    channel: "web",
    correlationId: "demo",
  });
  const personId = await care.asStaff(as(team.openedBy), async (unit): Promise<PersonId> => {
    const registration = await registerPerson(unit, { person: toInput(person), registerAnyway: true });
    if (registration.outcome !== "registered") throw new Error("a demo person was not registered");
    return registration.person.id;
  });
  await care.asStaff(as(team.openedBy), (unit) =>
    recordConsent(unit, {
      personId,
      consent: {
        scopes: person.scopes.map((scope) => consentScopes.schema.parse(scope)),
        givenBy: "person",
        representative: null,
        method: "paper",
        givenOn: "2026-10-01",
        documentId: null,
        note: "デモ用の架空の同意です",
      },
    }),
  );
  const members = team.members.map((login) => need(staff.get(login), login));
  await care.asStaff(as(team.openedBy), (unit) => openTeam(unit, { personId, kind: team.kind, members }));
  for (const { by, kind, text } of person.records) {
    await care.asStaff(as(by), (unit) =>
      writeRecord(unit, { personId, kind: recordKinds.schema.parse(kind), text, tellRoom: true }),
    );
  }
}

function toInput({ family, given, birthDate, sex, careLevel, address }: DemoPerson) {
  return personInput.parse({
    familyName: family[0],
    familyKana: family[1],
    givenName: given[0],
    givenKana: given[1],
    birthDate,
    sex,
    municipality: "222259",
    address,
    careLevel: careLevel === null ? null : careLevels.schema.parse(careLevel),
  });
}

function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the demo lacks ${name}`);
  return value;
}
