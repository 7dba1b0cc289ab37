import type { PersonId } from "@tsunagi/contracts/ids";
import type { EnquirySheet, IdentifyingHit, WishInput } from "@tsunagi/contracts/rest/negotiation";
import { scopesOf } from "../consent/requireConsent.ts";
import { consentsOf } from "../consent/store.ts";
import { viewConsents } from "../consent/viewConsent.ts";
import { displayName } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { openPerson } from "../people/openPerson.ts";
import { authorise } from "../permissions/authorise.ts";
import { activeTeamOf, membersOf } from "../teams/store.ts";
import { findIdentifying, type KnownFacts } from "./identifying.ts";
import { sheetOf } from "./sheet.ts";

/** Shows the asker what in a text may tell who the person is. Nothing of the text is kept. */
export async function checkEnquiryText(
  unit: StaffUnit,
  { personId, text }: { personId: PersonId; text: string },
): Promise<{ hits: IdentifyingHit[] }> {
  const job = await authorise(unit, "negotiation.ask", { personId });
  unit.audit({ action: "negotiation.check", job, personId });
  return { hits: findIdentifying(text, await knownFacts(unit, personId)) };
}

const NO_NUMBER_YET = "-------";

/** The sheet as facilities would get it, before anything is asked. */
export async function previewEnquiry(
  unit: StaffUnit,
  { personId, wish }: { personId: PersonId; wish: WishInput },
): Promise<{ sheet: EnquirySheet; hits: IdentifyingHit[]; consented: boolean }> {
  const job = await authorise(unit, "negotiation.ask", { personId });
  unit.audit({ action: "negotiation.check", job, personId });
  const sheet = sheetOf(NO_NUMBER_YET, await openPerson(unit, personId), wish, unit.now);
  const hits = findIdentifying(wish.text, await knownFacts(unit, personId));
  return { sheet, hits, consented: (await scopesOf(unit.tx, personId)).includes("negotiation") };
}

/**
 * Lets a text pass that is given without the name. The person's and the family's own facts never pass; what only looks
 * like a name, a date or a number passes when the asker has looked at it.
 * @param texts by the field they stand in
 * @throws CareError identifyingText with a sentence for each field
 */
export async function refuseIdentifying(
  unit: Unit,
  personId: PersonId,
  texts: Readonly<Record<string, string>>,
  lookedAt: boolean,
): Promise<void> {
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  if (written.length === 0) return;
  const known = await knownFacts(unit, personId);
  const fields = written.flatMap(([path, text]) => {
    const hits = findIdentifying(text, known).filter(({ blocks }) => blocks || !lookedAt);
    if (hits.length === 0) return [];
    const words = [...new Set(hits.map((hit) => hit.text))].join("、");
    return [{ path, ja: `次の言葉を直してください：${words}`, en: `Mend these words: ${words}` }];
  });
  if (fields.length > 0) throw new CareError("identifyingText", {}, { fields });
}

async function knownFacts(unit: Unit, personId: PersonId): Promise<KnownFacts> {
  const person = await openPerson(unit, personId);
  const consents = await viewConsents(unit, personId, await consentsOf(unit.tx, personId));
  const team = await activeTeamOf(unit.tx, personId);
  const members = team ? await membersOf(unit.tx, team.id) : [];
  return {
    familyName: person.familyName,
    givenName: person.givenName,
    familyKana: person.familyKana,
    givenKana: person.givenKana,
    birthDate: person.birthDate,
    address: person.address,
    phone: person.phone,
    codes: [person.code],
    relatives: consents.flatMap(({ representative }) => (representative ? [representative.name] : [])),
    team: members.map(displayName),
  };
}
