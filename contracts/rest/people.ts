import { z } from "zod";
import { bedriddenLevels, careLevels, dementiaLevels, disabilityLevels, sexes } from "../codes/levels.ts";
import { personId, teamId } from "../ids.ts";
import { calendarDate, line } from "../text.ts";
import { endpoint } from "./endpoint.ts";
import { municipalityCode } from "./organisations.ts";

const kana = line(60).regex(/^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s　ｦ-ﾟ]+$/u, { message: "kana" });

export const personInput = z
  .object({
    familyName: line(40),
    givenName: line(40),
    familyKana: kana,
    givenKana: kana,
    birthDate: calendarDate,
    sex: sexes.schema,
    municipality: municipalityCode,
    address: z.string().trim().max(200).default(""),
    phone: z.string().trim().max(40).default(""),
    careLevel: careLevels.schema.nullable().default(null),
    bedriddenLevel: bedriddenLevels.schema.nullable().default(null),
    dementiaLevel: dementiaLevels.schema.nullable().default(null),
    disabilityLevel: disabilityLevels.schema.nullable().default(null),
  })
  .meta({ id: "PersonInput" });
export type PersonInput = z.infer<typeof personInput>;

export const teamSummary = z.object({
  id: teamId,
  kind: z.enum(["watch", "care"]),
  state: z.enum(["active", "closed"]),
  mine: z.boolean(),
});

export const person = z
  .object({
    id: personId,
    /** Stands for the person wherever the name may not. */
    code: z.string(),
    ...personInput.shape,
    registeredBy: z.string().describe("Organisation that registered the person"),
    registeredAt: z.iso.datetime(),
    teams: z.array(teamSummary),
  })
  .meta({ id: "Person" });
export type PersonView = z.infer<typeof person>;

/** Enough to recognise somebody in a list. */
export const personSummary = z
  .object({
    id: personId,
    code: z.string(),
    familyName: z.string(),
    givenName: z.string(),
    familyKana: z.string(),
    givenKana: z.string(),
    birthDate: calendarDate,
    sex: sexes.schema,
    municipality: municipalityCode,
    careLevel: careLevels.schema.nullable(),
  })
  .meta({ id: "PersonSummary" });
export type PersonSummary = z.infer<typeof personSummary>;

const personParams = z.object({ personId });

export const registerPerson = endpoint({
  method: "POST",
  path: "/people",
  tag: "people",
  summary: "Register a person; warns when somebody alike is registered already",
  requires: "person.register",
  body: z.object({ person: personInput, registerAnyway: z.boolean().default(false) }),
  response: z.discriminatedUnion("outcome", [
    z.object({ outcome: z.literal("registered"), person }),
    z.object({ outcome: z.literal("similar"), candidates: z.array(personSummary) }),
  ]),
});

export const searchPeople = endpoint({
  method: "POST",
  path: "/people/search",
  tag: "people",
  summary: "Find a person by kana and birth date (POST: names never stand in a URL)",
  requires: "person.search",
  body: z
    .object({ kana: z.string().trim().max(80).default(""), birthDate: calendarDate.optional() })
    .refine((q) => q.kana !== "" || q.birthDate !== undefined, { message: "kanaOrBirthDate", path: ["kana"] }),
  response: z.object({ people: z.array(personSummary) }),
});

export const readPerson = endpoint({
  method: "GET",
  path: "/people/{personId}",
  tag: "people",
  summary: "One person's data; the reading is recorded",
  requires: "person.read",
  params: personParams,
  response: person,
});

export const updatePerson = endpoint({
  method: "PUT",
  path: "/people/{personId}",
  tag: "people",
  summary: "Change a person's data",
  requires: "person.update",
  params: personParams,
  body: personInput,
  response: person,
});
