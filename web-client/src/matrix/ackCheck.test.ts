import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { describe, expect, it, vi } from "vitest";
import { AckCheck } from "./ackCheck.ts";

const ME = "@me:localhost";

function check(answers: { relations?: object[]; event?: object; fails?: boolean }) {
  const fetchRelations = vi.fn(async () => {
    if (answers.fails) throw new Error("no line");
    return { chunk: answers.relations ?? [] };
  });
  const client = { getUserId: () => ME, fetchRelations, fetchRoomEvent: async () => answers.event ?? {} };
  const settled = vi.fn();
  return { acks: new AckCheck(client as unknown as MatrixClient, settled), settled, fetchRelations };
}

describe("a request for confirmation that is not loaded", () => {
  it("is settled when one has confirmed it on another device", async () => {
    const { acks, settled } = check({ relations: [{ sender: "@other:localhost" }, { sender: ME }] });
    acks.want("!room", "$1");
    await vi.waitFor(() => expect(settled).toHaveBeenCalledWith("!room", "$1"));
  });

  it("is settled when its message was taken back", async () => {
    const { acks, settled } = check({ event: { unsigned: { redacted_because: {} } } });
    acks.want("!room", "$1");
    await vi.waitFor(() => expect(settled).toHaveBeenCalledOnce());
  });

  it("waits on when only others have confirmed, and is asked about once", async () => {
    const { acks, settled, fetchRelations } = check({ relations: [{ sender: "@other:localhost" }] });
    acks.want("!room", "$1");
    acks.want("!room", "$1");
    await vi.waitFor(() => expect(fetchRelations).toHaveBeenCalledOnce());
    expect(settled).not.toHaveBeenCalled();
    acks.again();
    acks.want("!room", "$1");
    expect(fetchRelations).toHaveBeenCalledTimes(2);
  });

  it("is asked about again after there was no line", async () => {
    const answers = { fails: true, relations: [{ sender: ME }] };
    const { acks, settled, fetchRelations } = check(answers);
    acks.want("!room", "$1");
    await vi.waitFor(() => expect(fetchRelations).toHaveBeenCalledOnce());
    answers.fails = false;
    await vi.waitFor(() => {
      acks.want("!room", "$1");
      expect(settled).toHaveBeenCalled();
    });
  });
});
