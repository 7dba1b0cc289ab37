import { CareError } from "@tsunagi/care/kernel/errors";
import {
  type FieldError,
  type ProblemCode,
  type ProblemDetails,
  problemSentence,
  problems,
} from "@tsunagi/contracts/problems";
import type { z } from "zod";

export const PROBLEM_TYPE = "application/problem+json";

/** RFC 9457 problem details, in both languages. */
export function problemDetails(
  code: ProblemCode,
  values: Record<string, string> = {},
  fields: readonly FieldError[] = [],
  instance?: string,
): ProblemDetails {
  return {
    type: `urn:tsunagi:problem:${code}`,
    title: code,
    status: problems[code].status,
    detail: problemSentence(code, "ja", values),
    code,
    en: problemSentence(code, "en", values),
    ...(fields.length ? { fields: [...fields] } : {}),
    ...(instance ? { instance } : {}),
  };
}

/** What zod found wrong, as a problem that names the fields; never what was typed into them. */
export function invalidInput(error: z.ZodError): CareError {
  const fields = error.issues.map((issue) => ({ path: issue.path.map(String).join("."), ...sentence(issue) }));
  return new CareError("invalidInput", {}, { fields });
}

type Issue = z.ZodError["issues"][number];

function sentence(issue: Issue): { ja: string; en: string } {
  switch (issue.code) {
    case "too_small":
      return Number(issue.minimum) <= 1
        ? { ja: "入力してください", en: "This is needed" }
        : { ja: `${issue.minimum}以上にしてください`, en: `At least ${issue.minimum}` };
    case "too_big":
      return { ja: `${issue.maximum}以内にしてください`, en: `At most ${issue.maximum}` };
    case "invalid_type":
      return { ja: "入力してください", en: "This is needed" };
    case "invalid_value":
      return { ja: "一覧から選んでください", en: "Choose from the list" };
    default:
      return SPECIAL[issue.message] ?? { ja: "形式が正しくありません", en: "The format is not right" };
  }
}

const SPECIAL: Readonly<Record<string, { ja: string; en: string }>> = {
  kana: { ja: "ふりがなは、ひらがなかカタカナで入力してください", en: "Write the reading in hiragana or katakana" },
  kanaOrBirthDate: { ja: "ふりがなか生年月日を入力してください", en: "Give the reading of the name or the birth date" },
  representative: { ja: "代理の方の氏名と続柄を入力してください", en: "Give the representative's name and relation" },
};
