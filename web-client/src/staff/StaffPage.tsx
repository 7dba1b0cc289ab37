import { BellRing, UserPlus, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { useWorkplace } from "../app/services.ts";
import { Loader } from "../hub/loadable.ts";
import { useText } from "../i18n/text.ts";
import { Button } from "../kit/Button.tsx";
import { Loaded } from "../kit/Loaded.tsx";
import { Inline, Page, Stack, useDocumentTitle } from "../kit/Page.tsx";
import { useToasts } from "../kit/ToastHost.tsx";
import { useViewModel } from "../kit/useViewModel.ts";
import { DutyDialog } from "../organisations/DutyDialog.tsx";
import { OrganisationPicker } from "../organisations/OrganisationPicker.tsx";
import { useNameFromList } from "../organisations/useNameFromList.ts";
import { AddStaffDialog } from "./AddStaffDialog.tsx";
import type { FreshAccount } from "./addStaff.model.ts";
import { administeredBy } from "./administered.ts";
import { MembershipDialog } from "./MembershipDialog.tsx";
import { PasswordSlip } from "./PasswordSlip.tsx";
import { StaffDetailView } from "./StaffDetail.view.tsx";
import { type StaffDialog, StaffDialogs } from "./StaffDialogs.tsx";
import { StaffListView } from "./StaffList.view.tsx";

/** The staff of an organisation one administers; the network's administrator chooses which. */
export function StaffPage({ organisationId }: { organisationId: string | undefined }) {
  const { t } = useText();
  const { session } = useWorkplace();
  const { everywhere, organisations } = administeredBy(session);
  const only = organisations.length === 1 && !everywhere ? organisations[0]?.id : undefined;
  const chosen = organisationId ?? only;
  if (!chosen) return <OrganisationPicker title={t("staff.title")} hrefOf={(id) => `/admin/staff/${id}`} />;
  return <OrganisationStaff organisationId={chosen} back={only ? "/admin" : "/admin/staff"} />;
}

type Open =
  | { readonly name: "add" | "addOther" | "duty" }
  | { readonly name: "detail"; readonly staffId: string }
  | { readonly name: "act"; readonly dialog: StaffDialog }
  | { readonly name: "password"; readonly account: FreshAccount };

function OrganisationStaff({ organisationId, back }: { organisationId: string; back: string }) {
  const { t } = useText();
  const { hub, session } = useWorkplace();
  const toasts = useToasts();
  const [open, setOpen] = useState<Open>();
  const [list, loader] = useViewModel(
    () => new Loader((signal) => hub.call("listStaff", { params: { organisationId }, signal })),
  );
  useDocumentTitle(t("staff.title"));
  const staff = list.value?.staff ?? [];
  const { everywhere, organisations } = administeredBy(session);
  const fromList = useNameFromList();
  const known = [...session.memberships, ...staff.flatMap((member) => member.memberships)].find(
    (membership) => membership.organisationId === organisationId,
  )?.organisationName;
  const name = fromList ?? known;
  const close = () => setOpen(undefined);
  const done = (text: string) => {
    close();
    toasts.show({ text });
    void loader.reload();
  };
  const showPassword = (account: FreshAccount) => {
    setOpen({ name: "password", account });
    void loader.reload();
  };
  const detail = open?.name === "detail" ? staff.find(({ id }) => id === open.staffId) : undefined;
  return (
    <Page title={t("staff.title")} subtitle={name} back={back}>
      <Inline>
        <Button variant="primary" icon={UserPlus} onClick={() => setOpen({ name: "add" })}>
          {t("staff.add")}
        </Button>
        <Button icon={UserRoundPlus} onClick={() => setOpen({ name: "addOther" })}>
          {t("staff.addMembershipOther")}
        </Button>
        <Button icon={BellRing} onClick={() => setOpen({ name: "duty" })}>
          {t("reach.duty")}
        </Button>
      </Inline>
      <Loaded of={list} onRetry={() => void loader.reload()}>
        {(value) => (
          <Stack>
            <StaffListView
              staff={value.staff}
              organisationId={organisationId}
              onOpen={({ id }) => setOpen({ name: "detail", staffId: id })}
            />
          </Stack>
        )}
      </Loaded>
      {open?.name === "add" && (
        <AddStaffDialog organisationId={organisationId} onAdded={showPassword} onClose={close} />
      )}
      {open?.name === "addOther" && (
        <MembershipDialog
          organisationId={organisationId}
          onAdded={() => done(t("staff.membershipAdded"))}
          onClose={close}
        />
      )}
      {open?.name === "duty" && (
        <DutyDialog organisationId={organisationId} onSaved={() => done(t("reach.dutySaved"))} onClose={close} />
      )}
      {open?.name === "password" && <PasswordSlip account={open.account} onClose={close} />}
      {detail && (
        <StaffDetailView
          member={detail}
          own={detail.id === session.staffId}
          mayEnd={(membership) => everywhere || organisations.some(({ id }) => id === membership.organisationId)}
          onAct={(act) => setOpen({ name: "act", dialog: { name: act, member: detail } })}
          onEndMembership={(membership) =>
            setOpen({ name: "act", dialog: { name: "endMembership", member: detail, membership } })
          }
          onClose={close}
        />
      )}
      {open?.name === "act" && (
        <StaffDialogs
          dialog={open.dialog}
          organisationId={organisationId}
          onDone={done}
          onPassword={showPassword}
          onClose={close}
        />
      )}
    </Page>
  );
}
