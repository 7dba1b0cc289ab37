import { mailTies } from "@tsunagi/contracts/codes/mail";
import { townOf } from "@tsunagi/contracts/codes/municipalities";
import { MAIL_RECIPIENTS } from "@tsunagi/contracts/rest/mail";
import { X } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { IconButton } from "../kit/Button.tsx";
import { FieldError } from "../kit/Field.tsx";
import { List, Row } from "../kit/List.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Stack } from "../kit/Page.tsx";
import { TextField } from "../kit/TextField.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { type Chosen, chosenDesk, chosenPerson, keyOf } from "./recipients.ts";

interface RecipientPickerProps {
  readonly value: readonly Chosen[];
  readonly onChange: (chosen: readonly Chosen[]) => void;
  readonly error: string | undefined;
}

/** Recipients are chosen from those the hub lets one write to; there is no address to type. */
export function RecipientPicker({ value, onChange, error }: RecipientPickerProps) {
  const { t } = useText();
  const [text, setText] = useState("");
  const add = (chosen: Chosen) => {
    setText("");
    if (value.length < MAIL_RECIPIENTS && !value.some((one) => keyOf(one) === keyOf(chosen)))
      onChange([...value, chosen]);
  };
  return (
    <Stack>
      {value.length > 0 && (
        <List label={t("mail.to")}>
          {value.map((one) => (
            <Row
              key={keyOf(one)}
              title={one.name}
              subtitle={one.organisationName}
              trailing={
                <IconButton
                  label={t("mail.removeRecipient", { name: one.name })}
                  icon={X}
                  onClick={() => onChange(value.filter((other) => other !== one))}
                />
              }
            />
          ))}
        </List>
      )}
      <TextField
        label={t("mail.findRecipient")}
        hint={t("mail.findHint")}
        value={text}
        onChange={setText}
        maxLength={80}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
      />
      <FieldError id="mail-recipients-error" error={error} />
      {text.trim() !== "" && <Found key={text} text={text} onChoose={add} />}
    </Stack>
  );
}

/** Milliseconds of rest in typing before the hub is asked. */
const PAUSE_MS = 250;

function Found({ text, onChoose }: { text: string; onChoose: (chosen: Chosen) => void }) {
  const { t, language } = useText();
  const { hub } = useWorkplace();
  const [found, loader] = useViewModel(
    () =>
      new Loader(async (signal) => {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        signal.throwIfAborted();
        return hub.call("mailDirectory", { body: { text }, signal });
      }),
  );
  return (
    <Loaded of={found} onRetry={() => void loader.reload()}>
      {({ people, groups, more }) => (
        <>
          {people.length + groups.length === 0 && <p role="status">{t("mail.nobodyFound")}</p>}
          {people.length + groups.length > 0 && (
            <List label={t("mail.found")}>
              {people.map((person) => (
                <Row
                  key={`${person.staffId} ${person.organisationId}`}
                  title={person.name}
                  subtitle={`${person.organisationName}・${mailTies.label(person.tie, language)}`}
                  onSelect={() => onChoose(chosenPerson(person))}
                />
              ))}
              {groups.map((group) => {
                const chosen = chosenDesk(group, language);
                return (
                  <Row
                    key={keyOf(chosen)}
                    title={`${group.organisationName} ${chosen.name}`}
                    subtitle={t("mail.desk", {
                      town: townOf(group.municipality, language),
                      count: group.members,
                    })}
                    onSelect={() => onChoose(chosen)}
                  />
                );
              })}
            </List>
          )}
          {more && <p>{t("mail.moreFound")}</p>}
        </>
      )}
    </Loaded>
  );
}
