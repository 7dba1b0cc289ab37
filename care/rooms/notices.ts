import type { BulletinAsk, bulletinCategories, bulletinUrgencies } from "@tsunagi/contracts/codes/bulletins";
import type { EmergencyReason } from "@tsunagi/contracts/codes/emergency";
import type { IncidentAct } from "@tsunagi/contracts/codes/incident";
import type { DeclineReason, EnquiryAction, EnquirySide, EnquiryState } from "@tsunagi/contracts/codes/negotiation";
import type { NoticeKind } from "@tsunagi/contracts/codes/notices";
import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { BulletinId, FacilityId, MatrixUserId, OrganisationId } from "@tsunagi/contracts/ids";
import type { VacancyView } from "@tsunagi/contracts/rest/facilities";
import type { EnquirySheet } from "@tsunagi/contracts/rest/negotiation";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";

/** Somebody as a notice names them; it goes into the encrypted room only. */
export interface NamedMember {
  readonly name: string;
  readonly role: Role;
  readonly organisationName: string;
}

/** What was done to an enquiry, as its room is told: words of both sides, never what was disclosed. */
export interface EnquiryNews {
  readonly code: string;
  readonly action: EnquiryAction;
  readonly state: EnquiryState;
  readonly side: EnquirySide;
  readonly by: NamedMember | null;
  readonly text: string;
  readonly reason: DeclineReason | null;
  readonly dates: readonly string[];
}

/** One service of an organisation as a notice names it. */
export interface NamedService {
  readonly id: FacilityId;
  readonly name: string;
  readonly system: ServiceSystem;
  readonly serviceType: string;
}

/** A bulletin as a facility's room is told. */
export interface BulletinNews {
  readonly id: BulletinId;
  /** `duty`, `deputy`, `deputyCalled`: a facility stayed silent, for its own room or its deputy's. */
  readonly news: "posted" | "corrected" | "cancelled" | "reminder" | "duty" | "deputy" | "deputyCalled";
  readonly title: string;
  readonly body: string;
  readonly category: (typeof bulletinCategories.codes)[number];
  readonly urgency: (typeof bulletinUrgencies.codes)[number];
  readonly ask: BulletinAsk;
  readonly from: string;
  /** The facility that stayed silent, and who of its staff is called. */
  readonly silent?: {
    readonly organisationId: OrganisationId;
    readonly organisationName: string;
    readonly role: Role | null;
    readonly people: readonly { readonly userId: MatrixUserId; readonly name: string }[];
  };
}

/** What the hub tells a room by itself. Rendered in bots/rooms; sealed until it has gone. */
export type RoomNotice =
  | { readonly notice: "teamOpened"; readonly personName: string; readonly watch: boolean; readonly by: NamedMember }
  | { readonly notice: "memberAdded"; readonly member: NamedMember; readonly by: NamedMember }
  | { readonly notice: "memberLeft"; readonly member: NamedMember; readonly by: NamedMember | null }
  | { readonly notice: "converted"; readonly by: NamedMember }
  | { readonly notice: "closed"; readonly reason: string; readonly withdrawn: boolean }
  | { readonly notice: "recordWritten"; readonly record: CareRecordView }
  | { readonly notice: "recordCorrected"; readonly record: CareRecordView }
  | { readonly notice: "recordCancelled"; readonly record: CareRecordView }
  | { readonly notice: "facilityOpened"; readonly organisationName: string }
  | {
      readonly notice: "enquiryOpened";
      readonly sheet: EnquirySheet;
      readonly facilityName: string;
      readonly by: NamedMember;
      readonly dueAt: string;
    }
  | ({ readonly notice: "enquiryStep" } & EnquiryNews)
  | {
      readonly notice: "enquiryReminder";
      readonly code: string;
      readonly turn: "asker" | "facility";
      readonly dueAt: string;
      readonly overdue: boolean;
    }
  /** For the room of an organisation, whose staff are not all in the negotiation's own. */
  | {
      readonly notice: "enquiryNews";
      readonly code: string;
      readonly state: EnquiryState;
      readonly otherSide: string;
    }
  /** What an organisation's room is asked once a day. */
  | { readonly notice: "vacancyCheck"; readonly facility: NamedService; readonly vacancy: VacancyView | null }
  /** What happens in a transport; entries are given in words. */
  | { readonly notice: "incident"; readonly act: IncidentAct; readonly code: string; readonly text: string }
  | { readonly notice: "bulletin"; readonly bulletin: BulletinNews }
  /** For the room of the organisation that wrote it: what became of a bulletin that has not gone yet. */
  | {
      readonly notice: "bulletinPlan";
      readonly state: "waiting" | "returned" | "scheduled";
      readonly title: string;
      readonly reason: string;
    }
  /** Something urgent was not shown to these people in time; they are mentioned. */
  | {
      readonly notice: "noticeUnseen";
      readonly kind: NoticeKind;
      readonly names: readonly string[];
      readonly users: readonly MatrixUserId[];
    }
  | { readonly notice: "deviceTrouble"; readonly member: NamedMember }
  | { readonly notice: "unreadable"; readonly sentAt: string }
  | { readonly notice: "cardUnconfirmed"; readonly days: number }
  /** Somebody outside the team has opened the card; nothing of what stands on it. */
  | {
      readonly notice: "emergencyRead";
      readonly by: NamedMember;
      readonly reason: EmergencyReason;
      readonly consented: boolean;
      readonly at: string;
      readonly until: string;
    };
