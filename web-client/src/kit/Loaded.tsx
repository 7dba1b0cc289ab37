import type { ReactNode } from "react";
import type { Loadable } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { FailureBanner } from "./FailureBanner.tsx";
import { Stack } from "./Page.tsx";
import { SkeletonList } from "./State.tsx";

export interface LoadedProps<Value> {
  readonly of: Loadable<Value>;
  readonly onRetry: () => void;
  /** Stands there until it comes, in the shape of what comes. */
  readonly skeleton?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/** Shows something that is loaded: its shape first, then itself; a failure with a way to try again. */
export function Loaded<Value>({ of, onRetry, skeleton, children }: LoadedProps<Value>) {
  const { t } = useText();
  const failure = of.failure && <FailureBanner failure={of.failure} onRetry={onRetry} />;
  if (of.value === undefined) return failure ?? skeleton ?? <SkeletonList label={t("common.loading")} />;
  return (
    <Stack>
      {failure}
      {children(of.value)}
    </Stack>
  );
}
