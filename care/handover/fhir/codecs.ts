import type { CardItem } from "@tsunagi/contracts/codes/emergency";
import { allergies, conditions, flags, medications } from "./clinical.ts";
import type { Codec } from "./codec.ts";
import { people } from "./peopleCodecs.ts";
import { devices, dialysis, observations, plans, wish } from "./states.ts";

/** Every item of the card but the photo, which is the patient's own. */
const CODECS: readonly Codec[] = [
  medications,
  allergies,
  ...flags,
  ...conditions,
  ...devices,
  dialysis,
  ...observations,
  ...plans,
  wish,
  ...people,
];

const byItem = new Map(CODECS.map((codec) => [codec.item, codec]));
export const codecOf = (item: CardItem): Codec | undefined => byItem.get(item);
