import { z } from "zod";
import type { CodeList } from "./codes/codeList.ts";
import { relations } from "./codes/consent.ts";
import {
  allergyKinds,
  answerStates,
  arms,
  bloodTypes,
  type CardField,
  type CardItem,
  type CardSection,
  cardFields,
  certificateKinds,
  jcsLevels,
  medicationSources,
  rhTypes,
  yes,
} from "./codes/emergency.ts";
import { calendarDate, type Language } from "./text.ts";

/** One field of the card: how it is typed, how long it may be. Empty = not said, unless it is required. */
export interface FieldSpec {
  readonly kind: "text" | "long" | "tel" | "date" | "code" | "photo";
  readonly max: number;
  readonly required?: true;
  readonly list?: CodeList<string>;
  /** Kept with the card, not typed by a person. */
  readonly hidden?: true;
}

export interface ItemSpec {
  readonly fields: Readonly<Partial<Record<CardField, FieldSpec>>>;
  /** How many there can be. */
  readonly most: number;
}

const text = (max = 100): FieldSpec => ({ kind: "text", max });
const needed = (max = 100) => ({ kind: "text", max, required: true }) as const;
const long = (max = 500): FieldSpec => ({ kind: "long", max });
const detail = { kind: "long", max: 300, required: true } as const;
const tel: FieldSpec = { kind: "tel", max: 40 };
const day: FieldSpec = { kind: "date", max: 10 };
const of = <Code extends string>(list: CodeList<Code>): FieldSpec => ({
  kind: "code",
  max: 20,
  list: list as unknown as CodeList<string>,
});
const hidden = (spec: FieldSpec): FieldSpec => ({ ...spec, hidden: true });
const one = <const Fields extends ItemSpec["fields"]>(fields: Fields) => ({ fields, most: 1 }) as const;
const several = <const Fields extends ItemSpec["fields"]>(most: number, fields: Fields) => ({ fields, most }) as const;

/** Longest photo of a face as a data URL, in characters: a JPEG of about 60 kB. */
export const PHOTO_LENGTH = 90_000;

/** Everything that stands on the card (R13), by section. Name, birth date, address and care level are the person's own. */
export const cardSpec = {
  identity: {
    photo: one({ image: { kind: "photo", max: PHOTO_LENGTH, required: true } }),
    bloodType: one({ abo: { ...of(bloodTypes), required: true }, rh: of(rhTypes) }),
  },
  contacts: {
    contacts: several(6, {
      name: needed(60),
      relation: of(relations),
      phone: { ...tel, required: true },
      phone2: tel,
      keyPerson: of(yes),
      note: text(200),
    }),
  },
  doctors: {
    doctors: several(8, { institution: needed(), department: text(40), doctor: text(60), phone: tel, main: of(yes) }),
    pharmacy: several(3, { name: needed(), phone: tel }),
  },
  conditions: {
    current: several(20, { name: needed(), since: text(40), note: text(200) }),
    history: several(20, { name: needed(), since: text(40), note: text(200) }),
  },
  medications: {
    medications: several(60, {
      name: needed(200),
      dose: text(60),
      usage: text(200),
      amount: text(40),
      dispensedOn: day,
      pharmacy: text(200),
      institution: text(200),
      prescriber: text(100),
      note: text(500),
      codeType: hidden(text(2)),
      code: hidden(text(20)),
      source: hidden(of(medicationSources)),
    }),
  },
  allergies: {
    allergies: several(20, { substance: needed(), kind: of(allergyKinds), reaction: text(200) }),
    contraindicated: several(20, { name: needed(), reason: text(200) }),
  },
  devices: {
    anticoagulant: one({ detail }),
    insulin: one({ detail }),
    steroid: one({ detail }),
    pacemaker: one({ detail }),
    dialysis: one({ arm: of(arms), detail: long(300) }),
    homeOxygen: one({ detail }),
    tracheostomy: one({ detail }),
    otherDevice: one({ detail }),
  },
  usual: {
    consciousness: one({ jcs: of(jcsLevels), detail: long(300) }),
    adl: one({ detail }),
    speech: one({ detail }),
  },
  care: {
    careManager: one({ name: needed(60), office: text(), phone: tel }),
    services: several(12, { name: needed(), office: text(), phone: tel }),
  },
  disability: {
    certificate: several(3, { kind: { ...of(certificateKinds), required: true }, grade: text(20) }),
    communication: one({ detail }),
  },
  evacuation: {
    shelter: one({ place: needed(200), route: long() }),
    supporter: several(4, { name: needed(60), relation: text(40), phone: tel }),
    help: one({ detail }),
    power: one({ detail }),
  },
  wish: {
    wish: one({
      detail: { ...detail, max: 1000 },
      writer: text(60),
      writtenOn: day,
      doctor: text(60),
      document: text(200),
    }),
  },
} as const satisfies Record<CardSection, Partial<Record<CardItem, ItemSpec>>>;

