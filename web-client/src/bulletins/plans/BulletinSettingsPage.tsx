import type { OrganisationId } from "@tsunagi/contracts/ids";
import { useWorkplace } from "../../app/services.ts";
import { Loader } from "../../hub/loadable.ts";
import { useText } from "../../i18n/text.ts";
import { Card } from "../../kit/Card.tsx";
import { Switch } from "../../kit/Choice.tsx";
import { FailureBanner } from "../../kit/FailureBanner.tsx";
import { Loaded } from "../../kit/Loaded.tsx";
import { Page, Stack, useDocumentTitle } from "../../kit/Page.tsx";
import { useToasts } from "../../kit/ToastHost.tsx";
import { useAct } from "../../kit/useAct.ts";
import { useViewModel } from "../../kit/useViewModel.ts";

/** Whether bulletins of one's organisations wait for a colleague's approval. */
export function BulletinSettingsPage() {
  const { t } = useText();
  const { hub } = useWorkplace();
  const toasts = useToasts();
  const { busy, failure, act } = useAct();
  useDocumentTitle(t("bulletinPlans.settingsTitle"));
  const [loaded, loader] = useViewModel(() => new Loader((signal) => hub.call("readBulletinSettings", { signal })));
  const change = (organisationId: OrganisationId, approval: boolean) =>
    act(async () => {
      loader.put(await hub.call("changeBulletinSettings", { body: { organisationId, approval } }));
      toasts.show({ text: t("bulletinPlans.saved") });
    });
  return (
    <Page title={t("bulletinPlans.settingsTitle")} back="/admin" narrow>
      <Loaded of={loaded} onRetry={() => void loader.reload()}>
        {({ organisations }) => (
          <Stack>
            {failure && <FailureBanner failure={failure} />}
            <Card>
              {organisations.map(({ organisationId, name, approval }) => (
                <Switch
                  key={organisationId}
                  label={t("bulletinPlans.approvalOf", { name })}
                  hint={t("bulletinPlans.approvalOfHint")}
                  checked={approval}
                  disabled={busy}
                  onChange={(on) => void change(organisationId, on)}
                />
              ))}
            </Card>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
