import { parseArgs } from "node:util";

/** Numbers given on the command line, `--name 5`, else the defaults. */
export function numbers<Defaults extends Record<string, number>>(defaults: Defaults): Defaults {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: "string" as const }]));
  const { values } = parseArgs({ options, strict: true });
  return Object.fromEntries(
    Object.entries(defaults).map(([name, fallback]) => {
      const given = values[name];
      const value = given === undefined ? fallback : Number(given);
      if (!Number.isFinite(value)) throw new Error(`--${name} must be a number`);
      return [name, value];
    }),
  ) as Defaults;
}
