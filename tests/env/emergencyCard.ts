import type { Person } from "./person.ts";

const known = (...entries: Readonly<Record<string, string>>[]) => ({ state: "known", entries });
const text = (detail: string) => known({ detail });
const none = { state: "none" };
const unknown = { state: "unknown" };

/** An invented card with every kind of answer: what there is, what there is not, what nobody knows. */
const changes = {
  identity: { photo: unknown, bloodType: known({ abo: "A", rh: "positive" }) },
  allergies: {
    allergies: known({ substance: "ペニシリン", kind: "drug", reaction: "全身のじんましん" }),
    contraindicated: known({ name: "NSAIDs", reason: "腎機能の低下" }),
  },
  devices: {
    anticoagulant: text("ワルファリン 2mg"),
    insulin: none,
    steroid: none,
    pacemaker: text("2019年、みほん総合病院"),
    dialysis: known({ arm: "left", detail: "月・水・金" }),
    homeOxygen: none,
    tracheostomy: none,
    otherDevice: unknown,
  },
  conditions: {
    current: known({ name: "慢性心不全" }, { name: "慢性腎不全", since: "2021年" }),
    history: known({ name: "脳梗塞", since: "2017年", note: "右に軽い麻痺" }),
  },
  usual: {
    consciousness: known({ jcs: "0" }),
    adl: text("杖で歩く。食事は一人でできる"),
    speech: text("会話できる。右の耳が遠い"),
  },
  doctors: {
    doctors: known({
      institution: "みほん内科医院",
      department: "内科",
      doctor: "見本 一郎",
      phone: "055-000-0001",
      main: "yes",
    }),
    pharmacy: known({ name: "みほん薬局", phone: "055-000-0002" }),
  },
  contacts: {
    contacts: known(
      { name: "架空 花子", relation: "child", phone: "055-000-0009", keyPerson: "yes" },
      { name: "架空 次郎", relation: "sibling", phone: "055-000-0010" },
    ),
  },
  wish: {
    wish: known({
      detail: "家で過ごしたい。管につながれることは望みません。",
      writer: "本人",
      writtenOn: "2026-04-01",
    }),
  },
};

/** Records the consent to emergency reading, fills the card in and confirms it, for somebody in the person's team. */
export async function fillCard(by: Person, personId: string): Promise<void> {
  const params = { personId };
  const consent = { scopes: ["emergency"], givenBy: "person", method: "oral", givenOn: "2026-10-01" };
  await by.hub.call("recordConsent", { params, body: consent } as never);
  await by.hub.call("saveCard", { params, body: { changes, versions: {}, confirm: true } } as never);
}