type Spec = typeof cardSpec;
type EntryOf<Item> = Item extends { fields: infer Fields } ? { readonly [F in keyof Fields]: string } : never;

/** Three answers that are never the same: nobody knows; asked, and there is none; these. */
export type AnswerOf<Entry> =
  | { readonly state: "unknown" | "none" }
  | { readonly state: "known"; readonly entries: readonly Entry[] };

export type SectionContent<S extends CardSection> = { readonly [I in keyof Spec[S]]: AnswerOf<EntryOf<Spec[S][I]>> };
export type Medication = EntryOf<Spec["medications"]["medications"]>;

/** The items of a section with what they are made of, without their names' types: for forms and renderers. */
export const itemsOf = (section: CardSection): [CardItem, ItemSpec][] =>
  Object.entries(cardSpec[section]) as [CardItem, ItemSpec][];

/** One item of a section; what is not in it has no fields. */
export const specOf = (section: CardSection, item: CardItem): ItemSpec =>
  (cardSpec[section] as Readonly<Partial<Record<CardItem, ItemSpec>>>)[item] ?? { fields: {}, most: 1 };
export const fieldsOf = (item: ItemSpec): [CardField, FieldSpec][] =>
  Object.entries(item.fields) as [CardField, FieldSpec][];

/** A face drawn anew by the browser: nothing else can be in it. */
const PHOTO = /^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/;

function fieldSchema({ kind, max, required, list }: FieldSpec): z.ZodType {
  const filled = () => {
    if (kind === "photo") return z.string().max(max).regex(PHOTO);
    if (kind === "date") return calendarDate;
    return list ? list.schema : z.string().trim().min(1).max(max);
  };
  return required ? filled() : z.union([z.literal(""), filled()]).default("");
}

function itemSchema(item: ItemSpec): z.ZodType {
  const entry = z.object(Object.fromEntries(fieldsOf(item).map(([name, spec]) => [name, fieldSchema(spec)])));
  return z.discriminatedUnion("state", [
    z.object({ state: z.enum(["unknown", "none"]) }),
    z.object({ state: z.literal("known"), entries: z.array(entry).min(1).max(item.most) }),
  ]);
}

const schemaOf = <S extends CardSection>(section: S) =>
  z.object(
    Object.fromEntries(itemsOf(section).map(([name, spec]) => [name, itemSchema(spec)])),
  ) as unknown as z.ZodType<SectionContent<S>>;

/** One schema a section. */
export const sectionSchemas = {
  identity: schemaOf("identity"),
  contacts: schemaOf("contacts"),
  doctors: schemaOf("doctors"),
  conditions: schemaOf("conditions"),
  medications: schemaOf("medications"),
  allergies: schemaOf("allergies"),
  devices: schemaOf("devices"),
  usual: schemaOf("usual"),
  care: schemaOf("care"),
  disability: schemaOf("disability"),
  evacuation: schemaOf("evacuation"),
  wish: schemaOf("wish"),
} satisfies { [S in CardSection]: z.ZodType<SectionContent<S>> };

/** A section of which nothing has been asked yet. */
export const unasked = <S extends CardSection>(section: S): SectionContent<S> =>
  Object.fromEntries(
    itemsOf(section).map(([name]) => [name, { state: answerStates.codes[0] }]),
  ) as unknown as SectionContent<S>;

/** Fields whose word says nothing without the field's name: "left" of what, "0" on which scale. */
const NAMED: readonly CardField[] = ["arm", "jcs"];

/** What a field says in an entry's line: codes by their words, a yes by the field's name, nothing for what is empty. */
export function fieldText(name: CardField, { list }: FieldSpec, value: string, language: Language): string {
  if (!list || value === "") return value;
  const label = cardFields.label(name, language);
  if (list.codes.length === 1) return label;
  const word = list.label(value, language);
  return NAMED.includes(name) ? `${label} ${word}` : word;
}
