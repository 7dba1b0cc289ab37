import { z } from "zod";
import {
  facilityNeeds,
  facilityOffers,
  needAnswers,
  roomTypes,
  vacancyCauses,
  vacancySexes,
} from "../codes/facilities.ts";
import { careLevels } from "../codes/levels.ts";
import { serviceSystems } from "../codes/organisationKinds.ts";
import { facilityId, facilityPhotoId, organisationId, vacancyReportId } from "../ids.ts";
import { calendarDate, line } from "../text.ts";
import { endpoint } from "./endpoint.ts";
import { municipalityCode } from "./organisations.ts";

/** Most places of one kind a report can name, and longest note. */
export const VACANCY_LIMITS = { count: 999, waiting: 9999, note: 500 } as const;

export const vacancyLine = z
  .object({
    roomType: roomTypes.schema,
    sex: vacancySexes.schema,
    count: z.number().int().min(1).max(VACANCY_LIMITS.count),
    availableFrom: calendarDate.nullable().describe("null = now"),
  })
  .meta({ id: "VacancyLine", description: "Free places of one kind of room for one sex" });
export type VacancyLine = z.infer<typeof vacancyLine>;

/** What a facility says of its vacancies; no line at all = full. */
export const vacancyInput = z.object({
  lines: z
    .array(vacancyLine)
    .max(12)
    .refine((lines) => new Set(lines.map(({ roomType, sex }) => `${roomType} ${sex}`)).size === lines.length, {
      error: "同じ部屋の種類と性別が二度あります / The same room type and sex stands twice",
    }),
  waiting: z.number().int().min(0).max(VACANCY_LIMITS.waiting).nullable().default(null).describe("null = not said"),
  note: z.string().trim().max(VACANCY_LIMITS.note).default(""),
});
export type VacancyInput = z.infer<typeof vacancyInput>;

export const vacancy = z
  .object({
    id: vacancyReportId,
    cause: vacancyCauses.schema,
    lines: z.array(vacancyLine),
    waiting: z.number().int().nullable(),
    note: z.string(),
    /** When it was last confirmed. */
    reportedAt: z.iso.datetime(),
    /** Confirmed longer ago than the hub's setting. */
    stale: z.boolean(),
  })
  .meta({ id: "Vacancy" });
export type VacancyView = z.infer<typeof vacancy>;

/** Longest texts of a profile, in characters, and highest monthly cost, in yen. */
export const PROFILE_LIMITS = { features: 1000, services: 2000, note: 500, needNote: 200, yen: 2_000_000, photo: 200 };

const text = (max: number) => z.string().trim().max(max).default("");
const yen = z.number().int().min(0).max(PROFILE_LIMITS.yen).nullable().default(null);

/** What a facility says of a need. `unknown` is said by leaving the need out. */
export const facilityNeed = z
  .object({
    need: facilityNeeds.schema,
    answer: needAnswers.schema.exclude(["unknown"]),
    note: text(PROFILE_LIMITS.needNote),
  })
  .meta({ id: "FacilityNeed" });

/** What a facility says of itself; nothing of it is about a person. */
export const facilityProfile = z
  .object({
    features: text(PROFILE_LIMITS.features).describe("特色"),
    services: text(PROFILE_LIMITS.services).describe("サービス内容"),
    roomTypes: z.array(roomTypes.schema).default([]),
    careLevels: z.array(careLevels.schema).default([]).describe("Levels it takes; empty = not said"),
    monthlyCostFrom: yen.describe("Yen a month"),
    monthlyCostTo: yen,
    costNote: text(PROFILE_LIMITS.note),
    areaMunicipalities: z.array(municipalityCode).max(60).default([]),
    areaNote: text(PROFILE_LIMITS.note),
    contactHours: text(PROFILE_LIMITS.note),
    offers: z.array(facilityOffers.schema).default([]),
    offersNot: z.array(facilityOffers.schema).default([]).describe("What stands in neither list is unknown"),
    needs: z.array(facilityNeed).max(facilityNeeds.codes.length).default([]),
  })
  .meta({ id: "FacilityProfile" });
export type FacilityProfile = z.infer<typeof facilityProfile>;

export const facilityProfileInput = facilityProfile
  .extend({ basedOn: z.iso.datetime().nullable().describe("updatedAt of the profile that was changed") })
  .refine((p) => p.monthlyCostFrom === null || p.monthlyCostTo === null || p.monthlyCostFrom <= p.monthlyCostTo, {
    path: ["monthlyCostTo"],
    error: "下限より大きい金額にしてください / Not below the lower cost",
  })
  .refine((p) => new Set(p.needs.map(({ need }) => need)).size === p.needs.length, { path: ["needs"] })
  .refine((p) => p.offers.every((offer) => !p.offersNot.includes(offer)), { path: ["offersNot"] });
