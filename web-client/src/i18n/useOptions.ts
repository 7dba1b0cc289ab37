import type { CodeList } from "@tsunagi/contracts/codes/codeList";
import type { Option } from "../kit/Choice.tsx";
import { useText } from "./text.ts";

/** A code list as options, in the page's language: `options(sexes)`. */
export function useOptions(): <Code extends string>(list: CodeList<Code>) => readonly Option<Code>[] {
  const { say } = useText();
  return (list) =>
    list.codes.map((value) => ({ value, label: say({ ja: list.label(value, "ja"), en: list.label(value, "en") }) }));
}
