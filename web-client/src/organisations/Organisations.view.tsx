import { municipalities, townOf } from "@tsunagi/contracts/codes/municipalities";
import { organisationKinds } from "@tsunagi/contracts/codes/organisationKinds";
import type { OrganisationView } from "@tsunagi/contracts/rest/organisations";
import { Building2 } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Badge } from "../kit/Badge.tsx";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Choice.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { List, Row } from "../kit/List.tsx";
import { Columns } from "../kit/Page.tsx";
import { EmptyState, SkeletonList } from "../kit/State.tsx";
import { TextField } from "../kit/TextField.tsx";
import type { OrganisationFilter, OrganisationsSnapshot } from "./organisations.model.ts";
import styles from "./organisations.module.css";

export interface OrganisationsViewProps {
  readonly snapshot: OrganisationsSnapshot;
  readonly onFilter: (change: Partial<OrganisationFilter>) => void;
  readonly onNext: () => void;
  readonly onRetry: () => void;
  /** Where a tap leads; nowhere when left out. */
  readonly hrefOf?: (organisation: OrganisationView) => string;
}

/** Organisations with their filters. */
export function OrganisationsView({ snapshot, onFilter, onNext, onRetry, hrefOf }: OrganisationsViewProps) {
  const { filter, organisations, total, loading, failure } = snapshot;
  const { t } = useText();
  const options = useOptions();
  const filtered = filter.text !== "" || filter.kind !== "" || filter.municipality !== "";
  return (
    <>
      <Columns>
        <TextField
          label={t("organisations.searchText")}
          value={filter.text}
          onChange={(text) => onFilter({ text })}
          autoComplete="off"
          enterKeyHint="search"
        />
        <Select
          label={t("organisations.kind")}
          value={filter.kind}
          onChange={(kind) => onFilter({ kind })}
          options={options(organisationKinds)}
          empty={t("organisations.kindAll")}
        />
        <Select
          label={t("organisations.municipality")}
          value={filter.municipality}
          onChange={(municipality) => onFilter({ municipality })}
          options={options(municipalities)}
          empty={t("organisations.municipalityAll")}
        />
      </Columns>
      {failure && <FailureBanner failure={failure} onRetry={onRetry} />}
      {!organisations && loading && <SkeletonList label={t("common.loading")} />}
      {organisations?.length === 0 && (
        <EmptyState icon={Building2} title={t(filtered ? "organisations.noneFiltered" : "organisations.none")}>
          {!filtered && t("organisations.noneHint")}
        </EmptyState>
      )}
      {organisations && organisations.length > 0 && (
        <>
          <p className={styles["total"]} role="status">
            {t("organisations.total", { count: total })}
          </p>
          <List label={t("organisations.title")}>
            {organisations.map((organisation) => (
              <OrganisationRow key={organisation.id} organisation={organisation} href={hrefOf?.(organisation)} />
            ))}
          </List>
        </>
      )}
      {organisations && organisations.length < total && (
        <div className={styles["more"]}>
          <Button busy={loading && t("common.loading")} onClick={onNext}>
            {t("common.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function OrganisationRow({ organisation, href }: { organisation: OrganisationView; href: string | undefined }) {
  const { t, language } = useText();
  const { name, kind, municipality, staffCount } = organisation;
  const town = townOf(municipality, language);
  const staff = staffCount > 0 ? [t("organisations.staffCount", { count: staffCount })] : [];
  return (
    <Row
      {...(href ? { href, state: { name } } : {})}
      title={
        <>
          {name}
          <Badge>{organisationKinds.label(kind, language)}</Badge>
        </>
      }
      subtitle={[town, ...staff].join("｜")}
    />
  );
}
