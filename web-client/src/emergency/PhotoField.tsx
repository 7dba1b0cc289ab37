import { PHOTO_LENGTH } from "@tsunagi/contracts/emergencyCard";
import { Camera } from "lucide-react";
import { useRef, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { FieldError } from "../kit/Field.tsx";
import styles from "./emergency.module.css";

interface PhotoFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Sides of the photo in pixels, tried until it is small enough. */
const SIZES = [480, 360, 240];
const QUALITY = 0.8;

/** A face, drawn anew and small: nothing the camera wrote into the file is in it. */
export function PhotoField({ value, error, onChange }: PhotoFieldProps) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const drawn = await redraw(file);
    setUnreadable(drawn === undefined);
    if (drawn) onChange(drawn);
  };
  return (
    <div className={styles["first"]}>
      {value !== "" && <img className={styles["photo"]} src={value} alt="" />}
      <input
        ref={input}
        className={styles["hiddenInput"]}
        type="file"
        accept="image/*"
        aria-label={t("emergency.photoTake")}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button icon={Camera} onClick={() => input.current?.click()}>
        {t("emergency.photoTake")}
      </Button>
      <FieldError id="photo-error" error={unreadable ? t("emergency.photoUnreadable") : error} />
    </div>
  );
}

async function redraw(file: File): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    for (const longest of SIZES) {
      const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(bitmap.width * scale);
      canvas.height = Math.round(bitmap.height * scale);
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const url = canvas.toDataURL("image/jpeg", QUALITY);
      if (url.startsWith("data:image/jpeg") && url.length <= PHOTO_LENGTH) return url;
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}
