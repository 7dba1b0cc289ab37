import type { Api, RouteName } from "@tsunagi/contracts/rest/api";
import type { Endpoint } from "@tsunagi/contracts/rest/endpoint";
import type { z } from "zod";

type PartName = "params" | "query" | "body";

/** A part of the input; may be left out when nothing in it is needed. */
type Part<E extends Endpoint, Name extends PartName> =
  Record<never, never> extends z.input<E[Name]>
    ? { readonly [Key in Name]?: z.input<E[Name]> }
    : { readonly [Key in Name]: z.input<E[Name]> };

interface Options {
  readonly signal?: AbortSignal;
  /** For routes that take a file. */
  readonly bytes?: Blob;
}

export type CallInput<Name extends RouteName> = Part<Api[Name], "params"> &
  Part<Api[Name], "query"> &
  Part<Api[Name], "body"> &
  Options;

/** What a call looks like inside: all parts loose. */
export interface LooseInput extends Options {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Path and query of a route with its parameters filled in. */
export function addressOf(endpoint: Endpoint, { params = {}, query = {} }: LooseInput): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(params[key] ?? "")),
  );
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}
