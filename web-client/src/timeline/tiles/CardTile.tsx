import type { Card } from "@tsunagi/contracts/events";
import {
  Building2,
  CircleHelp,
  ClipboardList,
  FileText,
  Info,
  type LucideIcon,
  TriangleAlert,
  Users,
} from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { givenAlong } from "../../facilitySearch/givenAlong.ts";
import { useText } from "../../i18n/text.ts";
import { Button } from "../../kit/Button.tsx";
import { cx } from "../../kit/cx.ts";
import type { TileOf } from "../tile.ts";
import { useTools } from "../tools.ts";
import styles from "./Card.module.css";
import { Prose } from "./Prose.tsx";

const ICONS: Readonly<Record<Card["kind"], LucideIcon>> = {
  record: FileText,
  recordList: ClipboardList,
  help: CircleHelp,
  members: Users,
  notice: Info,
  problem: TriangleAlert,
  facilityList: Building2,
};

/** The keeper's structured words: title, text, facts, things, and what can be done. */
export function CardTile({ tile: { card } }: { tile: TileOf<"card"> }) {
  const { say, t } = useText();
  const { act } = useTools();
  const Icon = ICONS[card.kind];
  return (
    <div className={styles["card"]}>
      <p className={cx(styles["title"], card.kind === "problem" && styles["problem"])}>
        <Icon size={18} aria-hidden />
        <span>{say(card.title)}</span>
      </p>
      {card.text && <Prose text={card.text} />}
      {card.facts.length > 0 && (
        <dl className={styles["facts"]}>
          {card.facts.map(({ label, value }) => [
            <dt key={`${label.en}-t`}>{say(label)}</dt>,
            <dd key={`${label.en}-d`}>{say(value)}</dd>,
          ])}
        </dl>
      )}
      {card.items.length > 0 && <Items items={card.items} />}
      {card.filters && (
        <Link href="/facilities" state={givenAlong(card.filters)} className={styles["further"] ?? ""}>
          {t("timeline.cardSearchFurther")}
        </Link>
      )}
      {card.actions.length > 0 && (
        <div className={styles["actions"]}>
          {card.actions.map((action) => (
            <Button
              key={`${action.command} ${action.label.en}`}
              size="small"
              variant={action.style === "primary" ? "primary" : "quiet"}
              className={action.style === "danger" ? (styles["danger"] ?? "") : ""}
              onClick={() => act(action, card.text)}
            >
              {say(action.label)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const FIRST = 5;
/** Things that have a page of their own. */
const facility = /^svc_[0-9a-z]{26}$/;

function Items({ items }: { items: Card["items"] }) {
  const { t } = useText();
  const [all, showAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <>
      <ul className={styles["items"]}>
        {shown.map(({ title, text, note, id }) => (
          <li key={id ?? title}>
            <p className={styles["itemTitle"]}>
              {id && facility.test(id) ? <Link href={`/facilities/${id}`}>{title}</Link> : title}
            </p>
            {text && <Prose text={text} />}
            {note && <p className={styles["note"]}>{note}</p>}
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button size="small" variant="quiet" onClick={() => showAll(true)}>
          {t("timeline.cardMore", { count: items.length })}
        </Button>
      )}
    </>
  );
}
