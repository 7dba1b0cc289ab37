import type { StaffUnit } from "@tsunagi/care/kernel/unit";
import type { Endpoint, ParamsOf } from "@tsunagi/contracts/rest/endpoint";
import type { Request, Response } from "express";
import type { z } from "zod";
import type { SignedIn } from "./sessions.ts";

/** What a route gets: everything checked by the endpoint's own schemas. */
export interface Input<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: z.output<E["query"]>;
  readonly body: z.output<E["body"]>;
  /** The body's bytes, for routes that take a file. */
  readonly bytes: Buffer;
}

type Answer<E extends Endpoint> = z.input<E["response"]>;

/** A use case behind a route: one act for the signed-in professional. */
export interface CareRoute<E extends Endpoint> {
  readonly kind: "care";
  readonly endpoint: E;
  /** False for what a page asks by itself again and again: its use case leaves a row once in a while. */
  readonly audited: boolean;
  readonly handle: (unit: StaffUnit, input: Input<E>) => Promise<Answer<E>>;
}

/** A route with its own way to the world: sessions, devices, bytes. */
export interface PlainRoute<E extends Endpoint> {
  readonly kind: "plain";
  readonly endpoint: E;
  readonly handle: (context: PlainContext, input: Input<E>) => Promise<Answer<E> | typeof SENT>;
}

export interface PlainContext {
  readonly request: Request;
  readonly response: Response;
  readonly correlationId: string;
  /** Present on every route that is not `open`. */
  readonly signedIn: SignedIn | undefined;
}

/** The handler has written the response itself. */
export const SENT = Symbol("sent");

export type AnyRoute = CareRoute<Endpoint> | PlainRoute<Endpoint>;

export const careRoute = <E extends Endpoint>(endpoint: E, handle: CareRoute<E>["handle"]): AnyRoute =>
  ({ kind: "care", endpoint, audited: true, handle }) as unknown as AnyRoute;

/** Like {@link careRoute}, for a page that asks again by itself; its use case calls `auditWatching`. */
export const watchRoute = <E extends Endpoint>(endpoint: E, handle: CareRoute<E>["handle"]): AnyRoute =>
  ({ kind: "care", endpoint, audited: false, handle }) as unknown as AnyRoute;

export const plainRoute = <E extends Endpoint>(endpoint: E, handle: PlainRoute<E>["handle"]): AnyRoute =>
  ({ kind: "plain", endpoint, handle }) as unknown as AnyRoute;
