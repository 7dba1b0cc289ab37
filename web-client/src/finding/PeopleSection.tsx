import { fold } from "@tsunagi/contracts/fold";
import type { PersonSummary } from "@tsunagi/contracts/rest/people";
import type { RoomView } from "@tsunagi/contracts/rest/teams";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Button } from "../kit/Button.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { List, Row } from "../kit/List.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";
import { FoundView } from "../people/Search.view.tsx";
import styles from "./finding.module.css";
import { peopleQuery } from "./peopleQuery.ts";

/** People: those in one's care at once, others only when asked for, because every such look stands in the log. */
export function PeopleSection({ text }: { text: string }) {
  const { t } = useText();
  const { session, directory } = useWorkplace();
  const { rooms } = useSnapshot(directory);
  const mine = [...rooms.values()].filter((room) => room.personId !== null && matches(room, fold(text)));
  return (
    <>
      <section aria-label={t("finding.minePeople")} className={styles["padded"]}>
        <h3 className={styles["heading"]}>{t("finding.minePeople")}</h3>
        {mine.length === 0 ? (
          <p className={styles["note"]}>{t("finding.noMine")}</p>
        ) : (
          <List label={t("finding.minePeople")}>
            {mine.map(({ id, personId, title, titleKana }) => (
              <Row
                key={id}
                href={`/people/${personId}`}
                leading={<Avatar kind="person" name={title} />}
                title={title}
                subtitle={titleKana}
              />
            ))}
          </List>
        )}
      </section>
      {session.permissions.includes("person.search") && <Others key={text} text={text} />}
    </>
  );
}

const matches = ({ title, titleKana }: RoomView, wanted: string): boolean =>
  fold(title).includes(wanted) || fold(titleKana).includes(wanted);

type Asked =
  | { readonly state: "idle" | "asking" | "unclear" }
  | { readonly state: "found"; readonly people: readonly PersonSummary[] }
  | { readonly state: "failed"; readonly failure: Failure };

function Others({ text }: { text: string }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [asked, setAsked] = useState<Asked>({ state: "idle" });
  const life = useRef<AbortController>(undefined);
  useEffect(() => () => life.current?.abort(), []);
  const ask = async () => {
    const body = peopleQuery(text);
    if (!body) return setAsked({ state: "unclear" });
    life.current = new AbortController();
    const { signal } = life.current;
    setAsked({ state: "asking" });
    try {
      const { people } = await hub.call("searchPeople", { body, signal });
      if (!signal.aborted) setAsked({ state: "found", people });
    } catch (error) {
      if (!isAborted(error)) setAsked({ state: "failed", failure: failureOf(error) });
    }
  };
  return (
    <section className={styles["padded"]}>
      <p className={styles["note"]}>{t("finding.askHubHint")}</p>
      <Button icon={Search} busy={asked.state === "asking" && t("finding.askingHub")} onClick={() => void ask()}>
        {t("finding.askHub")}
      </Button>
      <div role="status">
        {asked.state === "unclear" && <p className={styles["problem"]}>{t("finding.kanaNeeded")}</p>}
      </div>
      {asked.state === "failed" && <FailureBanner failure={asked.failure} />}
      {asked.state === "found" && <FoundView people={asked.people} />}
    </section>
  );
}