export type FacilityProfileInput = z.infer<typeof facilityProfileInput>;

export const facilityPhoto = z
  .object({ id: facilityPhotoId, description: z.string().describe("Read out instead of the picture") })
  .meta({ id: "FacilityPhoto" });

const facilityHead = z.object({
  id: facilityId,
  organisationId,
  name: z.string(),
  nameKana: z.string(),
  municipality: municipalityCode,
  system: serviceSystems.schema,
  serviceType: z.string(),
  vacancy: vacancy.nullable().describe("null = never reported"),
  may: z.object({ edit: z.boolean(), report: z.boolean() }).describe("What the caller may do with it"),
});

/** A facility among one's own organisation's. */
export const ownFacility = facilityHead.meta({ id: "OwnFacility" });
export type OwnFacility = z.infer<typeof ownFacility>;

/** One service of an organisation with all it says of itself. */
export const facility = facilityHead
  .extend({
    address: z.string(),
    phone: z.string(),
    fax: z.string(),
    website: z.string(),
    corporateName: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    businessNumber: z.string(),
    capacity: z.number().int().nullable(),
    openDays: z.string(),
    openNote: z.string(),
    profile: facilityProfile,
    updatedAt: z.iso.datetime().nullable().describe("null = it has not said anything yet"),
    photos: z.array(facilityPhoto),
  })
  .meta({ id: "Facility" });
export type FacilityView = z.infer<typeof facility>;

const params = z.object({ facilityId });

export const listOwnFacilities = endpoint({
  method: "GET",
  path: "/own-facilities",
  tag: "facilities",
  summary: "Facilities of one's own organisations with their vacancies",
  requires: "signedIn",
  response: z.object({ facilities: z.array(ownFacility) }),
});

export const readFacility = endpoint({
  method: "GET",
  path: "/facilities/{facilityId}",
  tag: "facilities",
  summary: "A facility with its profile, photos and vacancy; for whoever searches, and for its own organisation",
  requires: "signedIn",
  params,
  response: facility,
});

export const editFacility = endpoint({
  method: "PUT",
  path: "/facilities/{facilityId}",
  tag: "facilities",
  summary: "What a facility says of itself, as a whole",
  requires: "facility.edit",
  params,
  body: facilityProfileInput,
  response: facility,
  problems: ["profileChanged"],
});

export const addFacilityPhoto = endpoint({
  method: "POST",
  path: "/facilities/{facilityId}/photos",
  tag: "facilities",
  summary: "Add a photo (JPEG without metadata) with the text that is read out instead of it",
  requires: "facility.edit",
  params,
  query: z.object({ description: line(PROFILE_LIMITS.photo) }),
  rawBody: true,
  response: facilityPhoto,
  problems: ["unreadableFile", "tooLarge", "tooManyPhotos"],
});

export const removeFacilityPhoto = endpoint({
  method: "POST",
  path: "/facility-photos/{photoId}/remove",
  tag: "facilities",
  summary: "Take a photo down; it is kept",
  requires: "facility.edit",
  params: z.object({ photoId: facilityPhotoId }),
  response: z.object({ photos: z.array(facilityPhoto) }),
});

export const readFacilityPhoto = endpoint({
  method: "GET",
  path: "/facility-photos/{photoId}",
  tag: "facilities",
  summary: "A photo's bytes",
  requires: "signedIn",
  params: z.object({ photoId: facilityPhotoId }),
  rawResponse: true,
  response: z.unknown(),
});

export const reportVacancy = endpoint({
  method: "POST",
  path: "/facilities/{facilityId}/vacancies",
  tag: "facilities",
  summary: "Report free places by room type and sex, from when, the waiting list, a note",
  requires: "vacancy.report",
  params,
  body: vacancyInput,
  response: vacancy,
});

export const confirmVacancy = endpoint({
  method: "POST",
  path: "/facilities/{facilityId}/vacancies/unchanged",
  tag: "facilities",
  summary: "変わりなし: what was reported before is still so",
  requires: "vacancy.report",
  params,
  response: vacancy,
  problems: ["neverReported"],
});

/** What was said of vacancies and of the profile, by whom: for the facility's own people. */
export const facilityHistory = endpoint({
  method: "GET",
  path: "/facilities/{facilityId}/history",
  tag: "facilities",
  summary: "Everything the facility's people reported and changed, newest first",
  requires: "signedIn",
  params,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({
    vacancies: z.array(vacancy.extend({ by: z.string().describe("Empty: the hub itself") })),
    changes: z.array(
      z.object({
        at: z.iso.datetime(),
        by: z.string(),
        action: z.string(),
        fields: z.array(z.string()).describe("Which parts of the profile were changed"),
      }),
    ),
  }),
});
export type FacilityHistory = z.infer<(typeof facilityHistory)["response"]>;
