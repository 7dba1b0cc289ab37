import { z } from "zod";
import { until, ViewModel } from "./viewModel.ts";

const STORED = "tsunagi.appearance"; // public/appearance.js reads it too

const kept = z.object({
  /** `auto` follows the device; `contrast` is high contrast, light or dark as the device is. */
  theme: z.enum(["auto", "light", "dark", "contrast"]).catch("auto"),
  size: z.enum(["standard", "large", "extra"]).catch("standard"),
  /** `auto` follows the device. */
  motion: z.enum(["auto", "off"]).catch("auto"),
});

/** How the client looks on this device: no personal fact, so it stays when one signs out. */
export type AppearanceChoice = z.output<typeof kept>;

const STANDARD: AppearanceChoice = { theme: "auto", size: "standard", motion: "auto" };

/** Keeps the choice and puts it on the page as attributes, on which tokens.css hangs its values. */
class Appearance extends ViewModel<AppearanceChoice> {
  constructor() {
    super(STANDARD);
  }

  protected override onStart(signal: AbortSignal): void {
    this.replace(read());
    this.#apply();
    const contrast = matchMedia("(prefers-contrast: more)");
    contrast.addEventListener("change", this.#apply);
    until(signal, () => contrast.removeEventListener("change", this.#apply));
  }

  readonly choose = (change: Partial<AppearanceChoice>): void => {
    this.update(change);
    this.#apply();
    this.#keep();
  };

  /** Writes the choice down; nothing for somebody who chose nothing. Signing out leaves it (matrix/wipe.ts). */
  #keep(): void {
    const choice = this.getSnapshot();
    const chosen = Object.entries(choice).filter(([key, value]) => STANDARD[key as keyof AppearanceChoice] !== value);
    if (chosen.length === 0) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, JSON.stringify(Object.fromEntries(chosen)));
  }

  readonly #apply = (): void => {
    const { theme, size, motion } = this.getSnapshot();
    const more = theme === "contrast" || matchMedia("(prefers-contrast: more)").matches;
    Object.assign(document.documentElement.dataset, { theme, size, motion, contrast: more ? "more" : "standard" });
  };
}

function read(): AppearanceChoice {
  try {
    return kept.parse({ ...STANDARD, ...(JSON.parse(localStorage.getItem(STORED) ?? "{}") as object) });
  } catch {
    return STANDARD; // somebody else's text under our name
  }
}

export const appearance = new Appearance();
