import { pictures as words } from "../i18n/ja/pictures.ts";
import type { Translate } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Inline, Stack } from "../kit/Page.tsx";
import { Banner, Busy } from "../kit/State.tsx";
import type { ComparisonPort, ComparisonSnapshot, Picture } from "./comparison.ts";
import styles from "./pictures.module.css";

type Word = keyof typeof words;

const nameOf = (name: string, t: Translate): string => (name in words ? t(`pictures.${name as Word}`) : name);

export interface PicturesViewProps {
  readonly snapshot: ComparisonSnapshot;
  readonly actions: Pick<ComparisonPort, "confirm" | "refuse">;
}

/** Seven pictures with their names, to be compared with those on the other device. */
export function PicturesView({ snapshot: { phase, pictures }, actions }: PicturesViewProps) {
  const { t } = useText();
  if (phase === "asking") return <Busy>{t("devices.picturesAsking")}</Busy>;
  if (phase === "failed") return <Banner tone="danger">{t("devices.picturesFailed")}</Banner>;
  return (
    <Stack>
      <ol className={styles["pictures"]} aria-label={t("devices.pictures")}>
        {pictures.map((picture, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: seven pictures that never change places; two may be equal
          <PictureItem key={at} picture={picture} name={nameOf(picture.name, t)} />
        ))}
      </ol>
      {phase === "comparing" ? (
        <Inline>
          <Button onClick={actions.refuse}>{t("devices.picturesDiffer")}</Button>
          <Button variant="primary" onClick={actions.confirm}>
            {t("devices.picturesSame")}
          </Button>
        </Inline>
      ) : (
        <Busy>{t("devices.picturesConfirming")}</Busy>
      )}
    </Stack>
  );
}

function PictureItem({ picture, name }: { picture: Picture; name: string }) {
  return (
    <li className={styles["picture"]}>
      <span className={styles["symbol"]} aria-hidden>
        {picture.symbol}
      </span>
      <span>{name}</span>
    </li>
  );
}
