import { z } from "zod";
import { type CardSection, cardSections } from "../codes/emergency.ts";
import { sectionSchemas } from "../emergencyCard.ts";
import { personId } from "../ids.ts";
import { endpoint } from "./endpoint.ts";
import { personInput } from "./people.ts";

const by = z.object({ name: z.string(), role: z.string(), organisationName: z.string() });

/** A summary made elsewhere, as it names itself. */
export const importSource = z.object({
  identifier: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** SHA-256 of the file, hex. */
  digest: z.string(),
});
export type ImportSource = z.infer<typeof importSource>;

const savedSection = <S extends CardSection>(section: S) =>
  z.object({
    content: sectionSchemas[section],
    version: z.number().int().positive(),
    savedAt: z.iso.datetime(),
    savedBy: by,
    /** The summary it was taken over from; null = written here. */
    source: importSource.nullable(),
    /** Who said last that this version is right; null = nobody yet. */
    confirmed: z.object({ at: z.iso.datetime(), by }).nullable(),
  });

const sections = z.object({
  identity: savedSection("identity").nullable(),
  contacts: savedSection("contacts").nullable(),
  doctors: savedSection("doctors").nullable(),
  conditions: savedSection("conditions").nullable(),
  medications: savedSection("medications").nullable(),
  allergies: savedSection("allergies").nullable(),
  devices: savedSection("devices").nullable(),
  usual: savedSection("usual").nullable(),
  care: savedSection("care").nullable(),
  disability: savedSection("disability").nullable(),
  evacuation: savedSection("evacuation").nullable(),
  wish: savedSection("wish").nullable(),
});

export const emergencyCard = z
  .object({
    person: z.object({ id: personId, code: z.string(), ...personInput.shape }),
    /** null = never filled in. */
    sections,
    /** The oldest of the sections' last confirmations (最終確認日); null while a filled section has none. */
    lastConfirmedAt: z.iso.datetime().nullable(),
    /** Confirmed, or filled in, longer ago than the hub's setting. */
    due: z.boolean(),
    may: z.object({ edit: z.boolean() }),
  })
  .meta({ id: "EmergencyCard" });
export type EmergencyCardView = z.infer<typeof emergencyCard>;

const params = z.object({ personId });

export const readCard = endpoint({
  method: "GET",
  path: "/people/{personId}/card",
  tag: "emergency",
  summary: "The emergency card; the reading is recorded",
  requires: "emergency.read",
  params,
  response: emergencyCard,
  problems: ["consentMissing"],
});

const changes = z
  .object({
    identity: sectionSchemas.identity,
    contacts: sectionSchemas.contacts,
    doctors: sectionSchemas.doctors,
    conditions: sectionSchemas.conditions,
    medications: sectionSchemas.medications,
    allergies: sectionSchemas.allergies,
    devices: sectionSchemas.devices,
    usual: sectionSchemas.usual,
    care: sectionSchemas.care,
    disability: sectionSchemas.disability,
    evacuation: sectionSchemas.evacuation,
    wish: sectionSchemas.wish,
  })
  .partial();
export type CardChanges = z.infer<typeof changes>;

/** The version each section had when it was read; 0 = it was never filled in. */
const versions = z.partialRecord(cardSections.schema, z.number().int().min(0));

export const saveCard = endpoint({
  method: "PUT",
  path: "/people/{personId}/card",
  tag: "emergency",
  summary: "Save sections of the emergency card as new versions; the earlier ones are kept",
  requires: "emergency.edit",
  params,
  body: z.object({ changes, versions, confirm: z.boolean().default(false) }),
  response: emergencyCard,
  problems: ["consentMissing", "cardChanged"],
});

export const confirmCard = endpoint({
  method: "POST",
  path: "/people/{personId}/card/confirm",
  tag: "emergency",
  summary: "Say that these versions of sections are right",
  requires: "emergency.edit",
  params,
  body: z.object({ versions }),
  response: emergencyCard,
  problems: ["consentMissing", "cardChanged"],
});

export const cardHistory = endpoint({
  method: "GET",
  path: "/people/{personId}/card/history",
  tag: "emergency",
  summary: "All versions of one section of the emergency card, newest first",
  requires: "emergency.read",
  params,
  query: z.object({ section: cardSections.schema }),
  response: z.object({
    versions: z.array(
      z.object({ content: z.unknown(), version: z.number().int(), savedAt: z.iso.datetime(), savedBy: by }),
    ),
  }),
  problems: ["consentMissing"],
});
