import type { EmergencyHits } from "@tsunagi/contracts/rest/breakGlass";
import { useWorkplace } from "../app/services.ts";
import { readDay } from "../i18n/readDay.ts";
import { useText } from "../i18n/text.ts";
import { Form } from "../kit/form.ts";
import { TextField } from "../kit/TextField.tsx";
import { useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { BirthDateField } from "../people/BirthDateField.tsx";
import { SearchForm } from "./SearchForm.tsx";

/** By kana and birth date: both are needed, so that nobody browses. */
export function ByName({ onFound }: { onFound: (found: EmergencyHits) => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const [form, model] = useViewModel(
    () =>
      new Form({
        initial: { kana: "", birthDate: "" },
        check: ({ kana, birthDate }) => ({
          ...(kana.trim() === "" ? { kana: "fields.needed" as const } : {}),
          ...(readDay(birthDate) ? {} : { birthDate: "people.birthDateUnclear" as const }),
        }),
        submit: async ({ kana, birthDate }, signal) => {
          const body = { kana: kana.trim(), birthDate: readDay(birthDate) ?? "" };
          onFound(await hub.call("findByNameAndBirth", { body, signal }));
        },
      }),
  );
  const bind = useBinding(form, model.set);
  return (
    <SearchForm form={form} onSubmit={() => void model.submit()}>
      <TextField {...bind("kana")} label={t("breakGlass.kana")} hint={t("breakGlass.kanaHint")} autoComplete="off" />
      <BirthDateField {...bind("birthDate")} label={t("people.birthDateLabel")} />
    </SearchForm>
  );
}
