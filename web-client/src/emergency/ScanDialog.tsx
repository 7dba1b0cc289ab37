import type { Medication } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { Camera as CameraIcon, ImageUp } from "lucide-react";
import { useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Banner, Busy } from "../kit/State.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { Camera } from "./Camera.tsx";
import styles from "./emergency.module.css";
import { ScanResult } from "./ScanResult.view.tsx";
import { ScanModel } from "./scan.model.ts";

interface ScanDialogProps {
  readonly person: EmergencyCardView["person"];
  readonly known: readonly Medication[];
  readonly onTake: (chosen: readonly Medication[]) => void;
  readonly onClose: () => void;
}

/** Reads a medication book by the camera or from pictures; a person looks at the result before it is taken over. */
export function ScanDialog({ person, known, onTake, onClose }: ScanDialogProps) {
  const { t } = useText();
  const pictures = useRef<HTMLInputElement>(null);
  const [filming, setFilming] = useState(false);
  const [scan, model] = useViewModel(
    () =>
      new ScanModel({
        birthDate: person.birthDate,
        known,
        read: async (image) => (await import("./scanner.ts")).readCodes(image),
      }),
  );
  const chosen = scan.drugs.filter((one) => one.chosen).length;
  const take = (
    <Button variant="primary" disabled={chosen === 0} onClick={() => onTake(model.chosen)}>
      {t("emergency.scanTake", { count: chosen })}
    </Button>
  );
  return (
    <Dialog title={t("emergency.scan")} onClose={onClose} actions={scan.drugs.length > 0 && take}>
      <div className={styles["first"]}>
        <p>{t("emergency.scanHint")}</p>
        {filming && (
          <Camera
            label={t("emergency.scanning")}
            onFrame={model.takeFrame}
            onFailed={() => {
              setFilming(false);
              model.cameraFailed();
            }}
          />
        )}
        <div className={styles["actions"]}>
          {!filming && (
            <Button icon={CameraIcon} onClick={() => setFilming(true)}>
              {t("emergency.scanCamera")}
            </Button>
          )}
          <Button icon={ImageUp} onClick={() => pictures.current?.click()}>
            {t("emergency.scanImage")}
          </Button>
          <input
            ref={pictures}
            className={styles["hiddenInput"]}
            type="file"
            accept="image/*"
            multiple
            aria-label={t("emergency.scanImage")}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = ""; // the same picture may be chosen again
              if (files.length > 0) void model.takePictures(files);
            }}
          />
        </div>
        {scan.state === "reading" && <Busy>{t("emergency.scanReading")}</Busy>}
        {scan.state === "noCode" && (
          <Banner tone="warning" live>
            {t("emergency.scanNoCode")}
          </Banner>
        )}
        {scan.state === "noCamera" && (
          <Banner tone="warning" live>
            {t("emergency.scanNoCamera")}
          </Banner>
        )}
        <ScanResult scan={scan} onChoose={model.choose} />
      </div>
    </Dialog>
  );
}
