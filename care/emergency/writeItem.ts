import { type CardItem, type CardSection, cardItems, cardSections } from "@tsunagi/contracts/codes/emergency";
import { fieldsOf, type ItemSpec, itemsOf } from "@tsunagi/contracts/emergencyCard";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { CardChanges, EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { admitToCard, openCard } from "./openCard.ts";
import { saveCard } from "./saveCard.ts";

interface Answer {
  readonly state: "unknown" | "none" | "known";
  readonly entries?: readonly Readonly<Record<string, string>>[];
}
type Content = Readonly<Record<string, Answer>>;

const NONE = /^(なし|無し|none)$/i;
const UNKNOWN = /^(不明|unknown)$/i;

/**
 * Writes one item in words, from the team's room (R13): none, unknown, or what there is, which joins what stands there
 * already; an item that can be there once is replaced. It is a new version that nobody has confirmed yet.
 * @throws CareError forbidden, consentMissing; cardItemForm when it takes more than words
 */
export async function writeItem(
  unit: StaffUnit,
  { personId, item, text }: { personId: PersonId; item: CardItem; text: string },
): Promise<EmergencyCardView> {
  await admitToCard(unit, "emergency.edit", personId);
  const section = sectionOf(item);
  const saved = (await openCard(unit, personId)).sections[section];
  const changes = { [section]: answered(saved?.content as Content | undefined, section, item, text) } as CardChanges;
  return saveCard(unit, { personId, changes, versions: { [section]: saved?.version ?? 0 }, confirm: false });
}

const sectionOf = (item: CardItem): CardSection => {
  const section = cardSections.codes.find((one) => itemsOf(one).some(([name]) => name === item));
  if (!section) throw new CareError("notFound");
  return section;
};

/** The section with one more answer; what was never filled in is unknown. @throws CareError cardItemForm */
export function answered(before: Content | undefined, section: CardSection, item: CardItem, text: string): Content {
  const items = itemsOf(section);
  const whole = Object.fromEntries(items.map(([name]) => [name, before?.[name] ?? { state: "unknown" as const }]));
  return { ...whole, [item]: answerOf(whole[item], items.find(([name]) => name === item)?.[1], item, text.trim()) };
}

function answerOf(before: Answer | undefined, spec: ItemSpec | undefined, item: CardItem, text: string): Answer {
  if (NONE.test(text)) return { state: "none" };
  if (UNKNOWN.test(text)) return { state: "unknown" };
  const fields = spec ? fieldsOf(spec).filter(([, { required }]) => required) : [];
  const [field] = fields;
  const standing = spec && spec.most > 1 && before?.state === "known" ? (before.entries ?? []) : [];
  const isText = field?.[1].kind === "text" || field?.[1].kind === "long";
  if (!spec || !field || !isText || fields.length > 1 || text.length > field[1].max || standing.length >= spec.most)
    throw new CareError("cardItemForm", { what: cardItems.label(item, "ja") });
  const empty = Object.fromEntries(fieldsOf(spec).map(([name]) => [name, ""]));
  return { state: "known", entries: [...standing, { ...empty, [field[0]]: text }] };
}
