import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { describe, expect, it, vi } from "vitest";
import { spareKeyQueries } from "./historyBundles.ts";

/** The part of the SDK that takes bundles in: asks for the sender's keys, then fetches. */
function taker() {
  const makeOutgoingRequest = vi.fn(async (..._request: unknown[]) => undefined);
  const crypto = {
    outgoingRequestProcessor: { makeOutgoingRequest },
    taken: [] as string[],
    async maybeAcceptKeyBundle(roomId: string, from: string) {
      await this.outgoingRequestProcessor.makeOutgoingRequest({ keysOf: from });
      this.taken.push(roomId);
      return true;
    },
  };
  spareKeyQueries({ getCrypto: () => crypto } as unknown as MatrixClient);
  return { crypto, makeOutgoingRequest };
}

describe("taking in the past of many rooms", () => {
  it("asks for the keeper's keys once, not once a room", async () => {
    const { crypto, makeOutgoingRequest } = taker();
    const rooms = [...Array(500).keys()].map((n) => `!${n}`);
    await Promise.all(rooms.map((room) => crypto.maybeAcceptKeyBundle(room, "@keeper:x")));
    expect(crypto.taken).toHaveLength(500);
    expect(makeOutgoingRequest).toHaveBeenCalledTimes(1);
  });

  it("asks again when the question failed, and for another sender", async () => {
    const { crypto, makeOutgoingRequest } = taker();
    makeOutgoingRequest.mockRejectedValueOnce(new Error("no line"));
    await expect(crypto.maybeAcceptKeyBundle("!a", "@keeper:x")).rejects.toThrow("no line");
    await crypto.maybeAcceptKeyBundle("!a", "@keeper:x");
    await crypto.maybeAcceptKeyBundle("!a", "@other:x");
    expect(makeOutgoingRequest).toHaveBeenCalledTimes(3);
  });

  it("leaves requests alone that have nothing to do with it", async () => {
    const { crypto, makeOutgoingRequest } = taker();
    await crypto.maybeAcceptKeyBundle("!a", "@keeper:x");
    const askPassword = () => undefined;
    await crypto.outgoingRequestProcessor.makeOutgoingRequest({ upload: true }, askPassword);
    await crypto.outgoingRequestProcessor.makeOutgoingRequest({ upload: true }, askPassword);
    expect(makeOutgoingRequest).toHaveBeenCalledTimes(3);
    expect(makeOutgoingRequest).toHaveBeenLastCalledWith({ upload: true }, askPassword);
  });
});
