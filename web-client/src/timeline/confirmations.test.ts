import { ACK_REQUEST_KEY } from "@tsunagi/contracts/events";
import { describe, expect, it } from "vitest";
import { confirmationContent, confirmationsOf, gatherConfirmations } from "./confirmations.ts";
import { message } from "./testEvents.ts";

const ask = (sender = "@nurse") =>
  message({ msgtype: "m.text", body: "至急ご確認ください", [ACK_REQUEST_KEY]: true }, { sender });
const confirm = (eventId: string, sender: string, sentAt: number) =>
  message(confirmationContent(eventId), { sender, sentAt });
const people = ["@nurse", "@doctor", "@helper"];

describe("confirmations", () => {
  it("tells who has confirmed and who has not; the one who asks is not waited for", () => {
    const request = ask();
    const events = [request, confirm(request.eventId, "@doctor", 500)];
    expect(confirmationsOf(request, gatherConfirmations(events), people)).toEqual({
      confirmed: [{ userId: "@doctor", at: 500 }],
      waiting: ["@helper"],
    });
  });

  it("counts a person once, by the first confirmation", () => {
    const request = ask();
    const events = [request, confirm(request.eventId, "@doctor", 500), confirm(request.eventId, "@doctor", 900)];
    expect(confirmationsOf(request, gatherConfirmations(events), people).confirmed).toEqual([
      { userId: "@doctor", at: 500 },
    ]);
  });

  it("does not count a confirmation that was taken back", () => {
    const request = ask();
    const events = [request, { ...confirm(request.eventId, "@doctor", 500), redactedBy: "@doctor" }];
    expect(gatherConfirmations(events).size).toBe(0);
  });
});
