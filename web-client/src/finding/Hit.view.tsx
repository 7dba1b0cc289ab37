import { FileText } from "lucide-react";
import { useLocation } from "wouter";
import styles from "./finding.module.css";
import { Highlighted } from "./Highlighted.tsx";
import { arrival, type ShownHit } from "./hits.ts";

export interface HitProps {
  readonly hit: ShownHit;
  /** What was looked for. */
  readonly typed: string;
  /** Where the way back from the room leads. */
  readonly from: string | undefined;
  readonly children?: React.ReactNode;
  readonly label?: string;
  readonly className?: string | undefined;
}

/** Leads to the message. A link, so that it can be opened in another tab too. */
export function HitLink({ hit, from, children, label, className }: Omit<HitProps, "typed">) {
  const [, navigate] = useLocation();
  return (
    <a
      href={hit.href}
      className={className}
      aria-label={label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        navigate(hit.href, { state: arrival(from) });
      }}
    >
      {children}
    </a>
  );
}

/** One message that was found: whose conversation, who said it, when, and the part with the words. */
export function HitView({ hit, typed, from }: HitProps) {
  const { document, room, sender, role, when } = hit;
  const { file } = document;
  return (
    <li>
      <HitLink hit={hit} from={from} className={styles["row"]}>
        <span className={styles["line"]}>
          <span className={styles["room"]}>{room}</span>
          <time className={styles["when"]} dateTime={new Date(document.sentAt).toISOString()}>
            {when}
          </time>
        </span>
        <span className={styles["said"]}>
          {file && (
            <span className={styles["fileName"]}>
              <FileText size={16} aria-hidden />
              <Highlighted text={file.attachment.name} typed={typed} />
            </span>
          )}
          <Highlighted text={document.text} typed={typed} />
        </span>
        <span className={styles["by"]}>{[sender, role].filter(Boolean).join("・")}</span>
      </HitLink>
    </li>
  );
}
