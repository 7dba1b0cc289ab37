import { readText } from "./files.ts";

export type Target = "hub" | "worker" | "nobody";

interface Step {
  readonly pattern: RegExp | null;
  readonly target: Target;
}

const text = readText("deploy", "Caddyfile");

/** `@name path_regexp PATTERN` lines by name. */
const matchers = new Map(
  [...text.matchAll(/^\s*@(\w+) path_regexp (\S+)$/gm)].map(([, name = "", pattern = ""]) => [
    name,
    new RegExp(pattern),
  ]),
);

/** The steps of the file's one `route` block, in their order: the first that matches answers. */
function steps(): Step[] {
  const [, block = ""] = /^\troute \{\n([\s\S]*?)^\t\}/m.exec(text) ?? [];
  const found = block.matchAll(/^\t\t(?:respond @(\w+) 404|handle(?: @(\w+))? \{\n\t\t\timport (\w+)\n\t\t\})$/gm);
  return [...found].map(([, closed, name, target]) => ({
    pattern: closed ? matcher(closed) : name ? matcher(name) : null,
    target: closed ? "nobody" : (target as Target),
  }));
}

function matcher(name: string): RegExp {
  const pattern = matchers.get(name);
  if (!pattern) throw new Error(`Caddyfile: @${name} is not defined`);
  return pattern;
}

const inOrder = steps();
export const stepCount = inOrder.length;

/** Who answers a path, by the Caddyfile. */
export function targetOf(path: string): Target {
  const step = inOrder.find(({ pattern }) => pattern === null || pattern.test(path));
  if (!step) throw new Error(`Caddyfile: nobody answers ${path}`);
  return step.target;
}
