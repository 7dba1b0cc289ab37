import type { FacilityView } from "@tsunagi/contracts/rest/facilities";
import { ImagePlus } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Form } from "../kit/form.ts";
import { FormProblems } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { AddPhotoDialog } from "./AddPhotoDialog.tsx";
import styles from "./facilities.module.css";
import { Photo } from "./Photo.tsx";

type Shown = FacilityView["photos"][number];

interface Props {
  readonly facility: FacilityView;
  readonly onChanged: (photos: Shown[]) => void;
}

/** A facility's photos; its own people add and take down. */
export function Photos({ facility, onChanged }: Props) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Shown>();
  const { photos, may } = facility;
  if (photos.length === 0 && !may.edit) return null;
  const add = may.edit && (
    <Button size="small" icon={ImagePlus} onClick={() => setAdding(true)}>
      {t("facilities.addPhoto")}
    </Button>
  );
  return (
    <Card title={t("facilities.photos")} actions={add}>
      {photos.length === 0 && <p>{t("facilities.noPhotos")}</p>}
      <ul className={styles["photos"]}>
        {photos.map((photo) => (
          <li key={photo.id}>
            <Photo photo={photo} />
            {may.edit && (
              <Button size="small" variant="quiet" onClick={() => setRemoving(photo)}>
                {t("facilities.removePhoto")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <AddPhotoDialog
          facilityId={facility.id}
          onAdded={(photo) => {
            setAdding(false);
            onChanged([...photos, photo]);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {removing && (
        <RemovePhoto
          photo={removing}
          onRemoved={(left) => {
            setRemoving(undefined);
            onChanged(left);
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Card>
  );
}

interface RemoveProps {
  readonly photo: Shown;
  readonly onRemoved: (left: Shown[]) => void;
  readonly onClose: () => void;
}

function RemovePhoto({ photo, onRemoved, onClose }: RemoveProps) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [form, actions] = useViewModel(
    () =>
      new Form<object>({
        initial: {},
        submit: async (_, signal) => {
          const { photos } = await hub.call("removeFacilityPhoto", { params: { photoId: photo.id }, signal });
          onRemoved(photos);
        },
      }),
  );
  return (
    <ConfirmDialog
      title={t("facilities.removePhotoTitle")}
      confirmLabel={t("facilities.removePhoto")}
      busy={form.busy && t("common.saving")}
      onConfirm={() => void actions.submit()}
      onCancel={onClose}
    >
      <FormProblems form={form} />
      <p>{photo.description}</p>
    </ConfirmDialog>
  );
}
