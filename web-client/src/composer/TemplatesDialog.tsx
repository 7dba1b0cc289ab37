import type { Role } from "@tsunagi/contracts/codes/roles";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button, IconButton } from "../kit/Button.tsx";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { useSnapshot } from "../kit/useViewModel.ts";
import type { Collection } from "../ownData/collection.ts";
import { TemplateForm } from "./TemplateForm.tsx";
import styles from "./Templates.module.css";
import { type BuiltIn, byProfession, type Template } from "./templates.ts";

export interface TemplatesDialogProps {
  readonly own: Pick<Collection<Template>, "getSnapshot" | "subscribe" | "put" | "remove">;
  readonly roles: readonly Role[];
  /** What is written now: it can become a template. */
  readonly text: string;
  readonly onUse: (body: string) => void;
  readonly onClose: () => void;
}

type Open = { readonly act: "edit" | "remove"; readonly id: string; readonly template: Template };

/** Templates to begin a message with: those of one's profession, one's own, and all the others. */
export default function TemplatesDialog({ own, roles, text, onUse, onClose }: TemplatesDialogProps) {
  const { t } = useText();
  const kept = useSnapshot(own);
  const [open, setOpen] = useState<Open>();
  const [yours, others] = byProfession(roles);
  const begin = (body: string) => setOpen({ act: "edit", id: crypto.randomUUID(), template: { title: "", body } });
  const close = () => setOpen(undefined);
  if (open?.act === "edit")
    return (
      <TemplateForm
        initial={open.template}
        onClose={close}
        onSave={(template) => {
          own.put(open.id, template);
          close();
        }}
      />
    );
  if (open?.act === "remove")
    return (
      <ConfirmDialog
        danger
        title={t("templates.removeTitle", { title: open.template.title })}
        confirmLabel={t("templates.remove")}
        onCancel={close}
        onConfirm={() => {
          own.remove(open.id);
          close();
        }}
      >
        {t("templates.removeText")}
      </ConfirmDialog>
    );
  return (
    <Dialog title={t("templates.title")} onClose={onClose}>
      <BuiltIns label={t("templates.forYou")} templates={yours} onUse={onUse} />
      <section aria-label={t("templates.own")} className={styles["section"]}>
        <h3 className={styles["heading"]}>{t("templates.own")}</h3>
        <p className={styles["hint"]}>{t("templates.private")}</p>
        <ul className={styles["list"]}>
          {[...kept].map(([id, template]) => (
            <li key={id} className={styles["row"]}>
              <Use title={template.title} body={template.body} onUse={onUse} />
              <IconButton
                icon={Pencil}
                label={t("templates.editLabel", { title: template.title })}
                onClick={() => setOpen({ act: "edit", id, template })}
              />
              <IconButton
                icon={Trash2}
                label={t("templates.removeLabel", { title: template.title })}
                onClick={() => setOpen({ act: "remove", id, template })}
              />
            </li>
          ))}
        </ul>
        <div className={styles["acts"]}>
          <Button icon={Plus} onClick={() => begin("")}>
            {t("templates.add")}
          </Button>
          {text.trim() !== "" && <Button onClick={() => begin(text)}>{t("templates.addFromText")}</Button>}
        </div>
      </section>
      <BuiltIns label={t("templates.others")} templates={others} onUse={onUse} />
    </Dialog>
  );
}

interface BuiltInsProps {
  readonly label: string;
  readonly templates: readonly BuiltIn[];
  readonly onUse: (body: string) => void;
}

function BuiltIns({ label, templates, onUse }: BuiltInsProps) {
  const { t } = useText();
  if (templates.length === 0) return null;
  return (
    <section aria-label={label} className={styles["section"]}>
      <h3 className={styles["heading"]}>{label}</h3>
      <ul className={styles["list"]}>
        {templates.map(({ title, body }) => (
          <li key={title} className={styles["row"]}>
            <Use title={t(title)} body={t(body)} onUse={onUse} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Use({ title, body, onUse }: Template & { readonly onUse: (body: string) => void }) {
  return (
    <button type="button" className={styles["use"]} onClick={() => onUse(body)}>
      <span className={styles["title"]}>{title}</span>
      <span className={styles["body"]}>{body}</span>
    </button>
  );
}
