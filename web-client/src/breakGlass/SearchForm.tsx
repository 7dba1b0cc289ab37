import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import type { FormSnapshot } from "../kit/form.ts";
import { FormProblems, FormShell } from "../kit/useForm.tsx";
import styles from "./breakGlass.module.css";

interface SearchFormProps<Values> {
  readonly form: FormSnapshot<Values>;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** One way of finding somebody: its fields, and the one large button below them. */
export function SearchForm<Values>({ form, onSubmit, children }: SearchFormProps<Values>) {
  const { t } = useText();
  return (
    <FormShell onSubmit={onSubmit}>
      <FormProblems form={form} />
      {children}
      <Button
        type="submit"
        wide
        className={styles["big"]}
        variant="primary"
        icon={Search}
        busy={form.busy && t("breakGlass.searching")}
      >
        {t("breakGlass.search")}
      </Button>
    </FormShell>
  );
}
