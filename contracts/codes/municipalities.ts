import type { Language } from "../text.ts";
import { codeList } from "./codeList.ts";

/** Municipalities of Shizuoka prefecture: 6-digit codes of the national list, last digit a check digit (domain 2). */
export const municipalities = codeList({
  "221007": ["静岡市", "Shizuoka"],
  "221309": ["浜松市", "Hamamatsu"],
  "222038": ["沼津市", "Numazu"],
  "222054": ["熱海市", "Atami"],
  "222062": ["三島市", "Mishima"],
  "222071": ["富士宮市", "Fujinomiya"],
  "222089": ["伊東市", "Ito"],
  "222097": ["島田市", "Shimada"],
  "222101": ["富士市", "Fuji"],
  "222119": ["磐田市", "Iwata"],
  "222127": ["焼津市", "Yaizu"],
  "222135": ["掛川市", "Kakegawa"],
  "222143": ["藤枝市", "Fujieda"],
  "222151": ["御殿場市", "Gotemba"],
  "222160": ["袋井市", "Fukuroi"],
  "222194": ["下田市", "Shimoda"],
  "222208": ["裾野市", "Susono"],
  "222216": ["湖西市", "Kosai"],
  "222224": ["伊豆市", "Izu"],
  "222232": ["御前崎市", "Omaezaki"],
  "222241": ["菊川市", "Kikugawa"],
  "222259": ["伊豆の国市", "Izunokuni"],
  "222267": ["牧之原市", "Makinohara"],
  "223018": ["東伊豆町", "Higashiizu"],
  "223026": ["河津町", "Kawazu"],
  "223042": ["南伊豆町", "Minamiizu"],
  "223051": ["松崎町", "Matsuzaki"],
  "223069": ["西伊豆町", "Nishiizu"],
  "223255": ["函南町", "Kannami"],
  "223417": ["清水町", "Shimizu"],
  "223425": ["長泉町", "Nagaizumi"],
  "223441": ["小山町", "Oyama"],
  "224243": ["吉田町", "Yoshida"],
  "224294": ["川根本町", "Kawanehon"],
  "224618": ["森町", "Mori"],
});

export type MunicipalityCode = (typeof municipalities.codes)[number];

/** A municipality's name; outside the prefecture its number. */
export const townOf = (code: string, language: Language): string =>
  municipalities.has(code) ? municipalities.label(code, language) : code;

/**
 * The check digit of a 5-digit municipality number: weights 6,5,4,3,2; (11 - sum mod 11) mod 10.
 * @param fiveDigits for example "22225"
 */
export function municipalityCheckDigit(fiveDigits: string): number {
  const sum = [...fiveDigits].reduce((total, digit, i) => total + Number(digit) * (6 - i), 0);
  return (11 - (sum % 11)) % 10;
}

/** True for any Japanese municipality code with a right check digit, also outside the prefecture. */
export const isMunicipalityCode = (code: string): boolean =>
  /^\d{6}$/.test(code) && Number(code[5]) === municipalityCheckDigit(code.slice(0, 5));
