import { serviceKeyOf, serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { Language } from "@tsunagi/contracts/text";

export const serviceOf = (facility: { system: ServiceSystem; serviceType: string }, language: Language): string =>
  serviceLabel(serviceKeyOf(facility.system, facility.serviceType), language);

const MINUTE = 60_000;

/** How long ago, in the largest unit that is whole: what to say and how many. */
export function howLongAgo(
  iso: string,
  now: number,
): { readonly unit: "justNow" | "minutesAgo" | "hoursAgo" | "daysAgo"; readonly count: number } {
  const minutes = Math.max(0, Math.floor((now - new Date(iso).getTime()) / MINUTE));
  if (minutes < 1) return { unit: "justNow", count: 0 };
  if (minutes < 60) return { unit: "minutesAgo", count: minutes };
  return minutes < 60 * 24
    ? { unit: "hoursAgo", count: Math.floor(minutes / 60) }
    : { unit: "daysAgo", count: Math.floor(minutes / 60 / 24) };
}
