import type { ReactNode } from "react";
import { useText } from "../i18n/text.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import type { ShownPerson } from "../rooms/names.ts";
import styles from "./PeopleDialog.module.css";
import { RoleBadge } from "./RoleBadge.tsx";
import { moment } from "./when.ts";

export interface PeopleSection {
  readonly title: string;
  readonly people: readonly { readonly userId: string; readonly at?: number; readonly note?: string }[];
  /** Said when nobody is in it. */
  readonly empty: string;
}

export interface PeopleDialogProps {
  readonly title: string;
  readonly sections: readonly PeopleSection[];
  readonly nameOf: (userId: string) => ShownPerson;
  readonly onClose: () => void;
  /** What can be done about it. */
  readonly actions?: ReactNode;
}

/** Who has and who has not, by name, profession, organisation and time. */
export function PeopleDialog({ title, sections, nameOf, onClose, actions }: PeopleDialogProps) {
  return (
    <Dialog title={title} onClose={onClose} narrow actions={actions}>
      {sections.map(({ title: heading, people, empty }) => (
        <section key={heading} aria-label={heading}>
          <h3 className={styles["heading"]}>{heading}</h3>
          {people.length === 0 && <p className={styles["empty"]}>{empty}</p>}
          <ul>
            {people.map(({ userId, at, note }) => (
              <li key={userId}>
                <PersonLine person={nameOf(userId)} note={note}>
                  {at === undefined ? null : <When at={at} />}
                </PersonLine>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

function When({ at }: { at: number }) {
  const { language } = useText();
  return (
    <time className={styles["when"]} dateTime={new Date(at).toISOString()}>
      {moment(at, Date.now(), language)}
    </time>
  );
}

/** One person of such a list. */
export function PersonLine(props: { person: ShownPerson; note?: string | undefined; children?: ReactNode }) {
  const { person, note, children } = props;
  const { name, role, roleLabel, organisation } = person;
  return (
    <div className={styles["person"]}>
      <Avatar name={name} role={role ?? undefined} small />
      <span className={styles["text"]}>
        <span className={styles["name"]}>
          {name}
          <RoleBadge role={role} label={roleLabel} />
        </span>
        {organisation && <span className={styles["organisation"]}>{organisation}</span>}
        {note && <span className={styles["organisation"]}>{note}</span>}
      </span>
      {children}
    </div>
  );
}
