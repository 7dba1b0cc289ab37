import type { PersonSummary } from "@tsunagi/contracts/rest/people";
import { Search, SearchX } from "lucide-react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { List } from "../kit/List.tsx";
import { Columns } from "../kit/Page.tsx";
import { EmptyState } from "../kit/State.tsx";
import { TextField } from "../kit/TextField.tsx";
import { FormProblems, FormShell, useBinding } from "../kit/useForm.tsx";
import { BirthDateField } from "./BirthDateField.tsx";
import { PersonRow } from "./PersonRow.tsx";
import styles from "./people.module.css";
import type { SearchValues } from "./search.model.ts";

export interface SearchViewProps {
  readonly form: FormSnapshot<SearchValues>;
  readonly onChange: (change: Partial<SearchValues>) => void;
  readonly onSubmit: () => void;
}

/** The fields one looks for people with. */
export function SearchView({ form, onChange, onSubmit }: SearchViewProps) {
  const { t } = useText();
  const bind = useBinding(form, onChange);
  return (
    <search aria-label={t("people.searchLabel")}>
      <Card title={t("people.searchLabel")}>
        <FormShell onSubmit={onSubmit}>
          <FormProblems form={form} />
          <Columns>
            <TextField
              {...bind("kana")}
              label={t("people.kana")}
              hint={t("people.kanaHint")}
              autoComplete="off"
              enterKeyHint="search"
            />
            <BirthDateField {...bind("birthDate")} label={t("people.birthDateLabel")} />
          </Columns>
          <div className={styles["searchActions"]}>
            <p className={styles["recorded"]}>{t("people.recorded")}</p>
            <Button type="submit" variant="primary" icon={Search} busy={form.busy && t("people.searching")}>
              {t("people.search")}
            </Button>
          </div>
        </FormShell>
      </Card>
    </search>
  );
}

/** What was found. */
export function FoundView({ people }: { people: readonly PersonSummary[] }) {
  const { t } = useText();
  if (people.length === 0)
    return (
      <div role="status">
        <EmptyState icon={SearchX} title={t("people.foundNone")}>
          {t("people.foundNoneHint")}
        </EmptyState>
      </div>
    );
  const heading = t("people.found", { count: people.length });
  return (
    <section aria-label={heading}>
      <h2 className={styles["heading"]} role="status">
        {heading}
      </h2>
      <List label={heading}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </List>
    </section>
  );
}
