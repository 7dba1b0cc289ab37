import { dutyStates, noticeKinds, noticeUrgencies, noticeWays } from "@tsunagi/contracts/codes/notices";
import { FIRST_NOTICE_SETTINGS, type NoticeSettings } from "@tsunagi/contracts/rest/notices";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, endOfQuiet } from "./decide.ts";

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const way = fc.constantFrom(...noticeWays.codes);
const ways = fc.record({ routine: way, urgent: way });
const settings: fc.Arbitrary<NoticeSettings> = fc.record({
  ways: fc.record({
    chat: ways,
    confirmation: ways,
    bulletin: ways,
    negotiation: ways,
    emergency: ways,
    mail: ways,
  }),
  quiet: fc.record({ on: fc.boolean(), from: time, to: time }),
  urgentBreaksThrough: fc.boolean(),
  digest: fc.boolean(),
  duty: fc.constantFrom(...dutyStates.codes),
});
const about = fc.record({
  kind: fc.constantFrom(...noticeKinds.codes),
  urgency: fc.constantFrom(...noticeUrgencies.codes),
});
const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });

const inTokyo = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit" });
describe("when somebody is told", () => {
  it("never pushes what they want in the app only or not at all", () => {
    fc.assert(
      fc.property(about, settings, moment, (one, s, now) => {
        const chosen = s.ways[one.kind][one.urgency];
        const { inApp, push } = decide(one, s, now);
        expect(inApp).toBe(chosen !== "off");
        if (chosen !== "push") expect(push.when).toBe("never");
      }),
    );
  });

  it("holds nothing back on duty", () => {
    fc.assert(
      fc.property(about, settings, moment, (one, s, now) => {
        fc.pre(s.ways[one.kind][one.urgency] === "push");
        expect(decide(one, { ...s, duty: "onDuty" }, now).push.when).toBe("now");
      }),
    );
  });

  it("lets the urgent through at once, by night and off duty, where it may break through", () => {
    fc.assert(
      fc.property(about, settings, moment, (one, s, now) => {
        fc.pre(s.ways[one.kind].urgent === "push");
        const decision = decide({ ...one, urgency: "urgent" }, { ...s, urgentBreaksThrough: true }, now);
        expect(decision.push.when).toBe("now");
      }),
    );
  });

  it("does not wake anybody for something routine in quiet hours", () => {
    fc.assert(
      fc.property(about, settings, moment, (one, s, now) => {
        fc.pre(s.duty !== "onDuty" && endOfQuiet(s.quiet, now) !== null);
        expect(decide({ ...one, urgency: "routine" }, s, now).push.when).not.toBe("now");
      }),
    );
  });

  it("pushes what was held at the end of the quiet hours by the clock in Japan, within a day", () => {
    fc.assert(
      fc.property(about, settings, moment, (one, s, now) => {
        const { push } = decide(one, s, now);
        fc.pre(push.when === "at");
        if (push.when !== "at") return;
        expect(inTokyo.format(push.at)).toBe(s.quiet.to);
        expect(push.at.getTime()).toBeGreaterThan(now.getTime());
        expect(push.at.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(endOfQuiet(s.quiet, push.at)).toBeNull();
      }),
    );
  });

  it("loses nothing urgent: it is pushed now or later unless its owner is off duty or does not want it", () => {
    fc.assert(
      fc.property(about, settings, moment, (one, s, now) => {
        fc.pre(s.ways[one.kind].urgent === "push" && s.duty !== "offDuty");
        expect(decide({ ...one, urgency: "urgent" }, s, now).push.when).not.toBe("never");
      }),
    );
  });

  it("reads the night over midnight, and the same hour twice as none", () => {
    const at = (text: string) => new Date(`2026-11-25T${text}:00+09:00`);
    const quiet = FIRST_NOTICE_SETTINGS.quiet;
    expect(endOfQuiet(quiet, at("20:59"))).toBeNull();
    expect(endOfQuiet(quiet, at("21:00"))).toEqual(new Date("2026-11-26T07:00:00+09:00"));
    expect(endOfQuiet(quiet, at("06:59"))).toEqual(at("07:00"));
    expect(endOfQuiet(quiet, at("07:00"))).toBeNull();
    expect(endOfQuiet({ on: true, from: "08:00", to: "08:00" }, at("08:00"))).toBeNull();
    expect(endOfQuiet({ ...quiet, on: false }, at("23:00"))).toBeNull();
  });
});
