import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const readText = (...parts: string[]): string => fs.readFileSync(path.join(root, ...parts), "utf8");

/** One service of docker-compose.yml, as far as the tests look at it. */
export interface Service {
  readonly image: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly restart: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt: readonly string[];
  readonly privileged?: boolean;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly network_mode?: string;
  readonly build?: { readonly dockerfile: string };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly deploy?: { readonly replicas?: number; readonly resources?: { readonly limits?: { memory?: string } } };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: string | boolean } | null>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

export const composeText = readText("docker-compose.yml");
export const compose = parse(composeText, { merge: true }) as ComposeFile;
export const services: readonly (readonly [string, Service])[] = Object.entries(compose.services);

/** A name the file reads from the environment, with its default. */
export interface Variable {
  readonly name: string;
  /** null when the variable is required. */
  readonly fallback: string | null;
}

/** Every `${NAME}` of a compose file, `$${NAME}` aside, which is a shell's. */
export function variablesOf(text: string): Variable[] {
  const found = text.matchAll(/(?<!\$)\$\{(\w+)(?::?([-?])([^}]*))?\}/g);
  const variables = [...found].map(([, name = "", kind, fallback = ""]) => ({
    name,
    fallback: kind === "?" ? null : fallback,
  }));
  return [...new Map(variables.map((variable) => [JSON.stringify(variable), variable])).values()];
}

/** Names of the settings a source file reads, secrets and others. */
export const settingsReadBy = (source: string): string[] => [
  ...new Set([...source.matchAll(/"((?:TSUNAGI_[A-Z_]+|DATABASE_URL))"/g)].map(([, name = ""]) => name)),
];
