import type { FacilityView as Facility } from "@tsunagi/contracts/rest/facilities";
import { useState } from "react";
import { useText } from "../i18n/text.ts";
import { useToasts } from "../kit/ToastHost.tsx";
import { EditFacility } from "./EditFacility.tsx";
import { FacilityView } from "./Facility.view.tsx";
import type { FacilityTabProps } from "./facilityTab.ts";
import { Photos } from "./Photos.tsx";

/** What a facility says of itself, and changing it. */
export function InfoTab({ facility, onChanged }: FacilityTabProps) {
  const { t } = useText();
  const toasts = useToasts();
  const [editing, setEditing] = useState(false);
  if (editing) {
    const changed = (next: Facility) => {
      onChanged(next);
      setEditing(false);
      toasts.show({ text: t("facilities.saved") });
    };
    return <EditFacility facility={facility} onChanged={changed} onCancel={() => setEditing(false)} />;
  }
  return (
    <>
      <FacilityView facility={facility} onEdit={facility.may.edit ? () => setEditing(true) : undefined} />
      <Photos facility={facility} onChanged={(photos) => onChanged({ ...facility, photos })} />
    </>
  );
}
