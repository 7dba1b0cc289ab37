import { Suspense, useEffect, useRef } from "react";
import { Route, Switch, useLocation } from "wouter";
import { later } from "../i18n/later.ts";
import { useText } from "../i18n/text.ts";
import { Busy } from "../kit/State.tsx";
import { RoomsPage } from "../rooms/RoomsPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { useWorkplace } from "./services.ts";

const PeoplePage = later(async () => (await import("../people/PeoplePage.tsx")).PeoplePage);
const RegisterPage = later(async () => (await import("../people/RegisterPage.tsx")).RegisterPage);
const PersonPage = later(async () => (await import("../people/PersonPage.tsx")).PersonPage);
const MemberListPage = later(async () => (await import("../teams/MemberListPage.tsx")).MemberListPage);
const FacilitySearchPage = later(
  async () => (await import("../facilitySearch/FacilitySearchPage.tsx")).FacilitySearchPage,
);
const EmergencyPage = later(async () => (await import("../breakGlass/EmergencyPage.tsx")).EmergencyPage);
const ReadingPage = later(async () => (await import("../breakGlass/ReadingPage.tsx")).ReadingPage);
const ReadingsPage = later(async () => (await import("../breakGlass/ReadingsPage.tsx")).ReadingsPage);
const AdminPage = later(async () => (await import("./AdminPage.tsx")).AdminPage);
const DeviceRequestsPage = later(async () => (await import("../devices/DeviceRequestsPage.tsx")).DeviceRequestsPage);
const StaffPage = later(async () => (await import("../staff/StaffPage.tsx")).StaffPage);
const OrganisationsPage = later(async () => (await import("../organisations/OrganisationsPage.tsx")).OrganisationsPage);
const OwnFacilitiesPage = later(async () => (await import("../facilities/OwnFacilitiesPage.tsx")).OwnFacilitiesPage);
const FacilityPage = later(async () => (await import("../facilities/FacilityPage.tsx")).FacilityPage);
const AuditPage = later(async () => (await import("../audit/AuditPage.tsx")).AuditPage);
const SettingsPage = later(async () => (await import("../settings/SettingsPage.tsx")).SettingsPage);
const OwnDevicesPage = later(async () => (await import("../devices/OwnDevicesPage.tsx")).OwnDevicesPage);

const IncidentsPage = later(async () => (await import("../incident/IncidentsPage.tsx")).IncidentsPage);
const NewIncidentPage = later(async () => (await import("../incident/NewIncidentPage.tsx")).NewIncidentPage);
const IncidentPage = later(async () => (await import("../incident/IncidentPage.tsx")).IncidentPage);
const RequestPage = later(async () => (await import("../incident/RequestPage.tsx")).RequestPage);

const BulletinsPage = later(async () => (await import("../bulletins/BulletinsPage.tsx")).BulletinsPage);
const NewBulletinPage = later(async () => (await import("../bulletins/NewPage.tsx")).NewPage);
const BulletinPage = later(async () => (await import("../bulletins/BulletinPage.tsx")).BulletinPage);
const MailPage = later(async () => (await import("../mail/MailPage.tsx")).MailPage);
const ComposePage = later(async () => (await import("../mail/ComposePage.tsx")).ComposePage);
const LetterPage = later(async () => (await import("../mail/LetterPage.tsx")).LetterPage);
const BulletinPlansPage = later(async () => (await import("../bulletins/plans/PlansPage.tsx")).PlansPage);
const BulletinPlanPage = later(async () => (await import("../bulletins/plans/PlanPage.tsx")).PlanPage);
const BulletinSettingsPage = later(
  async () => (await import("../bulletins/plans/BulletinSettingsPage.tsx")).BulletinSettingsPage,
);
const BoardPage = later(async () => (await import("../negotiation/BoardPage.tsx")).BoardPage);
const NewNegotiationPage = later(async () => (await import("../negotiation/NewPage.tsx")).NewPage);
const CasePage = later(async () => (await import("../negotiation/CasePage.tsx")).CasePage);
const EnquiryPage = later(async () => (await import("../negotiation/EnquiryPage.tsx")).EnquiryPage);

/** The list and a room are one page, so that the list stays as it is when a room is opened. */
const ROOMS = /^\/(?:rooms\/(?<roomId>[^/]+)|(?<search>search))?$/;

/** A crew starts where it finds somebody, once; its conversations are one tap away. */
function useFirstPage(): void {
  const { session } = useWorkplace();
  const [path, navigate] = useLocation();
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const crew = session.permissions.includes("incident.open") && session.permissions.includes("emergency.find");
    if (crew && path === "/") navigate("/emergency", { replace: true });
  }, [path, navigate, session]);
}

