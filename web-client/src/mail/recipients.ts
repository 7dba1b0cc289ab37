import { mailDesks } from "@tsunagi/contracts/codes/mail";
import type { MailAddress, MailGroup, MailView, WritableGroup, WritablePerson } from "@tsunagi/contracts/rest/mail";
import type { Language } from "@tsunagi/contracts/text";

/** A recipient as chosen: where it goes, and what it is called. */
export interface Chosen {
  readonly address: MailAddress;
  /** A person's name, or the desk's. */
  readonly name: string;
  readonly organisationName: string;
}

export const keyOf = ({ address }: Pick<Chosen, "address">): string =>
  address.kind === "person"
    ? `${address.staffId} ${address.organisationId}`
    : `${address.group} ${address.organisationId}`;

/** What a desk is called: its own name, or that of a desk every organisation has. */
export const deskName = (group: MailGroup, own: string | null, language: Language): string =>
  own ?? (mailDesks.has(group) ? mailDesks.label(group, language) : "");

export const chosenPerson = ({
  staffId,
  organisationId,
  name,
  organisationName,
}: Pick<WritablePerson, "staffId" | "organisationId" | "name" | "organisationName">): Chosen => ({
  address: { kind: "person", staffId, organisationId },
  name,
  organisationName,
});

export const chosenDesk = (
  { group, name, organisationId, organisationName }: WritableGroup,
  language: Language,
): Chosen => ({
  address: { kind: "group", organisationId, group },
  name: deskName(group, name, language),
  organisationName,
});

/** Whom an answer goes to. */
export const answerTo = ({ from }: MailView): readonly Chosen[] => [chosenPerson(from)];

/** Recipients in one line, a desk named once. */
export function namesOf({ to }: MailView, language: Language): string {
  const names = to.map(({ group, groupName, name, organisationName }) =>
    group === null ? `${name}（${organisationName}）` : `${organisationName} ${deskName(group, groupName, language)}`,
  );
  return [...new Set(names)].join("、");
}
