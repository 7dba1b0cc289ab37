import { reportVacancy } from "@tsunagi/care/facilities/vacancy/reportVacancy";
import { type AskerAct, actOnEnquiry } from "@tsunagi/care/negotiation/actOnEnquiry";
import { answerEnquiry, type FacilityAct } from "@tsunagi/care/negotiation/answerEnquiry";
import { type DiscloseInput, disclose } from "@tsunagi/care/negotiation/disclose";
import { openNegotiation } from "@tsunagi/care/negotiation/openNegotiation";
import type { EnquiryId, FacilityId, OrganisationId, PersonId } from "@tsunagi/contracts/ids";
import { vacancyInput } from "@tsunagi/contracts/rest/facilities";
import type { NegotiationCaseView, ReceivedEnquiryView, WishInput } from "@tsunagi/contracts/rest/negotiation";
import { wishInput } from "@tsunagi/contracts/rest/negotiation";
import { addService } from "./addService.ts";
import { consentTo, hire, openOrganisation, type Region, type TestHub, teamOf, type Worker } from "./careFixture.ts";

/** A facility of the invented region with somebody who answers for it. */
export interface Home {
  readonly facility: FacilityId;
  readonly organisationId: OrganisationId;
  readonly counsellor: Worker;
}

/** @param places free places, of a private room for anybody; null = never reported */
export async function openHome(hub: TestHub, region: Region, name: string, places: number | null = 1): Promise<Home> {
  const organisationId = await openOrganisation(hub, region.operator, name, "careProvider");
  const counsellor = await hire(hub, region.operator, organisationId, "facilityCounselor");
  const facility = await addService(hub.db.sql, organisationId);
  if (places !== null) {
    const lines = places === 0 ? [] : [{ roomType: "private", sex: "any", count: places, availableFrom: null }];
    const vacancy = vacancyInput.parse({ lines });
    await hub.as(counsellor, (unit) => reportVacancy(unit, { facilityId: facility, vacancy }));
  }
  return { facility, organisationId, counsellor };
}

export const wish = (change: Partial<WishInput> = {}): WishInput =>
  wishInput.parse({ needs: ["gastrostomy", "insulin"], period: "long", costClass: "ordinary", ...change });

/** A person with a care team and consent to enquiries; the care manager asks. */
export async function askable(hub: TestHub, asker: Worker, ...others: Worker[]) {
  const opened = await teamOf(hub, "care", asker, ...others);
  const consent = await consentTo(hub, asker, opened.personId, "negotiation");
  return { ...opened, negotiationConsent: consent };
}

export const askHomes = (
  hub: TestHub,
  asker: Worker,
  personId: PersonId,
  homes: readonly Home[],
  change: Partial<WishInput> = {},
): Promise<NegotiationCaseView> =>
  hub.as(asker, (unit) =>
    openNegotiation(unit, {
      personId,
      facilities: homes.map(({ facility }) => facility),
      wish: wish(change),
      textLookedAt: false,
      send: true,
    }),
  );

export const enquiryTo = (view: NegotiationCaseView, home: Home): EnquiryId => {
  const found = view.enquiries.find(({ facility }) => facility.id === home.facility);
  if (!found) throw new Error("not asked");
  return found.id;
};

export const answer = (
  hub: TestHub,
  { counsellor }: Pick<Home, "counsellor">,
  enquiryId: EnquiryId,
  action: FacilityAct["action"],
  change: Partial<FacilityAct> = {},
): Promise<ReceivedEnquiryView> =>
  hub.as(counsellor, (unit) =>
    answerEnquiry(unit, { enquiryId, action, text: "", reason: null, dates: [], ...change }),
  );

export const act = (
  hub: TestHub,
  asker: Worker,
  enquiryId: EnquiryId,
  action: AskerAct["action"],
  change: Partial<AskerAct> = {},
): Promise<NegotiationCaseView> =>
  hub.as(asker, (unit) =>
    actOnEnquiry(unit, {
      enquiryId,
      action,
      text: "",
      dates: [],
      roomType: null,
      textLookedAt: false,
      ...change,
    }),
  );

export const give = (
  hub: TestHub,
  asker: Worker,
  enquiryId: EnquiryId,
  level: 1 | 2,
  change: Partial<DiscloseInput> = {},
): Promise<NegotiationCaseView> =>
  hub.as(asker, (unit) =>
    disclose(unit, {
      enquiryId,
      level,
      consideration: { adl: "歩行器で移動", diagnoses: "", medication: "", family: "", other: "" },
      documents: [],
      textLookedAt: false,
      ...change,
    }),
  );
