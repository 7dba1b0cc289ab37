import { z } from "zod";
import type { Language } from "../text.ts";
import { careServiceTypes } from "./careServiceTypes.ts";
import { disabilityServiceTypes } from "./disabilityServiceTypes.ts";
import type { ServiceSystem } from "./organisationKinds.ts";

/** A service type with its system, `care:51`: the two lists use the same numbers. */
export const serviceKey = z.string().regex(/^(care|disability):[0-9A-Z]{2}$/);

const LISTS = { care: careServiceTypes, disability: disabilityServiceTypes };

export const serviceKeyOf = (system: ServiceSystem, serviceType: string): string => `${system}:${serviceType}`;

/** All service types of both lists. */
export const serviceKeys: readonly string[] = [
  ...careServiceTypes.codes.map((code) => serviceKeyOf("care", code)),
  ...disabilityServiceTypes.codes.map((code) => serviceKeyOf("disability", code)),
];

export function serviceLabel(key: string, language: Language): string {
  const [system, code = ""] = key.split(":");
  const list = LISTS[system as ServiceSystem] as { label(code: string, language: Language): string } | undefined;
  return list?.label(code, language) ?? code;
}
