/** What a key means in the composer. */
export type KeyAct = "send" | "choose" | "next" | "previous" | "close" | "nextBlank" | "previousBlank" | "type";

/** What is read of a keydown event. */
export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Milliseconds, of the same clock as the composition events. */
  readonly timeStamp: number;
}

export interface KeyContext {
  /** Enter sends; otherwise it makes a new line and the button sends, as is usual on touch keyboards. */
  readonly enterSends: boolean;
  /** The list above the field is open. */
  readonly completing: boolean;
}

/** A key code the browser gives while an input method has the key (UI Events, "processKey"). */
const PROCESSED = 229;
/** Safari ends the conversion first and gives the key after it. */
const SAME_KEY_MS = 40;

/**
 * Reads keys with Japanese conversion in mind: the Enter that takes a conversion over never sends.
 * Chromium and Firefox: keydown comes with `isComposing`. Safari: `compositionend` comes first, then a keydown that is
 * not composing any more but still has key code 229, and nothing at all to tell on some older ones but the time.
 */
export class ComposerKeys {
  #composing = false;
  #endedAt = Number.NEGATIVE_INFINITY;

  compositionStart(): void {
    this.#composing = true;
  }

  compositionEnd(timeStamp: number): void {
    this.#composing = false;
    this.#endedAt = timeStamp;
  }

  /** The field lost the focus: whatever was being converted is over. */
  reset(): void {
    this.#composing = false;
  }

  read(press: KeyPress, { enterSends, completing }: KeyContext): KeyAct {
    if (this.#converts(press)) return "type";
    const modified = press.ctrlKey || press.metaKey;
    if (completing && !modified) {
      if (press.key === "ArrowDown") return "next";
      if (press.key === "ArrowUp") return "previous";
      if (press.key === "Escape") return "close";
      if (press.key === "Tab" || (press.key === "Enter" && !press.shiftKey)) return "choose";
    }
    if (press.key === "Tab" && !modified && !press.altKey) return press.shiftKey ? "previousBlank" : "nextBlank";
    if (press.key !== "Enter" || press.altKey) return "type";
    if (modified) return "send"; // with a real keyboard at a tablet too
    return enterSends && !press.shiftKey ? "send" : "type";
  }

  #converts({ isComposing, keyCode, key, timeStamp }: KeyPress): boolean {
    if (isComposing || this.#composing || keyCode === PROCESSED) return true;
    return key === "Enter" && timeStamp - this.#endedAt < SAME_KEY_MS;
  }
}
