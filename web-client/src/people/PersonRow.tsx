import { careLevels, sexes } from "@tsunagi/contracts/codes/levels";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { PersonSummary } from "@tsunagi/contracts/rest/people";
import { ageOn, formatDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Badge } from "../kit/Badge.tsx";
import { Row } from "../kit/List.tsx";
import styles from "./people.module.css";

/** Name and reading of a person. */
export function PersonName({
  person,
}: {
  person: Pick<PersonSummary, "familyName" | "givenName" | "familyKana" | "givenKana">;
}) {
  return (
    <>
      {`${person.familyName} ${person.givenName}`}
      <span className={styles["kana"]}>{`${person.familyKana} ${person.givenKana}`}</span>
    </>
  );
}

/** Age, sex, birth date, municipality: enough to tell people of one name apart. */
export function usePersonLine(): (person: Pick<PersonSummary, "birthDate" | "sex" | "municipality">) => string {
  const { t, language } = useText();
  return ({ birthDate, sex, municipality }) =>
    [
      t("common.yearsOld", { years: ageOn(birthDate) }),
      sexes.label(sex, language),
      t("common.birthDate", { date: formatDate(`${birthDate}T00:00:00+09:00`, language) }),
      townOf(municipality, language),
    ].join("・");
}

export function CareLevelBadge({ level }: { level: PersonSummary["careLevel"] }) {
  const { language } = useText();
  return level && <Badge tone="primary">{careLevels.label(level, language)}</Badge>;
}

/** One person of a list. */
export function PersonRow({ person }: { person: PersonSummary }) {
  const line = usePersonLine();
  return (
    <Row
      href={`/people/${person.id}`}
      leading={<Avatar kind="person" name={person.familyName} />}
      title={
        <>
          <PersonName person={person} />
          <CareLevelBadge level={person.careLevel} />
        </>
      }
      subtitle={line(person)}
    />
  );
}
