import { codeList } from "./codeList.ts";

/** What an organisation is. Providers have service types besides. */
export const organisationKinds = codeList({
  careProvider: ["介護サービス事業所", "Care provider"],
  disabilityProvider: ["障がい福祉サービス事業所", "Disability services provider"],
  hospital: ["病院", "Hospital"],
  clinic: ["診療所", "Clinic"],
  dental: ["歯科", "Dental clinic"],
  pharmacy: ["薬局", "Pharmacy"],
  homeNursing: ["訪問看護ステーション", "Home nursing station"],
  communitySupportCentre: ["地域包括支援センター", "Community support centre"],
  municipality: ["行政", "Municipality"],
  fireDepartment: ["消防", "Fire department"],
  medicalAssociation: ["医師会等", "Professional association"],
  socialWelfareCouncil: ["社会福祉協議会", "Social welfare council"],
  specialSchool: ["特別支援学校", "Special needs school"],
  servicedHousing: ["サービス付き高齢者向け住宅", "Serviced housing for the elderly"],
  residentialHome: ["住宅型有料老人ホーム", "Residential home"],
  networkOperator: ["運営主体", "Network operator"],
});

export type OrganisationKind = (typeof organisationKinds.codes)[number];

/** Which list a service type code belongs to. */
export const serviceSystems = codeList({ care: ["介護", "Long-term care"], disability: ["障害", "Disability"] });
export type ServiceSystem = (typeof serviceSystems.codes)[number];

/** `stopped`: it gave no sign of life for a while, so the hub or the upload was broken off. Load the file again. */
export const importStates = codeList({
  waiting: ["待機中", "Waiting"],
  running: ["取り込み中", "Running"],
  done: ["完了", "Done"],
  failed: ["失敗", "Failed"],
  stopped: ["中断", "Broken off"],
});
export type ImportState = (typeof importStates.codes)[number];
