import type { CardField, CardItem } from "@tsunagi/contracts/codes/emergency";
import type { Extension, FhirResource } from "fhir/r4.js";
import type { Entry } from "../answers.ts";
import { ENTRY, isPlain } from "./systems.ts";

/**
 * What of an entry the resource itself does not say, so that nothing is lost on the way back: every field whose value
 * differs from what a reader takes from the resource's own elements.
 */
export function entryExtension(item: CardItem, entry: Entry, readBack: Entry): Extension {
  const names = new Set([...Object.keys(entry), ...Object.keys(readBack)] as CardField[]);
  const differing = [...names].filter((name) => (entry[name] ?? "") !== (readBack[name] ?? ""));
  return {
    url: ENTRY,
    extension: [
      { url: "item", valueCode: item },
      ...differing.map((name) => ({
        url: "field",
        extension: [{ url: "name", valueCode: name }, ...valuePart(entry[name] ?? "")],
      })),
    ],
  };
}

/** Empty text is said by leaving the value out; text that FHIR's own type cannot hold goes as bytes. */
function valuePart(text: string): Extension[] {
  if (text === "") return [];
  if (isPlain(text) && text.trim() !== "") return [{ url: "value", valueString: text }];
  return [{ url: "value", valueBase64Binary: Buffer.from(text, "utf8").toString("base64") }];
}

export interface Marked {
  readonly item: string;
  readonly fields: Entry;
}

/** What the extension above says; nothing on a resource that others made. */
export function markOf(resource: FhirResource): Marked | undefined {
  const found = "extension" in resource ? resource.extension?.find(({ url }) => url === ENTRY) : undefined;
  if (!found) return undefined;
  const parts = found.extension ?? [];
  const fields = parts.filter(({ url }) => url === "field").map(({ extension = [] }) => readField(extension));
  return { item: codeIn(parts, "item"), fields: Object.fromEntries(fields) };
}

function readField(parts: readonly Extension[]): [string, string] {
  const value = parts.find(({ url }) => url === "value");
  const bytes = value?.valueBase64Binary;
  return [codeIn(parts, "name"), bytes ? Buffer.from(bytes, "base64").toString("utf8") : (value?.valueString ?? "")];
}

export const codeIn = (parts: readonly Extension[], name: string): string =>
  parts.find(({ url }) => url === name)?.valueCode ?? "";
