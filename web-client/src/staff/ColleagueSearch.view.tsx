import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import { UserSearch } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Avatar } from "../kit/Avatar.tsx";
import { Select } from "../kit/Choice.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { List, Row } from "../kit/List.tsx";
import { Columns } from "../kit/Page.tsx";
import { EmptyState, SkeletonList } from "../kit/State.tsx";
import { TextField } from "../kit/TextField.tsx";
import type { Candidate, ColleagueSearchSnapshot } from "./colleagueSearch.model.ts";

export interface ColleagueSearchViewProps {
  readonly search: ColleagueSearchSnapshot;
  readonly onChange: (change: { text?: string; role?: Role | "" }) => void;
  /** What can be done with somebody who was found. */
  readonly action: (candidate: Candidate) => ReactNode;
}

/** Looking for colleagues by name, organisation or profession. */
export function ColleagueSearchView({ search, onChange, action }: ColleagueSearchViewProps) {
  const { t, language } = useText();
  const options = useOptions();
  return (
    <>
      <Columns>
        <TextField
          label={t("teams.addSearch")}
          value={search.text}
          onChange={(text) => onChange({ text })}
          autoComplete="off"
          enterKeyHint="search"
        />
        <Select
          label={t("teams.addRole")}
          value={search.role}
          onChange={(role) => onChange({ role })}
          options={options(roles)}
          empty={t("teams.addAnyRole")}
        />
      </Columns>
      {search.failure && <FailureBanner failure={search.failure} onRetry={() => onChange({})} />}
      <Found search={search}>
        {(found) => (
          <List label={t("teams.addTitle")}>
            {found.map((candidate) => (
              <Row
                key={candidate.key}
                leading={<Avatar name={candidate.colleague.familyName} role={candidate.roles[0]} />}
                title={`${candidate.colleague.familyName} ${candidate.colleague.givenName}`}
                subtitle={`${candidate.roles.map((role) => roles.label(role, language)).join("・")}｜${candidate.organisationName}`}
                trailing={action(candidate)}
              />
            ))}
          </List>
        )}
      </Found>
    </>
  );
}

function Found({
  search,
  children,
}: {
  search: ColleagueSearchSnapshot;
  children: (found: readonly Candidate[]) => ReactNode;
}) {
  const { t } = useText();
  const { found, searching } = search;
  if (!found && searching) return <SkeletonList label={t("common.searching")} rows={3} />;
  if (!found) return <EmptyState icon={UserSearch} title={t("teams.addHint")} />;
  if (found.length === 0) return <EmptyState icon={UserSearch} title={t("teams.addNone")} />;
  return children(found);
}
