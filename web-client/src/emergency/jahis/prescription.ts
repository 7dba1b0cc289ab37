import { cardSpec, type Medication } from "@tsunagi/contracts/emergencyCard";
import type { Why } from "./notebook.ts";

interface Drug {
  readonly line: number;
  readonly text: string;
  readonly name: string;
  readonly dose: string;
  readonly codeType: string;
  readonly code: string;
}

interface Said {
  readonly line: number;
  readonly text: string;
  readonly usage: string;
  readonly amount: string;
  readonly note: string;
}

/** Where and when what follows was prescribed and handed out. */
export interface Origin {
  readonly dispensedOn: string;
  readonly pharmacy: string;
  readonly institution: string;
  readonly prescriber: string;
}

export interface Outcome {
  readonly medications: Medication[];
  readonly understood: number[];
  readonly refused: { readonly line: number; readonly text: string; readonly why: Why }[];
}

/** Drugs of one prescription by RP number, and what is said of each RP: usage, days, notes. */
export class Prescription {
  readonly #drugs = new Map<string, Drug[]>();
  readonly #said = new Map<string, Said[]>();

  get hasDrugs(): boolean {
    return this.#drugs.size > 0;
  }

  drug(rp: string, drug: Drug): void {
    this.#drugs.set(rp, [...(this.#drugs.get(rp) ?? []), drug]);
  }

  say(rp: string, said: Said): void {
    this.#said.set(rp, [...(this.#said.get(rp) ?? []), said]);
  }

  /** The medications; what is said of an RP without a drug, and what is too long for the card, is refused. */
  finish(origin: Origin): Outcome {
    const outcome: Outcome = { medications: [], understood: [], refused: [] };
    for (const [rp, drugs] of this.#drugs) {
      const said = this.#said.get(rp) ?? [];
      for (const drug of drugs) {
        const medication = assemble(drug, said, origin);
        if (fits(medication)) {
          outcome.medications.push(medication);
          outcome.understood.push(drug.line);
        } else outcome.refused.push({ line: drug.line, text: drug.text, why: "tooLong" });
      }
      outcome.understood.push(...said.map(({ line }) => line));
    }
    for (const [rp, said] of this.#said) {
      if (this.#drugs.has(rp)) continue;
      outcome.refused.push(...said.map(({ line, text }) => ({ line, text, why: "noDrug" as const })));
    }
    return outcome;
  }
}

const assemble = ({ name, dose, codeType, code }: Drug, said: readonly Said[], origin: Origin): Medication => ({
  name,
  dose,
  usage: joined(said.map(({ usage }) => usage)),
  amount: joined(said.map(({ amount }) => amount)),
  note: joined(said.map(({ note }) => note)),
  codeType,
  code,
  source: "qr",
  ...origin,
});

const joined = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ""))].join("／");

const LIMITS = Object.entries(cardSpec.medications.medications.fields);

const fits = (medication: Medication): boolean =>
  LIMITS.every(([field, { max }]) => medication[field as keyof Medication].length <= max);
