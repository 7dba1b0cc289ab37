import { z } from "zod";
import { importStates, organisationKinds, serviceSystems } from "../codes/organisationKinds.ts";
import { openDataImportId, organisationId } from "../ids.ts";
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

/** One load of an open-data file, while it runs and afterwards. */
export const openDataImport = z
  .object({
    id: openDataImportId,
    fileName: z.string(),
    state: importStates.schema,
    format: serviceSystems.schema.nullable().describe("Known once the heading was read"),
    bytesTotal: z.number().int(),
    bytesRead: z.number().int(),
    rows: z.number().int().describe("Rows below the heading, taken or not"),
    organisationsCreated: z.number().int(),
    organisationsUpdated: z.number().int(),
    servicesCreated: z.number().int(),
    servicesUpdated: z.number().int(),
    rejected: z.number().int(),
    problem: z.object({ ja: z.string(), en: z.string() }).nullable().describe("Why it failed"),
    startedAt: z.iso.datetime(),
  })
  .meta({ id: "OpenDataImport" });
export type OpenDataImportView = z.infer<typeof openDataImport>;

const importParams = z.object({ importId: openDataImportId });

export const startImport = endpoint({
  method: "POST",
  path: "/organisations/imports",
  tag: "organisations",
  summary: "Announce an open-data file; its bytes follow",
  requires: "organisation.manage",
  body: z.object({ fileName: line(200), bytes: z.number().int().min(1) }),
  response: openDataImport,
  problems: ["tooLarge"],
});

export const loadImport = endpoint({
  method: "PUT",
  path: "/organisations/imports/{importId}/file",
  tag: "organisations",
  summary:
    "The file itself (介護 24 columns or 障害 29 columns; UTF-8 or MS932), read as it comes; ask readImport how far it is",
  requires: "organisation.manage",
  params: importParams,
  streamBody: true,
  response: openDataImport,
  problems: ["unreadableFile", "tooLarge", "importStarted"],
});

export const readImport = endpoint({
  method: "GET",
  path: "/organisations/imports/{importId}",
  tag: "organisations",
  summary: "How far an import is and what it has done",
  requires: "organisation.manage",
  params: importParams,
  response: openDataImport,
});

export const rejectedRow = z.object({ line: z.number().int(), ja: z.string(), en: z.string() });

export const listRejections = endpoint({
  method: "GET",
  path: "/organisations/imports/{importId}/rejections",
  tag: "organisations",
  summary: "Rows that were not taken, with line and reason",
  requires: "organisation.manage",
  params: importParams,
  query: z.object({
    after: z.coerce.number().int().min(0).default(0).describe("Line"),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  response: z.object({ rejections: z.array(rejectedRow), more: z.boolean() }),
});
