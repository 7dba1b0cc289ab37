import type { IncidentRequestState } from "@tsunagi/contracts/codes/incident";
import { CareError, found } from "../kernel/errors.ts";

/** As much of a hospital that was asked as its state needs. */
export interface Asked {
  readonly id: string;
  readonly state: IncidentRequestState;
}

export type Move =
  | { readonly act: "ask" }
  | { readonly act: "answer"; readonly id: string; readonly ready: boolean }
  | { readonly act: "confirm"; readonly id: string }
  | { readonly act: "name"; readonly id: string };

const decided = (requests: readonly Asked[]): boolean => requests.some(({ state }) => state === "confirmed");

/**
 * What every hospital's state is after a move, in the same order: while none is confirmed each may answer and change
 * its word; one that is ready is confirmed, and closes all the others for good.
 * @throws CareError hospitalDecided, hospitalNotReady, notFound
 */
export function moved<R extends Asked>(requests: readonly R[], move: Move): readonly R[] {
  if (move.act === "ask") {
    if (decided(requests)) throw new CareError("hospitalDecided");
    return requests;
  }
  const chosen = found(requests.find(({ id }) => id === move.id));
  if (move.act === "confirm" && chosen.state === "confirmed") return requests;
  if (decided(requests)) throw new CareError("hospitalDecided");
  switch (move.act) {
    case "name":
      return requests;
    case "answer":
      return put(requests, (one) => (one === chosen ? (move.ready ? "ready" : "notReady") : one.state));
    case "confirm":
      if (chosen.state !== "ready") throw new CareError("hospitalNotReady");
      return put(requests, (one) => (one === chosen ? "confirmed" : "closedElsewhere"));
  }
}

const put = <R extends Asked>(requests: readonly R[], stateOf: (one: R) => IncidentRequestState): readonly R[] =>
  requests.map((one) => ({ ...one, state: stateOf(one) }));
