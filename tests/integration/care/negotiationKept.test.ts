import { approveSummary } from "@tsunagi/care/negotiation/documents/summary";
import { exportNegotiations, exportReceivedEnquiries } from "@tsunagi/care/negotiation/exportCsv";
import type { PersonView } from "@tsunagi/contracts/rest/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRegion, openTestHub, type Region, type TestHub } from "../../env/careFixture.ts";
import { act, answer, askable, askHomes, enquiryTo, give, type Home, openHome } from "../../env/negotiations.ts";
import { databaseHolds } from "../../env/plainText.ts";

/** Words unlike any the software itself has. */
const SAID = {
  wish: "蓮根の煮物がお好きです",
  conditions: "面会は土曜の午前に限ります",
  given: "入れ歯は夜だけ外します",
  diagnoses: "五年前に右手首を骨折",
  summary: "夜明け前に一度お手洗いへ",
  withdrawal: "ご親族の都合によるためです",
};

let hub: TestHub;
let region: Region;
let home: Home;
let person: PersonView;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  hub.clock.advance(3 * 24 * 60);
  const { careManager } = region;
  home = await openHome(hub, region, "控え苑");
  const asked = await askable(hub, careManager);
  ({ person } = asked);
  const view = await askHomes(hub, careManager, asked.personId, [home], { text: SAID.wish });
  const id = enquiryTo(view, home);
  hub.clock.advance(90);
  await answer(hub, home, id, "conditional", { text: SAID.conditions });
  await act(hub, careManager, id, "provideInfo", { text: SAID.given });
  const approved = await hub.as(careManager, (unit) =>
    approveSummary(unit, { caseId: view.id, title: "サマリー", level: 1, text: SAID.summary, textLookedAt: false }),
  );
  const consideration = { adl: "", diagnoses: SAID.diagnoses, medication: "", family: "", other: "" };
  await give(hub, careManager, id, 1, { consideration, documents: approved.documents.map((one) => one.id) });
  await give(hub, careManager, id, 2, { consideration });
  await act(hub, careManager, id, "withdraw", { text: SAID.withdrawal });
});
afterAll(() => hub.close());

describe("what is written in an enquiry", () => {
  it("stands nowhere in plain text in the database", async () => {
    expect(await databaseHolds(hub.db.url, [...Object.values(SAID), person.familyName + person.givenName])).toEqual([]);
  });

  it("keeps its history: a step can be neither changed nor deleted", async () => {
    await expect(hub.db.sql("update enquiry_step set action = 'accept'")).rejects.toThrow("append-only");
    await expect(hub.db.sql("delete from enquiry_step")).rejects.toThrow("append-only");
  });
});

describe("the CSV", () => {
  it("opens in a spreadsheet in Japan, with numbers and times and nobody's name", async () => {
    for (const text of [
      await hub.as(region.careManager, exportNegotiations),
      await hub.as(home.counsellor, exportReceivedEnquiries),
    ]) {
      expect(text.startsWith("\uFEFF")).toBe(true);
      expect(text).toContain("\r\n");
      expect(text).not.toContain(person.familyName);
      const [headings = "", row = ""] = text.split("\r\n").map((line) => line.split(","));
      expect(headings).toContain("最初の回答まで（分）");
      expect(row.slice(1, 6)).toEqual(["控え苑", "51", "みほん居宅介護支援事業所", "取下げ", "条件付き可"]);
      expect(row[9]).toBe("90");
    }
  });
});
