import { codeList } from "./codeList.ts";

/** What a consent covers. Watching over is narrower than a care team: it is asked again when services start. */
export const consentScopes = codeList({
  watchSharing: ["見守りチームでの共有", "Sharing in a watch-over team"],
  teamSharing: ["ケアチームでの共有", "Sharing in a care team"],
  emergency: ["救急時の閲覧", "Emergency reading"],
  negotiation: ["施設への打診", "Enquiries to facilities"],
});
export type ConsentScope = (typeof consentScopes.codes)[number];

export const consentGivers = codeList({
  person: ["ご本人", "The person"],
  representative: ["代理の方", "A representative"],
});
export type ConsentGiver = (typeof consentGivers.codes)[number];

export const consentMethods = codeList({ paper: ["書面", "On paper"], oral: ["口頭", "Orally"] });
export type ConsentMethod = (typeof consentMethods.codes)[number];

/** How a representative or a key person stands to the person. */
export const relations = codeList({
  spouse: ["配偶者", "Spouse"],
  child: ["子", "Child"],
  childInLaw: ["子の配偶者", "Child-in-law"],
  parent: ["親", "Parent"],
  sibling: ["兄弟姉妹", "Sibling"],
  grandchild: ["孫", "Grandchild"],
  relative: ["その他の親族", "Other relative"],
  guardian: ["成年後見人等", "Legal guardian"],
  acquaintance: ["知人", "Acquaintance"],
});
export type Relation = (typeof relations.codes)[number];
