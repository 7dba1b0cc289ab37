import { useText } from "../../src/i18n/text.ts";
import { Card } from "../../src/kit/Card.tsx";
import { Sample } from "../Sample.tsx";
import styles from "./tokens.module.css";

const SIZES = ["xs", "sm", "md", "lg", "xl", "2xl"];
const SPACES = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const RADII = ["sm", "md", "lg", "full"];
const GROUNDS = ["ground", "surface", "surface-sunken", "surface-hover", "surface-selected"];
const TONES = ["primary", "danger", "warning", "success", "info"];
const ROLES = ["medical", "nursing", "pharmacy", "rehab", "management", "care", "welfare", "public", "emergency"];

/** The design's values as they are now: under this theme, at this size. */
export function Tokens() {
  const { say } = useText();
  return (
    <Card title="tokens.css">
      <Sample name="--text-*">
        {SIZES.map((size) => (
          <p key={size} style={{ fontSize: `var(--text-${size})` }}>
            {say({ ja: "申し送り 水分 1200ml", en: "Handover 1200 ml" })} <code>{size}</code>
          </p>
        ))}
      </Sample>
      <Sample name="--line-text">
        <p className={styles["prose"]}>
          {say({
            ja: "昨夜は22時に入眠され、朝まで一度も起きずに休まれました。朝食は八割、水分は牛乳を二百ミリリットル。血圧は132の76、熱はありません。右足のむくみが昨日より強く見えます。",
            en: "Slept from ten until the morning. Ate most of breakfast, drank 200 ml of milk. Blood pressure 132 over 76, no fever. The right foot looks more swollen than yesterday.",
          })}
        </p>
      </Sample>
      <Sample name="--space-*">
        {SPACES.map((step) => (
          <span
            key={step}
            className={styles["space"]}
            style={{ inlineSize: `var(--space-${step})` }}
            title={`${step}`}
          />
        ))}
      </Sample>
      <Sample name="--radius-*">
        {RADII.map((radius) => (
          <span key={radius} className={styles["swatch"]} style={{ borderRadius: `var(--radius-${radius})` }}>
            {radius}
          </span>
        ))}
      </Sample>
      <Sample name="--ground, --surface*">
        {GROUNDS.map((name) => (
          <Swatch key={name} name={name} color="text" ground={name} />
        ))}
      </Sample>
      <Sample name="--primary … --info">
        {TONES.map((name) => (
          <Swatch key={name} name={name} color={`${name}-text`} ground={`${name}-soft`} />
        ))}
        <Swatch name="unread" color="on-unread" ground="unread" />
      </Sample>
      <Sample name="--role-*">
        {ROLES.map((name) => (
          <Swatch key={name} name={name} color={`role-${name}`} ground={`role-${name}-soft`} />
        ))}
      </Sample>
    </Card>
  );
}

function Swatch({ name, color, ground }: { name: string; color: string; ground: string }) {
  return (
    <span className={styles["swatch"]} style={{ color: `var(--${color})`, background: `var(--${ground})` }}>
      {name}
    </span>
  );
}
