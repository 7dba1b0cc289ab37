import type { OrganisationKind } from "@tsunagi/contracts/codes/organisationKinds";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { Account, Accounts } from "../env/accounts.ts";
import { Person } from "../env/person.ts";
import { until } from "../env/until.ts";

const name = (familyName: string, givenName: string, familyKana: string, givenKana: string) => ({
  familyName,
  givenName,
  familyKana,
  givenKana,
});

/** Invented colleagues and people with something to talk about; any likeness to somebody is chance. */
export interface Region {
  /** In a browser: a visiting nurse who also administers her station. */
  readonly nurse: Account;
  /** In a browser: has just been given an account and is in no team. */
  readonly newcomer: Account;
  /** In a browser: runs the network. */
  readonly operator: Account;
  /** In Node: a care manager. */
  readonly manager: Person;
  readonly office: string;
}

export async function buildRegion(accounts: Accounts, publicUrl: string): Promise<Region> {
  const place = (kind: OrganisationKind, called: string) => accounts.organisation(kind, called);
  const hire = (organisation: string, role: Role, ...called: Parameters<typeof name>) =>
    accounts.account(organisation, role, name(...called));
  const office = await place("careProvider", "居宅介護支援 まつぼっくり（架空）");
  const station = await place("homeNursing", "訪問看護ステーション こもれび（架空）");
  const managing = await hire(office, "careManager", "苔原", "みちる", "コケハラ", "ミチル");
  const nurse = await hire(station, "visitingNurse", "凪野", "ほたる", "ナギノ", "ホタル");
  await accounts.alsoAs(nurse, "facilityAdmin");
  await hire(station, "physicalTherapist", "石榑", "はやて", "イシグレ", "ハヤテ");
  await hire(station, "visitingNurse", "露木野", "しずく", "ツユキノ", "シズク");
  const newcomer = await hire(office, "careManager", "若葉谷", "つくし", "ワカバヤ", "ツクシ");
  const operator = await hire(
    await place("networkOperator", "つなぎ協議会（架空）"),
    "networkAdmin",
    "雲居",
    "そら",
    "クモイ",
    "ソラ",
  );
  const signIn = () => Person.signIn(publicUrl, managing.loginName, managing.password).catch(() => undefined);
  const manager = await until("the care manager signs in", signIn);
  await manager.settle("for-this-test-only-1");
  return { nurse, newcomer, operator, manager, office };
}

export interface Team {
  readonly personId: string;
  readonly teamId: string;
  readonly roomId: string;
}

/** A person with consent, a care team and its conversation, opened by the care manager. */
export async function openTeam(
  { manager, nurse }: Region,
  called: readonly [familyName: string, givenName: string, familyKana: string, givenKana: string],
  birthDate: string,
): Promise<Team> {
  const facts = { birthDate, sex: "female", municipality: "222259", address: "架空町 1-2-3", phone: "055-000-0000" };
  const body = { person: { ...name(...called), ...facts, careLevel: "care3" }, registerAnyway: true };
  const registration = await manager.hub.call("registerPerson", { body } as never);
  const personId = (registration as { person: { id: string } }).person.id;
  const consent = { scopes: ["teamSharing"], givenBy: "person", method: "oral", givenOn: "2026-10-01" };
  await manager.hub.call("recordConsent", { params: { personId }, body: consent } as never);
  const members = [{ staffId: nurse.staffId, organisationId: nurse.organisationId }];
  const team = await manager.hub.call("openTeam", { body: { personId, kind: "care", members } } as never);
  const teamId = (team as { id: string }).id;
  const read = async () => (await manager.hub.call("readTeam", { params: { teamId } } as never)).roomId;
  const roomId = await until("the room is made", read);
  await manager.joined(roomId);
  await until("the nurse is in the room", () => {
    const member = manager.client.getRoom(roomId)?.getMember(nurse.userId);
    return member?.membership === "join" ? member : undefined;
  });
  return { personId, teamId, roomId };
}

/** Records as a care manager writes them; the keeper puts them into the conversation. */
export async function writeRecords({ manager }: Region, { personId }: Team): Promise<void> {
  const records = [
    ["dailyLife", "昨夜は22時に入眠、朝まで起きずに休まれました。朝食は八割、水分は1200ml。"],
    ["visitResult", "内科を受診。血圧132/76、薬の変更なし。次回は四週間後です。"],
    ["support", "浴室に手すりを取り付けました。ご本人は「楽になった」とのことです。"],
  ];
  for (const [kind, text] of records) {
    const body = { kind, text };
    await manager.hub.call("writeRecord", { params: { personId }, body } as never);
  }
}

/** What colleagues say to one another in a day. */
export async function talk({ manager }: Region, roomId: string): Promise<void> {
  await manager.say(roomId, "おはようございます。今朝の様子を共有します。");
  await manager.say(
    roomId,
    "昨夜はよく眠れたそうです。朝食は八割、水分は1200ml。右足のむくみが少し強いので、訪問のときに見ていただけますか。",
  );
  await manager.say(roomId, "明日の訪問は14時に変わりました。確認をお願いします。", {
    "jp.tsunagi.ack_requested": true,
  });
}
