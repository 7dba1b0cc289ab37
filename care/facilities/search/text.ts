import { facilityNeeds, facilityOffers } from "@tsunagi/contracts/codes/facilities";
import { serviceKeyOf, serviceLabel } from "@tsunagi/contracts/codes/facilityServices";
import { type MunicipalityCode, municipalities } from "@tsunagi/contracts/codes/municipalities";
import { fold, foldWanted } from "@tsunagi/contracts/fold";
import type { FacilityDocument } from "./document.ts";
import { commonWordsOf, synonyms } from "./synonyms.ts";

/** The words of a facility, folded: its name with the reading, and everything else one might look for. */
export function textOf(document: FacilityDocument, municipality: MunicipalityCode | null) {
  const { system, serviceType, needs } = document;
  const service = serviceKeyOf(system, serviceType);
  const accepted = facilityNeeds.codes.filter((need) => needs[need] === "accept" || needs[need] === "consult");
  const words = [
    municipality ? municipalities.label(municipality, "ja") : "",
    document.address,
    serviceLabel(service, "ja"),
    ...commonWordsOf(service),
    document.features,
    document.services,
    ...accepted.map((need) => facilityNeeds.label(need, "ja")),
    ...document.offers.map((offer) => (facilityOffers.has(offer) ? facilityOffers.label(offer, "ja") : "")),
  ];
  return { name: foldWords(`${document.name} ${document.nameKana}`), words: foldWords(words.join(" ")) };
}

const WORD = /[\p{L}\p{N}ー〇々]+/gu;

const wordsOf = (text: string): string[] => text.normalize("NFKC").match(WORD) ?? [];

const foldWords = (text: string): string => wordsOf(text).map(fold).join(" ");

/** What somebody typed, folded, one word after another; each word with what else it is called. */
export function wantedWords(text: string): string[] {
  return wordsOf(text)
    .map(foldWanted)
    .filter((word) => word !== "")
    .map((word) => synonyms.get(word) ?? word);
}

/** Two letters at a time; a word of one letter is itself. Without spaces in Japanese these are the words. */
export function bigrams(word: string): string[] {
  const letters = [...word];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}

/** Bigrams for longer questions, single letters for those of one. */
export function tokens(text: string): string[] {
  return text.split(" ").flatMap((word) => (word.length < 2 ? [word] : [...new Set(word), ...bigrams(word)]));
}
