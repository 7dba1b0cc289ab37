import type { EmergencyHits } from "@tsunagi/contracts/rest/breakGlass";
import { Camera as CameraIcon, ImageUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Camera } from "../emergency/Camera.tsx";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Form } from "../kit/form.ts";
import { Banner } from "../kit/State.tsx";
import { TextField } from "../kit/TextField.tsx";
import { useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import styles from "./breakGlass.module.css";
import { SearchForm } from "./SearchForm.tsx";

/** The text of the first code on a picture; "" = there is none. */
async function codeOn(image: Blob | ImageData): Promise<string> {
  const [code] = await (await import("../emergency/scanner.ts")).readCodes(image);
  return code ? new TextDecoder().decode(code.bytes) : "";
}

/** By the printed card: camera, a picture of it, or typed from paper. */
export function ByCode({ initial, onFound }: { initial: string; onFound: (found: EmergencyHits) => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const picture = useRef<HTMLInputElement>(null);
  const [filming, setFilming] = useState(false);
  const [trouble, setTrouble] = useState<"scanNoCode" | "scanNoCamera">();
  const [form, model] = useViewModel(
    () =>
      new Form({
        initial: { code: initial },
        check: ({ code }) => (code.trim() === "" ? { code: "fields.needed" as const } : {}),
        submit: async ({ code }, signal) =>
          onFound(await hub.call("findByCardCode", { body: { code: code.trim() }, signal })),
      }),
  );
  const bind = useBinding(form, model.set);
  useEffect(() => {
    if (initial) void model.submit();
  }, [initial, model]);
  const take = async (image: Blob | ImageData, still: boolean) => {
    const code = await codeOn(image).catch(() => "");
    if (code === "") return still && setTrouble("scanNoCode");
    setFilming(false);
    setTrouble(undefined);
    model.set({ code });
    return model.submit();
  };
  return (
    <SearchForm form={form} onSubmit={() => void model.submit()}>
      {filming ? (
        <Camera
          label={t("breakGlass.scanning")}
          onFrame={(frame) => take(frame, false)}
          onFailed={() => {
            setFilming(false);
            setTrouble("scanNoCamera");
          }}
        />
      ) : (
        <Button wide className={styles["big"]} icon={CameraIcon} onClick={() => setFilming(true)}>
          {t("emergency.scanCamera")}
        </Button>
      )}
      <Button wide className={styles["big"]} icon={ImageUp} onClick={() => picture.current?.click()}>
        {t("emergency.scanImage")}
      </Button>
      <input
        ref={picture}
        hidden
        type="file"
        accept="image/*"
        aria-label={t("emergency.scanImage")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = ""; // the same picture may be chosen again
          if (file) void take(file, true);
        }}
      />
      {trouble && (
        <Banner tone="warning" live>
          {t(`emergency.${trouble}`)}
        </Banner>
      )}
      <TextField
        {...bind("code")}
        label={t("breakGlass.codeLabel")}
        hint={t("breakGlass.codeHint")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        digits
      />
    </SearchForm>
  );
}
