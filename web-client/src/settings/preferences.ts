import { z } from "zod";
import { ViewModel } from "../kit/viewModel.ts";

/** How one likes to write on this device. Nothing in it is about anybody. */
const preferences = z.object({
  /** Null = as the device is: a real keyboard sends, a touch keyboard makes a new line. */
  enterSends: z.boolean().nullable().catch(null),
  /** Seconds in which a sent message can be taken back before it leaves; 0 = it leaves at once. */
  undoSeconds: z.literal([0, 5, 10]).catch(5),
  /** `normal` = photos are made smaller before they are sent. */
  imageSize: z.enum(["normal", "original"]).catch("normal"),
});
export type PreferencesSnapshot = Readonly<z.infer<typeof preferences>>;

const STORED = "tsunagi.preferences";
const DEFAULTS = preferences.parse({});

/** Kept in this browser. */
class Preferences extends ViewModel<PreferencesSnapshot> {
  constructor() {
    super(read());
  }

  readonly set = (change: Partial<PreferencesSnapshot>): void => {
    this.update(change);
    try {
      localStorage.setItem(STORED, JSON.stringify(this.getSnapshot()));
    } catch {
      // a full or forbidden store: it holds until the page closes
    }
  };
}

function read(): PreferencesSnapshot {
  try {
    return preferences.parse(JSON.parse(localStorage.getItem(STORED) ?? "{}"));
  } catch {
    return DEFAULTS; // nothing there, or not ours
  }
}

export const preferencesOfDevice = new Preferences();
