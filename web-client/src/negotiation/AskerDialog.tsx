import { roomTypes } from "@tsunagi/contracts/codes/facilities";
import { enquiryActions } from "@tsunagi/contracts/codes/negotiation";
import type { AskedEnquiryView } from "@tsunagi/contracts/rest/negotiation";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { type Failure, failureOf } from "../hub/failure.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Select } from "../kit/Choice.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { daysOf } from "./act.model.ts";
import type { AskerDialogProps } from "./asker.ts";
import { DiscloseDialog } from "./DiscloseDialog.tsx";

/** What the asker does, with what it needs. */
export function AskerDialog(props: AskerDialogProps) {
  const { enquiry, action, onDone, onClose } = props;
  const { hub } = useWorkplace();
  switch (action) {
    case "disclose1":
    case "disclose2":
      return <DiscloseDialog {...props} level={action === "disclose2" ? 2 : 1} />;
    case "agree":
      return <AgreeDialog {...props} />;
    default:
      return (
        <ActDialog
          action={action}
          days={action === "arrangeVisit" ? proposed(enquiry) : ""}
          submit={async (values, signal) => {
            const { text, lookedAt } = values;
            const body = {
              action,
              text,
              dates: daysOf(values).slice(0, 1),
              textLookedAt: lookedAt,
              version: enquiry.version,
            };
            onDone(await hub.call("actOnEnquiry", { params: { enquiryId: enquiry.id }, body, signal }));
          }}
          onClose={onClose}
        />
      );
  }
}

/** The first of the days the facility proposed last. */
const proposed = ({ steps }: AskedEnquiryView): string =>
  steps.findLast(({ action }) => action === "proposeVisit")?.dates[0] ?? "";

function AgreeDialog({ enquiry, onDone, onClose }: AskerDialogProps) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [roomType, setRoomType] = useState<(typeof roomTypes.codes)[number] | "">("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const agree = async () => {
    setBusy(true);
    try {
      const body = { action: "agree" as const, roomType: roomType === "" ? null : roomType, version: enquiry.version };
      onDone(await hub.call("actOnEnquiry", { params: { enquiryId: enquiry.id }, body }));
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      title={t("negotiation.agreeTitle", { name: enquiry.facility.name })}
      confirmLabel={enquiryActions.label("agree", language)}
      busy={busy && t("negotiation.doing")}
      onConfirm={() => void agree()}
      onCancel={onClose}
    >
      {failure && <FailureBanner failure={failure} />}
      <p>{t("negotiation.agreeText")}</p>
      <Select
        label={t("negotiation.roomType")}
        value={roomType}
        onChange={setRoomType}
        options={options(roomTypes)}
        empty={t("negotiation.roomTypeAny")}
      />
    </ConfirmDialog>
  );
}
