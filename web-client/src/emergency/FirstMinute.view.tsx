import { cardItems } from "@tsunagi/contracts/codes/emergency";
import { cardSpec, type ItemSpec } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { Check, CircleHelp, Phone, TriangleAlert } from "lucide-react";
import { ageOn, formatDate, formatEraDate } from "../i18n/dates.ts";
import { useText } from "../i18n/text.ts";
import { cx } from "../kit/cx.ts";
import { sexList } from "../people/personForm.ts";
import { entryText, itemOf } from "./card.ts";
import styles from "./emergency.module.css";
import { type Block, blocksOf, daysSince, keyPersons, mainDoctor } from "./firstMinute.ts";

/** The card as a crew reads it in the first sixty seconds: what can kill first, at arm's length (R13). */
export function FirstMinute({ card, now }: { card: EmergencyCardView; now: number }) {
  return (
    <div className={styles["minute"]}>
      <Identity card={card} />
      {blocksOf(card).map((block) => (
        <BlockOf key={block.title} block={block} />
      ))}
      <Doctor card={card} />
      <KeyPersons card={card} />
      <Wish card={card} />
      <LastConfirmed card={card} now={now} />
    </div>
  );
}

function Identity({ card }: { card: EmergencyCardView }) {
  const { t, language } = useText();
  const { person } = card;
  const name = `${person.familyName} ${person.givenName}`;
  const photo = itemOf(card, "identity", "photo").entries[0]?.image;
  const blood = itemOf(card, "identity", "bloodType");
  return (
    <section className={styles["identity"]} aria-label={name}>
      {photo && <img className={styles["photo"]} src={photo} alt={t("emergency.photoAlt", { name })} />}
      <div>
        <p className={styles["name"]}>{name}</p>
        <p>{`${person.familyKana} ${person.givenKana}`}</p>
        <p className={styles["big"]}>
          {t("emergency.age", { years: ageOn(person.birthDate) })} {sexList.label(person.sex, language)}
        </p>
        <p>{formatEraDate(person.birthDate, language)}</p>
        <p>
          {t("emergency.blood")}{" "}
          {blood.state === "known"
            ? blood.entries.map((entry) => entryText(entry, cardSpec.identity.bloodType, language)).join()
            : t(`emergency.${blood.state}`)}
        </p>
      </div>
    </section>
  );
}

/** Danger has a frame, a sign and the word; "none" has a tick, "unknown" a question mark and a broken frame. */
function BlockOf({ block }: { block: Block }) {
  const { t, language } = useText();
  const { title, section, known, none, unknown, blank } = block;
  const alert = (section === "allergies" || section === "devices") && known.length > 0;
  const names = (items: Block["none"]) => items.map((item) => cardItems.label(item, language)).join("、");
  const specs = cardSpec[section] as Readonly<Record<string, ItemSpec>>;
  return (
    <section className={cx(styles["block"], alert && styles["alert"])} aria-label={t(`emergency.${title}`)}>
      <h2 className={styles["blockTitle"]}>
        {alert && <TriangleAlert size={22} aria-hidden />}
        {t(`emergency.${title}`)}
      </h2>
      {known.map(({ item, entries }) => (
        <div key={item} className={styles["known"]}>
          <span className={styles["knownLabel"]}>{cardItems.label(item, language)}</span>
          {entries.map((entry) => {
            const text = entryText(entry, specs[item] ?? { fields: {}, most: 1 }, language);
            return (
              <span key={text} className={styles["knownValue"]}>
                {text}
              </span>
            );
          })}
        </div>
      ))}
      {none.length > 0 && (
        <p className={styles["rest"]}>
          <Check size={20} aria-hidden />
          <span>
            {t("emergency.none")}：{names(none)}
          </span>
        </p>
      )}
      {unknown.length > 0 && <Unknown text={`${t("emergency.unknown")}：${names(unknown)}`} />}
      {blank && <Unknown text={t("emergency.blank")} />}
    </section>
  );
}

function Unknown({ text }: { text: string }) {
  return (
    <p className={cx(styles["rest"], styles["unknown"])}>
      <CircleHelp size={20} aria-hidden />
      <span>{text}</span>
    </p>
  );
}

