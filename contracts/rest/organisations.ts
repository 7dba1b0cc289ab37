import { z } from "zod";
import { organisationKinds, serviceSystems } from "../codes/organisationKinds.ts";
import { organisationId } from "../ids.ts";
import { line } from "../text.ts";
import { endpoint } from "./endpoint.ts";

export const municipalityCode = z
  .string()
  .regex(/^\d{6}$/)
  .describe("6-digit municipality code");

export const organisationService = z
  .object({
    system: serviceSystems.schema,
    serviceType: line(4).describe("Code in the system's list"),
    businessNumber: line(20).describe("事業所番号"),
    capacity: z.number().int().positive().nullable(),
  })
  .meta({ id: "OrganisationService" });

export const organisation = z
  .object({
    id: organisationId,
    name: z.string(),
    nameKana: z.string(),
    kind: organisationKinds.schema,
    municipality: municipalityCode,
    address: z.string(),
    phone: z.string(),
    services: z.array(organisationService),
    staffCount: z.number().int(),
  })
  .meta({ id: "Organisation" });
export type OrganisationView = z.infer<typeof organisation>;

export const organisationInput = z.object({
  name: line(120),
  nameKana: line(160).optional(),
  kind: organisationKinds.schema,
  municipality: municipalityCode,
  address: z.string().trim().max(200).default(""),
  phone: z.string().trim().max(40).default(""),
});
export type OrganisationInput = z.infer<typeof organisationInput>;

export const listOrganisations = endpoint({
  method: "GET",
  path: "/organisations",
  tag: "organisations",
  summary: "Organisations of the network, by name, kind and municipality",
  requires: "signedIn",
  query: z.object({
    text: z.string().trim().max(80).optional(),
    kind: organisationKinds.schema.optional(),
    municipality: municipalityCode.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  response: z.object({ organisations: z.array(organisation), total: z.number().int() }),
});

export const createOrganisation = endpoint({
  method: "POST",
  path: "/organisations",
  tag: "organisations",
  summary: "Add an organisation that is in no open-data file",
  requires: "organisation.manage",
  body: organisationInput,
  response: organisation,
});

export const rejectedRow = z.object({ line: z.number().int(), ja: z.string(), en: z.string() });

export const importOrganisations = endpoint({
  method: "POST",
  path: "/organisations/import",
  tag: "organisations",
  summary: "Load one public open-data file (介護 24 columns or 障害 29 columns; UTF-8 or MS932)",
  requires: "organisation.manage",
  rawBody: true,
  response: z.object({
    format: z.enum(["care", "disability"]),
    rows: z.number().int(),
    organisationsCreated: z.number().int(),
    organisationsUpdated: z.number().int(),
    servicesCreated: z.number().int(),
    servicesUpdated: z.number().int(),
    rejected: z.array(rejectedRow),
  }),
  problems: ["unreadableFile", "tooLarge"],
});
