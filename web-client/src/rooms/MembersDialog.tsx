import { useText } from "../i18n/text.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { PersonLine } from "../timeline/PeopleDialog.tsx";
import type { ShownPerson } from "./names.ts";
import styles from "./Rooms.module.css";

export interface MembersDialogProps {
  readonly members: readonly ShownPerson[];
  readonly invited: readonly ShownPerson[];
  readonly me: string;
  readonly onClose: () => void;
}

/** Who can read this conversation, by name, profession and organisation. */
export function MembersDialog({ members, invited, me, onClose }: MembersDialogProps) {
  const { t } = useText();
  return (
    <Dialog title={t("rooms.membersTitle")} onClose={onClose} narrow>
      <p className={styles["memberRole"]}>{t("rooms.membersHint")}</p>
      <ul>
        {members.map((person) => (
          <li key={person.userId}>
            <PersonLine person={person}>
              {person.userId === me && <span className={styles["memberRole"]}>{t("rooms.you2")}</span>}
            </PersonLine>
          </li>
        ))}
        {invited.map((person) => (
          <li key={person.userId}>
            <PersonLine person={person} note={t("rooms.notJoinedYet")} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
