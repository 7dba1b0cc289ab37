import { ClientEvent, type MatrixClient } from "matrix-js-sdk/lib/client.js";
import { expect, it, vi } from "vitest";
import { Sender } from "./sending.ts";

/** As much of a client as sending touches. */
function fakeClient() {
  let known = false;
  const listeners = new Set<() => void>();
  const sendMessage = vi.fn(async () => ({ event_id: "$1" }));
  const client = {
    sendMessage,
    makeTxnId: () => "m1",
    getRoom: () => (known ? { hasEncryptionStateEvent: () => true, getPendingEvents: () => [] } : null),
    on: (name: string, listener: () => void) => name === ClientEvent.Sync && listeners.add(listener),
    off: (_name: string, listener: () => void) => listeners.delete(listener),
  };
  const sync = () => {
    for (const listener of [...listeners]) listener();
  };
  const enter = () => {
    known = true;
    sync();
  };
  return { sender: new Sender(client as unknown as MatrixClient, () => false), sendMessage, sync, enter };
}

it("a message whose room is not there yet waits: it would leave in plain text", async () => {
  const { sender, sendMessage, sync, enter } = fakeClient();
  const sent = sender.send("!room", { body: "10時に伺います" }, "t1");
  sync();
  await Promise.resolve();
  expect(sendMessage).not.toHaveBeenCalled();
  enter();
  await sent;
  expect(sendMessage).toHaveBeenCalledExactlyOnceWith("!room", { body: "10時に伺います" }, "t1");
});

it("in a room that is there it leaves at once", () => {
  const { sender, sendMessage, enter } = fakeClient();
  enter();
  void sender.send("!room", { body: "はい" });
  expect(sendMessage).toHaveBeenCalledOnce();
});