/** Every page by its address. Whatever is not needed to read and write messages is loaded when it is opened. */
export function Pages() {
  const { t } = useText();
  useFirstPage();
  return (
    <Suspense fallback={<Busy>{t("common.loading")}</Busy>}>
      <Switch>
        <Route path={ROOMS}>
          {({ roomId, search }) => (
            <RoomsPage roomId={roomId && decodeURIComponent(roomId)} searching={search !== undefined} />
          )}
        </Route>
        <Route path="/people">
          <PeoplePage />
        </Route>
        <Route path="/people/new">
          <RegisterPage />
        </Route>
        <Route path="/people/:personId/members/:teamId">
          {({ personId, teamId }) => <MemberListPage key={teamId} personId={personId} teamId={teamId} />}
        </Route>
        <Route path="/people/:personId/:tab?">
          {({ personId, tab }) => <PersonPage key={personId} personId={personId} tab={tab ?? "info"} />}
        </Route>
        <Route path="/facilities">
          <FacilitySearchPage />
        </Route>
        <Route path="/bulletins">
          <BulletinsPage time="current" />
        </Route>
        <Route path="/bulletins/past">
          <BulletinsPage time="past" />
        </Route>
        <Route path="/bulletins/plans">
          <BulletinPlansPage />
        </Route>
        <Route path="/bulletins/plans/:planId">
          {({ planId }) => <BulletinPlanPage key={planId} planId={planId} />}
        </Route>
        <Route path="/bulletins/new">
          <NewBulletinPage />
        </Route>
        <Route path="/bulletins/:bulletinId">
          {({ bulletinId }) => <BulletinPage key={bulletinId} bulletinId={bulletinId} />}
        </Route>
        <Route path="/mail">
          <MailPage key="inbox" box="inbox" />
        </Route>
        <Route path="/mail/sent">
          <MailPage key="sent" box="sent" />
        </Route>
        <Route path="/mail/new">
          <ComposePage key="new" kind="new" />
        </Route>
        <Route path="/mail/new/:kind/:mailId">
          {({ kind, mailId }) => (
            <ComposePage key={mailId} kind={kind === "forward" ? "forward" : "reply"} mailId={mailId} />
          )}
        </Route>
        <Route path="/mail/:mailId">{({ mailId }) => <LetterPage key={mailId} mailId={mailId} />}</Route>
        <Route path="/negotiations">
          <BoardPage key="asked" side="asker" />
        </Route>
        <Route path="/negotiations/new">
          <NewNegotiationPage />
        </Route>
        <Route path="/negotiations/:caseId">{({ caseId }) => <CasePage key={caseId} caseId={caseId} />}</Route>
        <Route path="/enquiries">
          <BoardPage key="received" side="facility" />
        </Route>
        <Route path="/enquiries/:enquiryId">
          {({ enquiryId }) => <EnquiryPage key={enquiryId} enquiryId={enquiryId} />}
        </Route>
        <Route path="/incidents">
          <IncidentsPage />
        </Route>
        <Route path="/incidents/new">
          <NewIncidentPage />
        </Route>
        <Route path="/incidents/:incidentId">
          {({ incidentId }) => <IncidentPage key={incidentId} incidentId={incidentId} />}
        </Route>
        <Route path="/incident-requests/:requestId">
          {({ requestId }) => <RequestPage key={requestId} requestId={requestId} />}
        </Route>
        <Route path="/facilities/own">
          <OwnFacilitiesPage />
        </Route>
        <Route path="/facilities/:facilityId/:tab?">
          {({ facilityId, tab }) => <FacilityPage key={facilityId} facilityId={facilityId} tab={tab ?? "info"} />}
        </Route>
        <Route path="/emergency">
          <EmergencyPage />
        </Route>
        <Route path="/emergency/:personId">
          {({ personId }) => <ReadingPage key={personId} personId={personId} />}
        </Route>
        <Route path="/admin/readings">
          <ReadingsPage />
        </Route>
        <Route path="/admin">
          <AdminPage />
        </Route>
        <Route path="/admin/devices">
          <DeviceRequestsPage />
        </Route>
        <Route path="/admin/staff/:organisationId?">
          {({ organisationId }) => <StaffPage key={organisationId ?? ""} organisationId={organisationId} />}
        </Route>
        <Route path="/admin/organisations">
          <OrganisationsPage />
        </Route>
        <Route path="/admin/bulletins">
          <BulletinSettingsPage />
        </Route>
        <Route path="/admin/audit/:organisationId?">
          {({ organisationId }) => <AuditPage key={organisationId ?? ""} organisationId={organisationId} />}
        </Route>
        <Route path="/settings">
          <SettingsPage />
        </Route>
        <Route path="/settings/devices">
          <OwnDevicesPage />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
}
