import type { Label, Language } from "@tsunagi/contracts/text";
import i18next, { type i18n } from "i18next";
import { useSyncExternalStore } from "react";
import { jaFirst } from "./jaFirst.ts";
import type { Translate } from "./keys.ts";
import { rubies } from "./ruby/rubies.ts";
import { isTextSet, languageOf, type TextSet } from "./textSet.ts";

const STORED = "tsunagi.language";
const STORED_RUBY = "tsunagi.ruby";

/** Sets that are loaded when they are asked for. */
const LOADED: Readonly<Record<Exclude<TextSet, "ja">, () => Promise<object>>> = {
  en: async () => (await import("./en.ts")).en,
  "ja-easy": async () => (await import("./easy.ts")).easy,
};

/** What i18next calls them: it would read `ja-easy` as Japanese in the script "Easy". */
const CODES: Readonly<Record<TextSet, string>> = { ja: "ja", "ja-easy": "easy", en: "en" };

/** Texts of the product in the set the person chose; English comes only when asked for. */
class Texts {
  readonly #i18n: i18n = i18next.createInstance();
  readonly #listeners = new Set<() => void>();
  #snapshot: TextSnapshot;
  #chosen: TextSet | undefined;
  #whole: Promise<void> | undefined;

  constructor() {
    void this.#i18n.init({
      lng: "ja",
      fallbackLng: "ja",
      resources: { ja: { translation: jaFirst } },
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

  /** What is kept in this browser, else the browser's own language. */
  async start(): Promise<void> {
    const kept = localStorage.getItem(STORED);
    if (isTextSet(kept)) this.#chosen = kept;
    if (localStorage.getItem(STORED_RUBY)) await rubies.turn(true);
    await this.use(this.#chosen ?? browsersOwn());
  }

  async use(set: TextSet): Promise<void> {
    const code = CODES[set];
    if (set === "ja-easy") await this.whole(); // what it lacks is said in Japanese
    if (set !== "ja" && !this.#i18n.hasResourceBundle(code, "translation"))
      this.#i18n.addResourceBundle(code, "translation", await LOADED[set]());
    await this.#i18n.changeLanguage(code);
    this.#show(set);
  }

  /** The Japanese texts of all pages; before a page is shown that says more than the first ones. */
  whole(): Promise<void> {
    this.#whole ??= this.#loadWhole().catch((error: unknown) => {
      this.#whole = undefined; // no line: the next page that is opened asks again
      throw error;
    });
    return this.#whole;
  }

  async #loadWhole(): Promise<void> {
    const { ja } = await import("./ja.ts");
    this.#i18n.addResourceBundle("ja", "translation", ja, true, true);
    this.#show(this.#snapshot.textSet);
  }

  /** The same, remembered in this browser. */
  async choose(set: TextSet): Promise<void> {
    await this.use(set);
    this.#chosen = set;
    this.#keep();
  }

  /** Readings over the kanji of Japanese texts; remembered too. */
  async chooseRuby(on: boolean): Promise<void> {
    await rubies.turn(on);
    this.#show(this.#snapshot.textSet);
    this.#keep();
  }

  /** Writes the choice down. Signing out leaves it (matrix/wipe.ts). */
  #keep(): void {
    if (this.#chosen) localStorage.setItem(STORED, this.#chosen);
    if (rubies.on) localStorage.setItem(STORED_RUBY, "on");
    else localStorage.removeItem(STORED_RUBY);
  }

  #show(set: TextSet): void {
    this.#snapshot = this.#make(set);
    const { lang, dataset } = { lang: languageOf(set), dataset: document.documentElement.dataset };
    document.documentElement.lang = lang;
    dataset["ruby"] = rubies.on && lang === "ja" ? "on" : "off";
    for (const listener of this.#listeners) listener();
  }

  #make(textSet: TextSet): TextSnapshot {
    const translate = this.#i18n.getFixedT(CODES[textSet]);
    const language = languageOf(textSet);
    const ruby = rubies.on && language === "ja";
    const say = (label: Label): string => {
      if (ruby) rubies.remember(label.ja, label.ja);
      return label[language];
    };
    const t = (key: string, values: Record<string, unknown> = {}): string => {
      const sentence = translate(key, values);
      if (ruby) rubies.remember(sentence, translate(key, { skipInterpolation: true }), values);
      return sentence;
    };
    return { language, textSet, ruby: rubies.on, t: t as Translate, say };
  }
}

const browsersOwn = (): Language =>
  navigator.languages.find((tag) => /^(ja|en)\b/.test(tag))?.startsWith("en") ? "en" : "ja";

export interface TextSnapshot {
  readonly t: Translate;
  /** The language of labels, dates and numbers. */
  readonly language: Language;
  readonly textSet: TextSet;
  /** Whether readings are shown over Japanese texts. */
  readonly ruby: boolean;
  /** Picks the language of a label that comes in both (from the hub, from code lists). */
  readonly say: (label: Label) => string;
}

export const texts = new Texts();

/** `t`, the language and `say`; the component is drawn again when the language changes. */
export const useText = (): TextSnapshot => useSyncExternalStore(texts.subscribe, texts.getSnapshot);
