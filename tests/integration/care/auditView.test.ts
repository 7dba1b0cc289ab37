import { listAccess, reviewAudit } from "@tsunagi/care/audit/view";
import { readPerson } from "@tsunagi/care/people/readPerson";
import { auditLine } from "@tsunagi/contracts/rest/audit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  openTestHub,
  type Region,
  refusal,
  register,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
});
afterAll(() => hub.close());

describe("the list of who looked", () => {
  it("names everybody who read or changed, newest first, and those who tried", async () => {
    const { careManager, nurse, physician } = region;
    const { personId, person } = await teamOf(hub, "care", careManager, nurse);
    await hub.as(nurse, (unit) => readPerson(unit, { personId }));
    await refusal(hub.as(physician, (unit) => readPerson(unit, { personId })));
    const { lines, more } = await hub.as(careManager, (unit) => listAccess(unit, { personId, limit: 50 }));
    expect(more).toBe(false);
    expect(lines.map((line) => [line.actor, line.action, line.outcome])).toEqual([
      [physician.name, "person.read", "denied"],
      [nurse.name, "person.read", "allowed"],
      [careManager.name, "team.addMember", "allowed"],
      [careManager.name, "team.addMember", "allowed"],
      [careManager.name, "team.open", "allowed"],
      [careManager.name, "consent.record", "allowed"],
      [careManager.name, "person.register", "allowed"],
    ]);
    expect(lines.every((line) => line.personCode === person.code)).toBe(true);
    for (const line of lines) expect(auditLine.safeParse(line).success).toBe(true);
    expect(lines[1]).toMatchObject({ organisation: "みほん総合病院", channel: "web" });
  });

  it("is itself a reading that stands in it", async () => {
    const { id: personId } = await register(hub, region.careManager);
    const list = () => hub.as(region.careManager, (unit) => listAccess(unit, { personId, limit: 50 }));
    await list();
    expect((await list()).lines.map((line) => line.action)).toEqual(["access.read", "person.register"]);
  });

  it("is shown to those who answer for the person, not to those who only take part", async () => {
    const { personId } = await teamOf(hub, "care", region.careManager, region.nurse, region.helper);
    const may = async (by: Worker) => refusal(hub.as(by, (unit) => listAccess(unit, { personId, limit: 5 })));
    expect(await may(region.officeAdmin)).toBe("none");
    for (const worker of [region.nurse, region.helper, region.centreAdmin, region.operator]) {
      expect(await may(worker)).toBe("forbidden");
    }
  });

  it("is read page by page without a gap", async () => {
    const { id: personId } = await register(hub, region.careManager);
    for (let n = 0; n < 7; n += 1) await hub.as(region.careManager, (unit) => readPerson(unit, { personId }));
    const [first] = (await hub.as(region.careManager, (unit) => listAccess(unit, { personId, limit: 1 }))).lines;
    const seen: number[] = [];
    let before = (first?.sequence ?? 0) + 1;
    for (let more = true; more; ) {
      const input = { personId, limit: 3, before };
      const page = await hub.as(region.careManager, (unit) => listAccess(unit, input));
      seen.push(...page.lines.map((line) => line.sequence));
      before = seen.at(-1) ?? 0;
      more = page.more;
    }
    expect(seen).toHaveLength(8);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });
});

describe("the review of an organisation's log", () => {
  const review = (by: Worker, of: Worker, outcome?: "allowed" | "denied") =>
    hub.as(by, (unit) => reviewAudit(unit, { organisationId: of.organisationId, limit: 500, outcome }));

  it("shows its own administrator what its own staff did, by codes, never by names of people", async () => {
    const { person } = await teamOf(hub, "care", region.careManager);
    const { lines } = await review(region.officeAdmin, region.careManager);
    expect(lines.some((line) => line.personCode === person.code)).toBe(true);
    expect(lines.every((line) => line.organisation === "みほん居宅介護支援事業所")).toBe(true);
    expect(JSON.stringify(lines)).not.toContain(person.familyName);
  });

  it("is refused to administrators of other organisations, and open to the network's", async () => {
    expect(await refusal(review(region.centreAdmin, region.careManager))).toBe("forbidden");
    expect(await refusal(review(region.careManager, region.careManager))).toBe("forbidden");
    expect(await refusal(review(region.operator, region.careManager))).toBe("none");
  });

  it("can show just the tries that were refused: how misuse is noticed", async () => {
    const { helper, officeAdmin } = region;
    const { id: personId } = await register(hub, region.physician);
    await refusal(hub.as(helper, (unit) => readPerson(unit, { personId })));
    const { lines } = await review(officeAdmin, helper, "denied");
    expect(lines[0]).toMatchObject({ actor: helper.name, action: "person.read", outcome: "denied" });
    expect(lines.every((line) => line.outcome === "denied")).toBe(true);
  });
});
