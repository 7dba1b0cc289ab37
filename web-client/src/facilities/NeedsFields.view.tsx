import { facilityNeeds, needAnswers } from "@tsunagi/contracts/codes/facilities";
import { PROFILE_LIMITS } from "@tsunagi/contracts/rest/facilities";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Card } from "../kit/Card.tsx";
import { Select } from "../kit/Choice.tsx";
import { TextField } from "../kit/TextField.tsx";
import styles from "./facilities.module.css";
import type { FacilityValues, NeedAnswer } from "./facilityForm.ts";

interface Props {
  readonly needs: FacilityValues["needs"];
  readonly onChange: (needs: FacilityValues["needs"]) => void;
}

/** Each need with its answer; a note can be written beside one that is answered. */
export function NeedsFields({ needs, onChange }: Props) {
  const { t } = useText();
  const options = useOptions();
  const answers = options(needAnswers).filter(({ value }) => value !== "unknown");
  return (
    <Card title={t("facilities.needs")}>
      <p>{t("facilities.needsHint")}</p>
      <div className={styles["needFields"]}>
        {options(facilityNeeds).map(({ value: need, label }) => {
          const { answer, note } = needs[need] ?? { answer: "", note: "" };
          const put = (change: Partial<{ answer: NeedAnswer; note: string }>) =>
            onChange({ ...needs, [need]: { answer, note, ...change } });
          return (
            <div key={need} className={styles["needField"]}>
              <Select
                label={label}
                value={answer}
                onChange={(value) => put({ answer: value as NeedAnswer })}
                options={answers}
                empty={t("facilities.unknown")}
              />
              {answer !== "" && (
                <TextField
                  label={t("facilities.needNote", { need: label })}
                  value={note}
                  onChange={(text) => put({ note: text })}
                  maxLength={PROFILE_LIMITS.needNote}
                  autoComplete="off"
                />
              )}
            </div>
          );
        })}
      </div>
    </Card>
  );
}
