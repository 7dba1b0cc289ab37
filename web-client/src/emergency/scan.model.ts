import type { Medication } from "@tsunagi/contracts/emergencyCard";
import { ViewModel } from "../kit/viewModel.ts";
import { assemble, type ScannedCode, type Waiting } from "./jahis/assemble.ts";
import { byDay, type Standing, standingOf } from "./jahis/merge.ts";
import type { Notebook, ScanProblem } from "./jahis/notebook.ts";
import { parseNotebook } from "./jahis/parse.ts";

export interface FoundDrug {
  readonly medication: Medication;
  readonly standing: Standing;
  readonly chosen: boolean;
}

export interface ScanSnapshot {
  readonly drugs: readonly FoundDrug[];
  readonly waiting: readonly Waiting[];
  readonly problems: readonly ScanProblem[];
  /** Whose the books say they are. */
  readonly names: readonly string[];
  /** A book of somebody with another birth date. */
  readonly otherPerson: boolean;
  readonly remarks: Notebook["remarks"];
  readonly unread: Notebook["notUnderstood"];
  readonly state: "ready" | "reading" | "noCode" | "noCamera";
}

interface ScanInputs {
  readonly birthDate: string;
  readonly known: readonly Medication[];
  /** Loaded when the first picture comes. */
  readonly read: (image: Blob | ImageData) => Promise<readonly ScannedCode[]>;
}

/** Codes scanned one after the other, and what they give together; somebody looks at it before it goes on the card. */
export class ScanModel extends ViewModel<ScanSnapshot> {
  readonly #inputs: ScanInputs;
  readonly #codes: ScannedCode[] = [];

  constructor(inputs: ScanInputs) {
    super({
      drugs: [],
      waiting: [],
      problems: [],
      names: [],
      otherPerson: false,
      remarks: [],
      unread: [],
      state: "ready",
    });
    this.#inputs = inputs;
  }

  /** Pictures somebody chose: says so when there is no code on any. */
  readonly takePictures = async (pictures: readonly Blob[]): Promise<void> => {
    this.update({ state: "reading" });
    let found = 0;
    for (const picture of pictures) {
      const codes = await this.#inputs.read(picture).catch(() => []);
      found += codes.length;
      this.#add(codes);
    }
    this.update({ state: found > 0 ? "ready" : "noCode" });
  };

  /** One frame of the camera. @returns true when a code not seen before was on it */
  readonly takeFrame = async (frame: ImageData): Promise<boolean> => this.#add(await this.#inputs.read(frame));

  readonly cameraFailed = (): void => this.update({ state: "noCamera" });

  readonly choose = (medication: Medication, chosen: boolean): void => {
    const drugs = this.getSnapshot().drugs.map((one) => (one.medication === medication ? { ...one, chosen } : one));
    this.update({ drugs });
  };

  get chosen(): readonly Medication[] {
    return this.getSnapshot().drugs.flatMap(({ medication, chosen }) => (chosen ? [medication] : []));
  }

  #add(codes: readonly ScannedCode[]): boolean {
    const seen = (code: ScannedCode) => this.#codes.some((one) => `${one.bytes}` === `${code.bytes}`);
    const fresh = codes.filter((code) => !seen(code));
    if (fresh.length === 0) return false;
    this.#codes.push(...fresh);
    this.#understand();
    return true;
  }

  #understand(): void {
    const { birthDate, known } = this.#inputs;
    const { texts, waiting, problems } = assemble(this.#codes);
    const reads = texts.map(parseNotebook);
    const books = reads.flatMap((read) => (read.ok ? [read.notebook] : []));
    const found = byDay(books.flatMap(({ medications }) => medications));
    const patients = books.flatMap(({ patient }) => (patient ? [patient] : []));
    const before = new Map(this.getSnapshot().drugs.map(({ medication, chosen }) => [keyOf(medication), chosen]));
    this.update({
      drugs: found.map((medication) => {
        const others = found.filter((one) => one !== medication);
        const standing = standingOf(medication, [...known, ...others]);
        const usual = standing === "new" || standing === "newer";
        return { medication, standing, chosen: before.get(keyOf(medication)) ?? usual };
      }),
      waiting,
      problems: [...problems, ...reads.flatMap((read) => (read.ok ? [] : [read.problem]))],
      names: [...new Set(patients.map(({ name }) => name).filter((name) => name !== ""))],
      otherPerson: patients.some((patient) => patient.birthDate !== birthDate),
      remarks: books.flatMap(({ remarks }) => remarks),
      unread: books.flatMap(({ notUnderstood }) => notUnderstood),
    });
  }
}

const keyOf = (medication: Medication): string => JSON.stringify(medication);