function Doctor({ card }: { card: EmergencyCardView }) {
  const { t } = useText();
  const doctor = mainDoctor(card);
  return (
    <section className={styles["block"]} aria-label={t("emergency.doctor")}>
      <h2 className={styles["blockTitle"]}>{t("emergency.doctor")}</h2>
      {doctor ? (
        <>
          <p className={styles["big"]}>{doctor.institution}</p>
          <p>{[doctor.department, doctor.doctor].filter(Boolean).join("　")}</p>
          <Call name={doctor.institution ?? ""} phone={doctor.phone ?? ""} />
        </>
      ) : (
        <Missing card={card} section="doctors" />
      )}
    </section>
  );
}

function KeyPersons({ card }: { card: EmergencyCardView }) {
  const { t, language } = useText();
  const people = keyPersons(card);
  const spec = cardSpec.contacts.contacts.fields;
  return (
    <section className={styles["block"]} aria-label={t("emergency.keyPerson")}>
      <h2 className={styles["blockTitle"]}>{t("emergency.keyPerson")}</h2>
      {people.map((person) => (
        <div key={`${person.name} ${person.phone}`} className={styles["first"]}>
          <p className={styles["big"]}>
            {person.name} {person.relation && spec.relation.list?.label(person.relation, language)}
          </p>
          <Call name={person.name ?? ""} phone={person.phone ?? ""} />
          <Call name={person.name ?? ""} phone={person.phone2 ?? ""} />
        </div>
      ))}
      {people.length === 0 && <Missing card={card} section="contacts" />}
    </section>
  );
}

/** Calls by one tap. */
function Call({ name, phone }: { name: string; phone: string }) {
  const { t } = useText();
  if (phone === "") return null;
  const number = phone.normalize("NFKC").replaceAll(/[^\d+]/g, "");
  return (
    <a className={styles["call"]} href={`tel:${number}`} aria-label={`${t("emergency.call", { name })} ${phone}`}>
      <Phone size={22} aria-hidden />
      {phone}
    </a>
  );
}

function Missing({ card, section }: { card: EmergencyCardView; section: "doctors" | "contacts" }) {
  const { t } = useText();
  const { state } = itemOf(card, section, section);
  if (state === "none") return <p>{t("emergency.none")}</p>;
  return <Unknown text={state === "unknown" ? t("emergency.unknown") : t("emergency.blank")} />;
}

/** In the person's words, marked as a wish; nothing here looks like an order. */
function Wish({ card }: { card: EmergencyCardView }) {
  const { t, language } = useText();
  const { state, entries } = itemOf(card, "wish", "wish");
  const [wish] = entries;
  const written = wish?.writtenOn ? formatDate(`${wish.writtenOn}T00:00:00+09:00`, language) : "";
  return (
    <section className={styles["block"]} aria-label={t("emergency.wish")}>
      <h2 className={styles["blockTitle"]}>{t("emergency.wish")}</h2>
      <p className={styles["note"]}>{t("emergency.wishNote")}</p>
      {wish && <p className={styles["wish"]}>{wish.detail}</p>}
      {wish && <p>{[wish.writer, written, wish.doctor, wish.document].filter(Boolean).join("　")}</p>}
      {state === "none" && <p>{t("emergency.none")}</p>}
      {(state === "unknown" || state === "blank") && <Unknown text={t(`emergency.${state}`)} />}
    </section>
  );
}

function LastConfirmed({ card, now }: { card: EmergencyCardView; now: number }) {
  const { t, language } = useText();
  const { lastConfirmedAt, due } = card;
  const date = lastConfirmedAt && formatDate(lastConfirmedAt, language);
  return (
    <section className={styles["block"]} aria-label={t("emergency.confirmed")}>
      <h2 className={styles["blockTitle"]}>{t("emergency.confirmed")}</h2>
      {lastConfirmedAt && date ? (
        <p className={styles["big"]}>{t("emergency.confirmedOn", { date, days: daysSince(lastConfirmedAt, now) })}</p>
      ) : (
        <Unknown text={t("emergency.neverConfirmed")} />
      )}
      {due && <Unknown text={t("emergency.due")} />}
    </section>
  );
}
