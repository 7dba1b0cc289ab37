import { type FacilityView, PROFILE_LIMITS } from "@tsunagi/contracts/rest/facilities";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Field } from "../kit/Field.tsx";
import { Form } from "../kit/form.ts";
import { TextField } from "../kit/TextField.tsx";
import { FormProblems, useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { Picture } from "./Photo.tsx";
import { redrawPhoto } from "./redrawPhoto.ts";

interface Values {
  readonly picture: Blob | undefined;
  readonly description: string;
}

interface Props {
  readonly facilityId: string;
  readonly onAdded: (photo: FacilityView["photos"][number]) => void;
  readonly onClose: () => void;
}

/** A photo, drawn anew before it leaves so that nothing tells where it was taken, with the words read out instead. */
export function AddPhotoDialog({ facilityId, onAdded, onClose }: Props) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [unreadable, setUnreadable] = useState(false);
  const [form, actions] = useViewModel(
    () =>
      new Form<Values>({
        initial: { picture: undefined, description: "" },
        check: ({ picture, description }) => ({
          ...(picture ? {} : { picture: "facilities.photoNeeded" as const }),
          ...(description.trim() ? {} : { description: "fields.needed" as const }),
        }),
        submit: async ({ picture, description }, signal) => {
          if (!picture) return;
          const query = { description };
          onAdded(await hub.call("addFacilityPhoto", { params: { facilityId }, query, bytes: picture, signal }));
        },
      }),
  );
  const bind = useBinding(form, actions.set);
  const { error } = bind("picture");
  const take = async (file: File | undefined) => {
    if (!file) return;
    const picture = await redrawPhoto(file);
    setUnreadable(!picture);
    actions.set({ picture: picture ?? undefined });
  };
  return (
    <Dialog
      title={t("facilities.addPhoto")}
      onClose={onClose}
      locked={form.busy}
      onSubmit={() => void actions.submit()}
      actions={
        <>
          <Button onClick={onClose} disabled={form.busy}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="primary" busy={form.busy && t("common.saving")}>
            {t("facilities.addPhoto")}
          </Button>
        </>
      }
    >
      <FormProblems form={form} />
      <Field
        label={t("facilities.photo")}
        hint={t("facilities.photoHint")}
        error={unreadable ? t("facilities.photoUnreadable") : error}
        required
      >
        {(control) => (
          <input {...control} type="file" accept="image/*" onChange={(event) => void take(event.target.files?.[0])} />
        )}
      </Field>
      {form.values.picture && <Picture blob={form.values.picture} description={form.values.description} />}
      <TextField
        {...bind("description")}
        label={t("facilities.photoText")}
        hint={t("facilities.photoTextHint")}
        maxLength={PROFILE_LIMITS.photo}
        autoComplete="off"
        required
      />
    </Dialog>
  );
}
