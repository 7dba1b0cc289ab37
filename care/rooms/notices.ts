import type { Role } from "@tsunagi/contracts/codes/roles";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";

/** Somebody as a notice names them; it goes into the encrypted room only. */
export interface NamedMember {
  readonly name: string;
  readonly role: Role;
  readonly organisationName: string;
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
  | { readonly notice: "deviceTrouble"; readonly member: NamedMember }
  | { readonly notice: "unreadable"; readonly sentAt: string };
