import type { Medication } from "@tsunagi/contracts/emergencyCard";

/** Why a record could not be taken. Each has its sentence in i18n (`emergency.why_…`). */
export type Why = "unknownRecord" | "badDate" | "noName" | "noDrug" | "garbled" | "tooLong" | "newVersion";

/** A record that was not understood, as it stands in the code. */
export interface Unread {
  /** Its line in the joined text, from 1. */
  readonly line: number;
  readonly text: string;
  readonly why: Why;
}

/** A record that is no medication but says something: cautions, notes of the pharmacy or the person. */
export interface Remark {
  readonly line: number;
  readonly record: string;
  readonly text: string;
}

/** What a medication book's code says. Every line is in exactly one of `understood` and `notUnderstood`. */
export interface Notebook {
  readonly version: string;
  /** null = the code does not say whose it is. */
  readonly patient: { readonly name: string; readonly kana: string; readonly birthDate: string } | null;
  readonly medications: readonly Medication[];
  readonly remarks: readonly Remark[];
  readonly understood: readonly number[];
  readonly notUnderstood: readonly Unread[];
}

/** Why a code as a whole is of no use here. */
export type ScanProblem = "empty" | "prescription" | "foreign" | "brokenHeader" | "brokenSplit";

export type Read =
  | { readonly ok: true; readonly notebook: Notebook }
  | { readonly ok: false; readonly problem: ScanProblem };
