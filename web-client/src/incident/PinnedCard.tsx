import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { useState } from "react";
import { FirstMinute } from "../emergency/FirstMinute.view.tsx";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { useViewModel } from "../kit/useViewModel.ts";

type Read = (signal: AbortSignal) => Promise<EmergencyCardView>;

/** The card pinned to a transport: read when it is opened, and each reading is recorded. */
export function PinnedCard({ read }: { read: Read }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button wide aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t("incident.hideCard") : t("incident.showCard")}
      </Button>
      {open && <Opened read={read} />}
    </>
  );
}

function Opened({ read }: { read: Read }) {
  const [card, loader] = useViewModel(() => new Loader(read));
  return (
    <Loaded of={card} onRetry={() => void loader.reload()}>
      {(shown) => <FirstMinute card={shown} now={Date.now()} />}
    </Loaded>
  );
}
