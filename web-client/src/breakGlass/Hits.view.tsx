import { townOf } from "@tsunagi/contracts/codes/municipalities";
import type { EmergencyHit, EmergencyHits } from "@tsunagi/contracts/rest/breakGlass";
import { SearchX } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Badge } from "../kit/Badge.tsx";
import { List, Row } from "../kit/List.tsx";
import { Banner, EmptyState } from "../kit/State.tsx";
import { sexList } from "../people/personForm.ts";

/** Who was found: as little as tells people apart. */
export function Hits({
  found,
  onChoose,
}: {
  readonly found: EmergencyHits;
  /** Left out for whoever may find but not open. */
  readonly onChoose: ((hit: EmergencyHit) => void) | undefined;
}) {
  const { t } = useText();
  const { hits, more } = found;
  if (hits.length === 0)
    return (
      <div role="status">
        <EmptyState icon={SearchX} title={t("breakGlass.none")}>
          {t("breakGlass.noneHint")}
        </EmptyState>
      </div>
    );
  const heading = t("breakGlass.found", { count: hits.length });
  return (
    <section aria-label={heading}>
      <h2 role="status">{heading}</h2>
      {more && (
        <Banner tone="warning" live>
          {t("breakGlass.more")}
        </Banner>
      )}
      <List label={heading}>
        {hits.map((hit) => (
          <Row
            key={hit.personId}
            title={hit.name}
            subtitle={<Facts hit={hit} />}
            trailing={!hit.consented && <Badge tone="warning">{t("breakGlass.noConsent")}</Badge>}
            {...(onChoose ? { onSelect: () => onChoose(hit) } : {})}
          />
        ))}
      </List>
      {!onChoose && <p>{t("breakGlass.findOnly")}</p>}
    </section>
  );
}

/** Age, sex and where: in one line. */
export function Facts({ hit }: { hit: EmergencyHit }) {
  const { t, language } = useText();
  const where = townOf(hit.municipality, language);
  return [
    t("emergency.age", { years: hit.age }),
    sexList.label(hit.sex, language),
    hit.town.startsWith(where) ? hit.town : `${where}${hit.town}`,
  ].join("・");
}
