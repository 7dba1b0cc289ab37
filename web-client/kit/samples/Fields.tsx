import { useState } from "react";
import { useText } from "../../src/i18n/text.ts";
import { Card } from "../../src/kit/Card.tsx";
import { CheckboxGroup, RadioGroup, Select, Switch } from "../../src/kit/Choice.tsx";
import { Columns } from "../../src/kit/Page.tsx";
import { PasswordField, TextArea, TextField } from "../../src/kit/TextField.tsx";
import { Sample } from "../Sample.tsx";

/** What is filled in: empty, filled, wrong, not to be changed. */
export function Fields() {
  const { t, say } = useText();
  const [text, setText] = useState("");
  const [one, setOne] = useState<"a" | "b" | "c" | "">("a");
  const [some, setSome] = useState<readonly ("a" | "b" | "c")[]>(["b"]);
  const [on, turn] = useState(true);
  const options = [
    { value: "a", label: say({ ja: "日常生活", en: "Daily life" }) },
    { value: "b", label: say({ ja: "受診結果", en: "Medical visit" }) },
    {
      value: "c",
      label: say({ ja: "支援内容", en: "Support" }),
      hint: say({ ja: "訪問も含みます", en: "Visits too" }),
    },
  ] as const;
  const bind = { value: text, onChange: setText };
  const password = { showLabel: t("session.showPassword"), hideLabel: t("session.hidePassword") };
  return (
    <Card title="Field">
      <Columns>
        <TextField {...bind} label={t("people.familyName")} required />
        <TextField {...bind} label={t("people.phone")} hint={t("people.levelsHint")} required={false} digits />
        <TextField {...bind} label={t("people.familyKana")} error={t("fields.kana")} required />
        <TextField label={t("people.code")} value="K7Q2" onChange={setText} disabled />
        <PasswordField {...bind} {...password} label={t("session.password")} autoComplete="current-password" />
        <TextField {...bind} label={t("consent.givenOn")} type="date" />
        <Select label={t("records.kind")} value={one} onChange={setOne} options={options} empty={t("common.choose")} />
        <Select
          label={t("records.kind")}
          value=""
          onChange={setOne}
          options={options}
          empty={t("common.choose")}
          error={t("fields.choose")}
        />
      </Columns>
      <TextArea {...bind} label={t("records.text")} hint={t("records.textHint")} />
      <RadioGroup label={t("records.kind")} value={one} onChange={setOne} options={options} required />
      <RadioGroup label={t("records.kind")} value="" onChange={setOne} options={options} error={t("fields.choose")} />
      <CheckboxGroup label={t("consent.scopes")} values={some} onChange={setSome} options={options} stacked />
      <Sample name="Switch">
        <Switch label={t("settings.ruby")} checked={on} onChange={turn} />
        <Switch
          label={t("settings.motion")}
          hint={t("settings.motionHint")}
          checked={!on}
          onChange={(off) => turn(!off)}
        />
        <Switch label={t("settings.ruby")} checked disabled onChange={turn} />
      </Sample>
    </Card>
  );
}
