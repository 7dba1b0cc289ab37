import { ACK_KEY, ACK_REQUEST_KEY } from "@tsunagi/contracts/events";
import { describe, expect, it } from "vitest";
import { message } from "../timeline/testEvents.ts";
import { AckLedger } from "./ackLedger.ts";

const ME = "@me:localhost";
const ask = (eventId: string, change = {}) =>
  message({ msgtype: "m.text", body: "確認してください", [ACK_REQUEST_KEY]: true }, { eventId, ...change });
const confirm = (eventId: string, sender = ME) =>
  message({ msgtype: "m.notice", body: "確認しました", [ACK_KEY]: { event_id: eventId } }, { sender });

function ledger(kept: string | null = null) {
  let text = kept;
  const write = (next: string) => {
    text = next;
  };
  return { ledger: new AckLedger({ read: () => text, write }), kept: () => text };
}

describe("requests for confirmation", () => {
  it("still wait when a gap has taken their messages away", () => {
    const { ledger: acks } = ledger();
    expect(acks.take("!room", [ask("$1"), message({ body: "x" })], ME)).toEqual(["$1"]);
    expect(acks.take("!room", [ask("$9")], ME)).toEqual(["$1", "$9"]);
    expect(acks.take("!other", [], ME)).toEqual([]);
  });

  it("wait no more once confirmed, here or on another device, or taken back", () => {
    const { ledger: acks } = ledger();
    acks.take("!room", [ask("$1"), ask("$2"), ask("$3")], ME);
    expect(acks.take("!room", [confirm("$1"), confirm("$2", "@other:localhost")], ME)).toEqual(["$2", "$3"]);
    expect(acks.take("!room", [ask("$2", { redactedBy: "@nurse:localhost" })], ME)).toEqual(["$3"]);
    acks.settle("!room", "$3");
    expect(acks.of("!room")).toEqual([]);
  });

  it("do not come from oneself", () => {
    expect(ledger().ledger.take("!room", [ask("$1", { sender: ME })], ME)).toEqual([]);
  });

  it("are there again after a start, and a broken store is no obstacle", () => {
    const first = ledger();
    first.ledger.take("!room", [ask("$1")], ME);
    expect(ledger(first.kept()).ledger.of("!room")).toEqual(["$1"]);
    expect(ledger("{").ledger.of("!room")).toEqual([]);
  });
});
