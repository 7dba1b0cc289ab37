import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { BulletinRecipient } from "@tsunagi/contracts/rest/bulletins";
import { describe, expect, it } from "vitest";
import { csvOf, tallyOf } from "./bulletin.model.ts";

const recipient = (said: Partial<BulletinRecipient>): BulletinRecipient => ({
  ...{ organisationId: "org_1" as OrganisationId, name: "みかん苑", municipality: "222062", delivered: true },
  ...{ readers: [], answer: null, count: null, note: "", answeredAt: null, answeredFor: null, escalations: [] },
  ...said,
});

describe("tallyOf", () => {
  it("counts facilities by answer and adds up the people they can take in", () => {
    const reach = [
      recipient({ answer: "canAccept", count: 3, readers: ["a"] }),
      recipient({ answer: "canAccept", count: 2, readers: ["b"] }),
      recipient({ answer: "powerCut", readers: ["c"] }),
      recipient({ delivered: false }),
    ];
    const tally = tallyOf("damage", reach);
    expect(tally).toMatchObject({ total: 4, delivered: 3, read: 3, answered: 3 });
    expect(tally.answers.find(({ answer }) => answer === "canAccept")).toMatchObject({ facilities: 2, people: 5 });
    expect(tally.answers.find(({ answer }) => answer === "noDamage")).toMatchObject({ facilities: 0 });
  });
});

describe("csvOf", () => {
  it("writes no cell a spreadsheet would take for a formula, and doubles quotation marks", () => {
    const csv = csvOf([recipient({ note: '=1+1 "x"' })], "ja", ["名"]);
    expect(csv).toContain(`"'=1+1 ""x"""`);
    expect(csv).toContain("三島市");
  });
});
