import type { FacilityView } from "@tsunagi/contracts/rest/facilities";

/** What every section of a facility's page gets. */
export interface FacilityTabProps {
  readonly facility: FacilityView;
  readonly onChanged: (facility: FacilityView) => void;
}
