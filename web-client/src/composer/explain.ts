import type { CommandArgument } from "@tsunagi/contracts/rest/commands";
import type { TextSnapshot } from "../i18n/text.ts";
import type { LineProblem } from "./commandLine.ts";

/** What is wrong with an argument, in words that say what to do. */
export function explain(problem: LineProblem, field: CommandArgument, { t, say }: TextSnapshot): string {
  const label = say(field.label);
  switch (problem.kind) {
    case "missing":
      return t(field.type === "choice" ? "composer.choose" : "composer.missing", { label });
    case "tooLong":
      return t("composer.tooLong", { most: problem.most, now: problem.now });
    case "notAChoice":
      return t("composer.notAChoice", { choices: (field.choices ?? []).map((choice) => say(choice.label)).join("・") });
    case "notADate":
      return t("composer.notADate");
    case "notANumber":
      return t("composer.notANumber");
  }
}
