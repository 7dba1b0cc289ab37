import { useState } from "react";
import { ConfirmDialog } from "../kit/ConfirmDialog.tsx";
import { Banner } from "../kit/State.tsx";

interface Props {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  /** What it says while it works. */
  readonly busy: string;
  readonly failed: string;
  readonly act: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks, does it, and stays with a sentence when it could not be done. */
export function ActDialog({ title, text, confirmLabel, danger = false, busy, failed, act, onClose }: Props) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const run = () => {
    setState("busy");
    act().then(onClose, () => setState("failed"));
  };
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={confirmLabel}
      danger={danger}
      busy={state === "busy" && busy}
      onConfirm={run}
      onCancel={onClose}
    >
      <p>{text}</p>
      {state === "failed" && <Banner tone="danger">{failed}</Banner>}
    </ConfirmDialog>
  );
}
