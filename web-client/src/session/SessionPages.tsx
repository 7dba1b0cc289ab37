import { type ReactNode, useEffect, useState } from "react";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { FailureBanner } from "../kit/FailureBanner.tsx";
import { Stack } from "../kit/Page.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { ApproveDeviceView } from "./ApproveDevice.view.tsx";
import type { ComparisonPort } from "./comparison.ts";
import { EnrolView } from "./Enrol.view.tsx";
import { EnrolForm } from "./enrol.model.ts";
import { Frame } from "./Frame.tsx";
import { PasswordView } from "./Password.view.tsx";
import { PicturesView } from "./Pictures.view.tsx";
import { passwordForm } from "./password.model.ts";
import type { SessionPhase } from "./phase.ts";
import type { AccountPort } from "./ports.ts";
import { SignInView } from "./SignIn.view.tsx";
import type { SessionModel } from "./session.model.ts";
import { signInForm } from "./signIn.model.ts";

interface PagesProps<Name extends string> {
  readonly model: SessionModel<AccountPort>;
  readonly phase: Extract<SessionPhase<AccountPort>, { name: Name }>;
  readonly foot: ReactNode;
}

const STEPS = 2;

/** The page of a phase that comes before work. */
export function SessionPages({
  model,
  phase,
  foot,
}: PagesProps<Exclude<SessionPhase<AccountPort>["name"], "ready" | "starting">>) {
  const { t } = useText();
  switch (phase.name) {
    case "otherTab":
      return (
        <Frame title={t("session.otherTabTitle")} text={t("session.otherTabText")} foot={foot}>
          <Button variant="primary" wide onClick={model.takeOver}>
            {t("session.takeOver")}
          </Button>
        </Frame>
      );
    case "stuck":
      return (
        <Frame title={t("session.stuckTitle")} foot={foot}>
          <FailureBanner failure={phase.failure} onRetry={model.retry} />
        </Frame>
      );
    case "signedOut":
      return <SignInPage model={model} phase={phase} foot={foot} />;
    case "changePassword":
      return <ChangePasswordPage model={model} phase={phase} foot={foot} />;
    case "enrol":
      return <EnrolPage model={model} phase={phase} foot={foot} />;
    case "approveDevice":
      return (
        <Frame title={t("session.approveTitle")} text={t("session.approveText")} foot={foot}>
          <ApproveDevicePart phase={phase} />
        </Frame>
      );
  }
}

function ApproveDevicePart({ phase: { account, code } }: Pick<PagesProps<"approveDevice">, "phase">) {
  const [asked, setAsked] = useState<{ readonly turn: number; readonly comparison: ComparisonPort }>();
  useEffect(
    () => account.onComparison((comparison) => setAsked((before) => ({ turn: (before?.turn ?? 0) + 1, comparison }))),
    [account],
  );
  return (
    <>
      {asked && <AskedComparison key={asked.turn} comparison={asked.comparison} />}
      <ApproveDeviceView code={code} />
    </>
  );
}

/** Another own device wants to compare pictures with this one. */
function AskedComparison({ comparison }: { comparison: ComparisonPort }) {
  const { t } = useText();
  const [snapshot, actions] = useViewModel(() => comparison);
  return (
    <Stack>
      <h2>{t("devices.picturesTitle")}</h2>
      <p>{t("devices.picturesText")}</p>
      <PicturesView snapshot={snapshot} actions={actions} />
    </Stack>
  );
}

function SignInPage({ model, phase, foot }: PagesProps<"signedOut">) {
  const { t } = useText();
  const [form, actions] = useViewModel(() => signInForm(model.signIn));
  return (
    <Frame title={t("session.signInTitle")} foot={foot}>
      <SignInView form={form} reason={phase.reason} onChange={actions.set} onSubmit={() => void actions.submit()} />
    </Frame>
  );
}

function ChangePasswordPage({ model, phase, foot }: PagesProps<"changePassword">) {
  const { t } = useText();
  const askCurrent = !phase.passwordKnown;
  const minLength = phase.session.limits.passwordMinLength;
  const [form, actions] = useViewModel(() => passwordForm({ askCurrent, minLength, change: model.changePassword }));
  return (
    <Frame
      title={t("session.changePasswordTitle")}
      text={t("session.changePasswordText")}
      step={{ now: 1, of: STEPS }}
      foot={foot}
    >
      <PasswordView
        form={form}
        askCurrent={askCurrent}
        minLength={minLength}
        onChange={actions.set}
        onSubmit={() => void actions.submit()}
      />
    </Frame>
  );
}

function EnrolPage({ model, phase, foot }: PagesProps<"enrol">) {
  const { t } = useText();
  const { passwordKnown } = phase;
  const [form, actions] = useViewModel(() => new EnrolForm({ passwordKnown, enrol: model.enrol }));
  return (
    <Frame title={t("session.enrolTitle")} text={t("session.enrolText")} step={{ now: STEPS, of: STEPS }} foot={foot}>
      <EnrolView
        form={form}
        passwordKnown={passwordKnown}
        onChange={actions.set}
        onSubmit={() => void actions.submit()}
      />
    </Frame>
  );
}

/** What stands under the panel of somebody who is signed in but not through yet. */
export function SignOutButton({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useText();
  return (
    <Stack>
      <Button variant="quiet" onClick={onSignOut}>
        {t("session.signOut")}
      </Button>
    </Stack>
  );
}
