import { expect, it } from "vitest";
import { fitSentence } from "./fitPoints.ts";

it("says why a facility fits in both languages, codes by their own words", () => {
  expect(fitSentence({ code: "needAccepted", value: "gastrostomy" }, "ja")).toBe("経管栄養（胃ろう） ○");
  expect(fitSentence({ code: "near", value: "3.2" }, "en")).toBe("3.2 km away");
  expect(fitSentence({ code: "vacancyStale" }, "ja")).toBe("空き情報が古い");
});
