import type { ja } from "./ja.ts";

type Source = typeof ja;

/** `capability.sentence`, as `ja.ts` has them. */
export type TextKey = { [Part in keyof Source]: `${Part}.${keyof Source[Part] & string}` }[keyof Source];

type SentenceOf<Key> = Key extends `${infer Part}.${infer Name}`
  ? Part extends keyof Source
    ? Name extends keyof Source[Part]
      ? Source[Part][Name]
      : never
    : never
  : never;
type HolesOf<Sentence> = Sentence extends `${string}{{${infer Hole}}}${infer Rest}` ? Hole | HolesOf<Rest> : never;
type Values<Key> = [HolesOf<SentenceOf<Key>>] extends [never]
  ? []
  : [values: Readonly<Record<HolesOf<SentenceOf<Key>>, string | number>>];

/** A key whose sentence has no holes. */
export type PlainTextKey = { [Key in TextKey]: Values<Key> extends [] ? Key : never }[TextKey];

/** The other language: the same keys, each sentence with its own words. */
export type Translation = { readonly [Part in keyof Source]: { readonly [Name in keyof Source[Part]]: string } };

/** The sentence for a key, in the language of the page; what stands in {{braces}} must be given. */
export type Translate = <Key extends TextKey>(key: Key, ...values: Values<Key>) => string;
