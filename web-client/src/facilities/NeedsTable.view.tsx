import { facilityNeeds, needAnswers } from "@tsunagi/contracts/codes/facilities";
import type { FacilityProfile } from "@tsunagi/contracts/rest/facilities";
import { useText } from "../i18n/text.ts";
import { cx } from "../kit/cx.ts";
import styles from "./facilities.module.css";

/** Every need with what the facility says of it; what it does not speak of is unknown, not declined. */
export function NeedsTable({ needs }: { needs: FacilityProfile["needs"] }) {
  const { t, language } = useText();
  const said = new Map(needs.map((need) => [need.need, need]));
  return (
    <table className={styles["needs"]}>
      <thead>
        <tr>
          <th scope="col">{t("facilities.need")}</th>
          <th scope="col">{t("facilities.answer")}</th>
        </tr>
      </thead>
      <tbody>
        {facilityNeeds.codes.map((code) => {
          const need = said.get(code);
          const answer = need?.answer ?? "unknown";
          return (
            <tr key={code}>
              <th scope="row">{facilityNeeds.label(code, language)}</th>
              <td>
                <span className={cx(styles["answer"], styles[answer])}>{needAnswers.label(answer, language)}</span>
                {need?.note && <span className={styles["needNote"]}>{need.note}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
