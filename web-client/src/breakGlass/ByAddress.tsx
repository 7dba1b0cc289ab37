import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import type { EmergencyHits } from "@tsunagi/contracts/rest/breakGlass";
import { useWorkplace } from "../app/services.ts";
import { useText } from "../i18n/text.ts";
import { useOptions } from "../i18n/useOptions.ts";
import { Select } from "../kit/Choice.tsx";
import { Form } from "../kit/form.ts";
import { TextField } from "../kit/TextField.tsx";
import { useBinding } from "../kit/useForm.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { sexList } from "../people/personForm.ts";
import { SearchForm } from "./SearchForm.tsx";

type Sex = (typeof sexList.codes)[number];
interface Values {
  readonly municipality: (typeof municipalities.codes)[number] | "";
  readonly address: string;
  readonly sex: Sex | "";
  readonly age: string;
}

/** Fewer letters of an address than this would list a town. */
const SHORTEST = 3;

/** By where somebody was found, for people who cannot say who they are. */
export function ByAddress({ onFound }: { onFound: (found: EmergencyHits) => void }) {
  const { t } = useText();
  const { hub } = useWorkplace();
  const options = useOptions();
  const [form, model] = useViewModel(
    () =>
      new Form<Values>({
        initial: { municipality: "", address: "", sex: "", age: "" },
        check: ({ municipality, address, age }) => ({
          ...(municipality === "" ? { municipality: "fields.choose" as const } : {}),
          ...(address.trim().length < SHORTEST ? { address: "breakGlass.addressShort" as const } : {}),
          ...(/^\d{0,3}$/.test(age.normalize("NFKC")) ? {} : { age: "fields.format" as const }),
        }),
        submit: async ({ municipality, address, sex, age }, signal) => {
          const years = age === "" ? null : Number(age.normalize("NFKC"));
          const body = { municipality, address: address.trim(), sex: sex || null, age: years };
          onFound(await hub.call("findByAddress", { body, signal }));
        },
      }),
  );
  const bind = useBinding(form, model.set);
  return (
    <SearchForm form={form} onSubmit={() => void model.submit()}>
      <Select
        {...bind("municipality")}
        label={t("breakGlass.municipality")}
        options={options(municipalities)}
        empty={t("breakGlass.chooseMunicipality")}
      />
      <TextField
        {...bind("address")}
        label={t("breakGlass.addressPart")}
        hint={t("breakGlass.addressHint")}
        autoComplete="off"
      />
      <Select {...bind("sex")} label={t("breakGlass.sex")} options={options(sexList)} empty={t("breakGlass.anySex")} />
      <TextField {...bind("age")} label={t("breakGlass.age")} hint={t("breakGlass.ageHint")} inputMode="numeric" />
    </SearchForm>
  );
}
