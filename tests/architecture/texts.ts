import fs from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";
import { root } from "./source.ts";

const folder = (set: string) => path.join(root, "web-client/src/i18n", set);

/** The capabilities that have texts. */
const parts: ReadonlySet<string> = new Set(fs.readdirSync(folder("ja")).map((name) => name.replace(/\.ts$/, "")));

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** `capability.sentence` → the sentence, read from the files of one set. */
export function sentencesOf(set: "ja" | "en" | "easy"): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>();
  for (const name of fs.readdirSync(folder(set))) {
    const { program } = parseSync(name, fs.readFileSync(path.join(folder(set), name), "utf8"));
    visit(program as unknown as Node, (node) => {
      const { key, value } = node as unknown as { key: Node; value: Node };
      if (node.type !== "Property" || value.type !== "Literal") return;
      const named = String(key["name"] ?? key["value"]);
      sentences.set(`${name.replace(/\.ts$/, "")}.${named}`, String(value["value"]));
    });
  }
  return sentences;
}

/**
 * The keys a source file can ask for: each string that begins with a capability's name, and each template, whose holes
 * stand for any word: `session.${reason}`.
 */
export function patternsOf(source: string): readonly RegExp[] {
  const found = source.matchAll(/["'`]([a-z]\w*)\.((?:\w|\$\{[^}`]*\})+)["'`]/g);
  return [...found]
    .filter(([, part]) => parts.has(part ?? ""))
    .map(([, part, rest = ""]) => new RegExp(`^${part}\\.${rest.replaceAll(/\$\{[^}]*\}/g, "\\w+")}$`));
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node);
  for (const child of Object.values(node))
    for (const one of Array.isArray(child) ? (child as unknown[]) : [child])
      if (typeof one === "object" && one !== null && "type" in one) visit(one as Node, look);
}
