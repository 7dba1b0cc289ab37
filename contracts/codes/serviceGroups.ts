import type { ServiceSystem } from "./organisationKinds.ts";

/** Services people live or stay the night in: their places are rooms. The rest have places by the day or the visit. */
const OVERNIGHT: Readonly<Record<ServiceSystem, readonly string[]>> = {
  care: "21 22 23 24 25 26 27 28 2A 2B 32 33 35 36 37 38 39 51 52 54 55 69".split(" "),
  disability: "21 24 32 33 34 68 69".split(" "),
};
/** Services without a number of places: planning, advice, equipment. */
const WITHOUT_PLACES: Readonly<Record<ServiceSystem, readonly string[]>> = {
  care: "17 31 34 41 43 46 67".split(" "),
  disability: "52 53 54 70".split(" "),
};

export const staysOvernight = (system: ServiceSystem, serviceType: string): boolean =>
  OVERNIGHT[system].includes(serviceType);

/** Whether a service has places that can be free or taken. */
export const hasPlaces = (system: ServiceSystem, serviceType: string): boolean =>
  !WITHOUT_PLACES[system].includes(serviceType);
