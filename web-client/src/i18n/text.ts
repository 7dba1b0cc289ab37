import type { Label, Language } from "@tsunagi/contracts/text";
import i18next, { type i18n } from "i18next";
import { useSyncExternalStore } from "react";
import { ja } from "./ja.ts";
import type { Translate } from "./keys.ts";

const STORED = "tsunagi.language";

/** Texts of the product in the language the person chose; English comes only when asked for. */
class Texts {
  readonly #i18n: i18n = i18next.createInstance();
  readonly #listeners = new Set<() => void>();
  #snapshot: TextSnapshot;
  #chosen: Language | undefined;

  constructor() {
    void this.#i18n.init({
      lng: "ja",
      fallbackLng: "ja",
      resources: { ja: { translation: ja } },
      interpolation: { escapeValue: false }, // React escapes
      initAsync: false,
    });
    this.#snapshot = this.#make("ja");
  }

  readonly getSnapshot = (): TextSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The language kept in this browser, else the browser's own. */
  preferred(): Language {
    const kept = localStorage.getItem(STORED);
    if (kept === "ja" || kept === "en") {
      this.#chosen = kept;
      return kept;
    }
    return navigator.languages.find((tag) => /^(ja|en)\b/.test(tag))?.startsWith("en") ? "en" : "ja";
  }

  async use(language: Language): Promise<void> {
    if (language === "en" && !this.#i18n.hasResourceBundle("en", "translation")) {
      const { en } = await import("./en.ts");
      this.#i18n.addResourceBundle("en", "translation", en);
    }
    await this.#i18n.changeLanguage(language);
    this.#snapshot = this.#make(language);
    document.documentElement.lang = language;
    for (const listener of this.#listeners) listener();
  }

  /** The same, remembered in this browser. */
  async choose(language: Language): Promise<void> {
    await this.use(language);
    this.#chosen = language;
    this.keep();
  }

  /** Writes the choice down again, after the browser's storage was cleared. */
  keep(): void {
    if (this.#chosen) localStorage.setItem(STORED, this.#chosen);
  }

  #make(language: Language): TextSnapshot {
    const translate = this.#i18n.getFixedT(language);
    return {
      language,
      t: ((key: string, values?: Record<string, unknown>) => translate(key, values ?? {})) as Translate,
      say: (label) => label[language],
    };
  }
}

export interface TextSnapshot {
  readonly t: Translate;
  readonly language: Language;
  /** Picks the language of a label that comes in both (from the hub, from code lists). */
  readonly say: (label: Label) => string;
}

export const texts = new Texts();

/** `t`, the language and `say`; the component is drawn again when the language changes. */
export const useText = (): TextSnapshot => useSyncExternalStore(texts.subscribe, texts.getSnapshot);
