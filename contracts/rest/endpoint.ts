import { z } from "zod";
import type { Requirement } from "../permissions.ts";
import type { ProblemCode } from "../problems.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One REST route as both sides know it. The OpenAPI document is made from these. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** Below /api, parameters as {name}. Patient facts never stand in it. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** Whoever forgets this does not compile. */
  readonly requires: Requirement;
  /** Works before the password was changed or the device approved. */
  readonly limited?: boolean;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
  /** Set for bytes instead of JSON. */
  readonly rawBody?: boolean;
  /** Set for bytes that are read as they come, however many: the route reads the request itself. */
  readonly streamBody?: boolean;
  readonly rawResponse?: boolean;
  readonly problems: readonly ProblemCode[];
}

/** No parameters, no query, no body. */
export const nothing = z.object({});
/** The answer of a route that only does something. */
export const done = z.object({ done: z.literal(true) });

type Defaults = "params" | "query" | "body" | "problems";

/** Fills in what a route leaves out; types stay exact. */
export function endpoint<
  Response extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(
  route: Omit<Endpoint<Params, Query, Body, Response>, Defaults> &
    Partial<Pick<Endpoint<Params, Query, Body, Response>, Defaults>>,
): Endpoint<Params, Query, Body, Response> {
  return {
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: nothing as unknown as Body,
    problems: [],
    ...route,
  };
}

export type ParamsOf<E extends Endpoint> = z.infer<E["params"]>;
export type ResponseOf<E extends Endpoint> = z.infer<E["response"]>;
