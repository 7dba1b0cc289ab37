import { UNREADABLE } from "./charset.ts";
import { dayOf } from "./days.ts";
import { headerOf, isHeader, linesOf } from "./header.ts";
import type { Notebook, Read, Remark, Unread, Why } from "./notebook.ts";
import { type Origin, type Outcome, Prescription } from "./prescription.ts";

/** Records that only say something, with the place of their text. */
const REMARKS: Readonly<Record<string, number>> = {
  "2": 2,
  "4": 1,
  "15": 1,
  "31": 1,
  "401": 1,
  "411": 1,
  "421": 1,
  "501": 1,
  "601": 1,
  "701": 1,
};
/** Records that say something of one RP besides its usage. */
const NOTES: readonly string[] = ["281", "291", "311", "391"];
/** Understood, looked at when its prescription is complete, or why it was not understood. */
type Verdict = "done" | "later" | Why;
const NOWHERE: Origin = { dispensedOn: "", pharmacy: "", institution: "", prescriber: "" };

/** Reads a medication book's joined text. Nothing is dropped: what is not understood is listed with its reason. */
export function parseNotebook(text: string): Read {
  const lines = linesOf(text);
  const header = headerOf(lines[0] ?? "");
  if (typeof header === "string") return { ok: false, problem: header };
  const reader = new Reader();
  if (header.known) reader.understood.push(1);
  else reader.refuse(1, lines[0] ?? "", "newVersion");
  for (const [i, line] of lines.entries()) if (i > 0 && line.trim() !== "") reader.take(i + 1, line);
  return { ok: true, notebook: { version: header.version, ...reader.finish() } };
}

/** Goes through the records in order; what a record belongs to is what came before it. */
class Reader {
  readonly understood: number[] = [];
  readonly #unread: Unread[] = [];
  readonly #remarks: Remark[] = [];
  readonly #medications: Notebook["medications"][number][] = [];
  #patient: Notebook["patient"] = null;
  #origin: Origin = NOWHERE;
  #prescription = new Prescription();

  take(line: number, text: string): void {
    const verdict = this.#read(line, text);
    if (verdict === "done") this.understood.push(line);
    else if (verdict !== "later") this.refuse(line, text, verdict);
  }

  #read(line: number, text: string): Verdict {
    if (text.includes(UNREADABLE)) return "garbled";
    const fields = text.split(",").map((field) => field.trim());
    const [record = ""] = fields;
    if (isHeader(text) || record === "911") return "done";
    if (NOTES.includes(record) || record === "301") return this.#say(line, text, fields);
    if (record in REMARKS) return this.#remark(line, fields);
    switch (record) {
      case "1":
        return this.#person(fields);
      case "3":
        return this.#overTheCounter(line, text, fields);
      case "5":
        return this.#dispensing(fields);
      case "11":
        return this.#place({ pharmacy: fields[1] ?? "" });
      case "51":
        return this.#place({ institution: fields[1] ?? "", prescriber: "" });
      case "55":
        return this.#doctor(fields);
      case "201":
        return this.#drug(line, text, fields);
      default:
        return "unknownRecord";
    }
  }

  refuse(line: number, text: string, why: Why): void {
    this.#unread.push({ line, text, why });
  }

  finish(): Omit<Notebook, "version"> {
    this.#close();
    const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
    return {
      patient: this.#patient,
      medications: this.#medications,
      remarks: this.#remarks,
      understood: this.understood.sort((a, b) => a - b),
      notUnderstood: this.#unread.sort(byLine),
    };
  }

  /** Ends the prescription that is open: the next drug is of another one. */
  #close(): void {
    this.#keep(this.#prescription.finish(this.#origin));
    this.#prescription = new Prescription();
  }

  #keep({ medications, understood, refused }: Outcome): void {
    this.#medications.push(...medications);
    this.understood.push(...understood);
    this.#unread.push(...refused);
  }

  #person([, name = "", , born = "", , , , , , , kana = ""]: readonly string[]): Verdict {
    const birthDate = dayOf(born);
    if (!birthDate) return "badDate";
    this.#patient = { name, kana, birthDate };
    return "done";
  }

  /** A drug bought without a prescription: name and the day it was begun. */
  #overTheCounter(line: number, text: string, [, name = "", from = ""]: readonly string[]): Verdict {
    if (name === "") return "noName";
    const dispensedOn = from === "" ? "" : dayOf(from);
    if (dispensedOn === null) return "badDate";
    const bought = new Prescription();
    bought.drug("", { line, text, name, dose: "", codeType: "", code: "" });
    const outcome = bought.finish({ ...NOWHERE, dispensedOn });
    const medications = outcome.medications.map((medication) => ({ ...medication, source: "otc" }));
    this.#keep({ ...outcome, medications });
    return "later";
  }

  #dispensing(fields: readonly string[]): Verdict {
    this.#close();
    const day = dayOf(fields[1] ?? "");
    this.#origin = { ...NOWHERE, dispensedOn: day ?? "" };
    return day ? "done" : "badDate";
  }

  #place(change: Partial<Origin>): Verdict {
    if (this.#prescription.hasDrugs) this.#close();
    this.#origin = { ...this.#origin, ...change };
    return "done";
  }

  /** Several doctors before the first drug stand side by side. */
  #doctor([, name = "", department = ""]: readonly string[]): Verdict {
    const doctor = department ? `${name}（${department}）` : name;
    const before = this.#prescription.hasDrugs ? "" : this.#origin.prescriber;
    return this.#place({ prescriber: [before, doctor].filter((one) => one !== "").join("、") });
  }

  #drug(line: number, text: string, fields: readonly string[]): Verdict {
    const [, rp = "", name = "", amount = "", unit = "", codeType = "", code = ""] = fields;
    if (name === "") return "noName";
    this.#prescription.drug(rp, { line, text, name, dose: `${amount}${unit}`, codeType, code });
    return "later";
  }

  #say(line: number, text: string, fields: readonly string[]): Verdict {
    const [record, rp = "", words = "", count = "", unit = ""] = fields;
    const said = record === "301" ? { usage: words, amount: `${count}${unit}`, note: "" } : noteOf(words);
    this.#prescription.say(rp, { line, text, ...said });
    return "later";
  }

  #remark(line: number, fields: readonly string[]): Verdict {
    const [record = ""] = fields;
    const text = fields[REMARKS[record] ?? 1] ?? "";
    if (text === "") return "noName";
    this.#remarks.push({ line, record, text });
    return "done";
  }
}

const noteOf = (note: string) => ({ usage: "", amount: "", note });
