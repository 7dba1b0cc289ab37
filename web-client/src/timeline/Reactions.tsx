import { Users } from "lucide-react";
import type { PlainTextKey } from "../i18n/keys.ts";
import { useText } from "../i18n/text.ts";
import { IconButton } from "../kit/Button.tsx";
import { cx } from "../kit/cx.ts";
import { Hidden } from "../kit/State.tsx";
import type { TimelineEvent } from "../matrix/models.ts";
import styles from "./Reactions.module.css";
import { CARE_REACTIONS, EMOJI_REACTIONS, type Reaction } from "./reactions.ts";
import { useTools } from "./tools.ts";

/** The word of a reaction in the language of the page; an emoji is its own word. */
export function useReactionWord(): (key: string) => string {
  const { t } = useText();
  return (key) => {
    const label: PlainTextKey | undefined = CARE_REACTIONS.find((known) => known.key === key)?.label;
    return label ? t(label) : key;
  };
}

interface Props {
  readonly event: TimelineEvent;
  readonly reactions: readonly Reaction[];
  readonly onNames: () => void;
}

/** Under a message: each reaction with its count, pressed to give or take one's own; who gave them in words too. */
export function Reactions({ event, reactions, onNames }: Props) {
  const { t } = useText();
  const { nameOf, react } = useTools();
  const wordOf = useReactionWord();
  return (
    <fieldset className={styles["chips"]} aria-label={t("marks.reactions")}>
      {reactions.map((reaction) => {
        const { key, people, own } = reaction;
        const names = people.map(({ userId }) => nameOf(userId).name).join(t("asks.join"));
        const about = { word: wordOf(key), count: people.length, names };
        const label = own ? t("marks.reactionTake", about) : t("marks.reactionGive", about);
        return (
          <button
            key={key}
            type="button"
            className={cx(styles["chip"], own && styles["own"])}
            aria-pressed={own !== null}
            title={names}
            onClick={() => react(event, key, reaction)}
          >
            <span aria-hidden>{wordOf(key)}</span>
            <span className={styles["count"]} aria-hidden>
              {people.length}
            </span>
            <Hidden>{label}</Hidden>
          </button>
        );
      })}
      <IconButton className={styles["names"]} icon={Users} label={t("marks.reactionNames")} onClick={onNames} />
    </fieldset>
  );
}

interface PickerProps {
  readonly event: TimelineEvent;
  readonly reactions: readonly Reaction[];
  /** In a menu its entries are reached by arrow keys. */
  readonly inMenu: boolean;
  readonly onPicked: () => void;
}

/** What one may give: the words care teams say most, and a few emoji. */
export function ReactionPicker({ event, reactions, inMenu, onPicked }: PickerProps) {
  const { t } = useText();
  const { react } = useTools();
  const wordOf = useReactionWord();
  const entry = (key: string, className: string | undefined) => {
    const given = reactions.find((reaction) => reaction.key === key);
    const role = inMenu ? { role: "menuitemcheckbox", tabIndex: -1, "aria-checked": given?.own != null } : {};
    const pressed = inMenu ? {} : { "aria-pressed": given?.own != null };
    return (
      <button
        key={key}
        type="button"
        className={cx(className, given?.own && styles["own"])}
        {...role}
        {...pressed}
        onClick={() => {
          onPicked();
          react(event, key, given);
        }}
      >
        {wordOf(key)}
      </button>
    );
  };
  return (
    <fieldset className={styles["picker"]} aria-label={t("marks.addReaction")}>
      <div className={styles["words"]}>{CARE_REACTIONS.map(({ key }) => entry(key, styles["word"]))}</div>
      <div className={styles["emoji"]}>{EMOJI_REACTIONS.map((key) => entry(key, styles["sign"]))}</div>
    </fieldset>
  );
}
