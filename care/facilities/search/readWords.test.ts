import { expect, it } from "vitest";
import { readWords } from "./readWords.ts";

it("reads what a nurse types as filters, and the rest as words", () => {
  const filters = readWords("特養　胃瘻 インスリン 空き 沼津 ひだまり");
  expect(filters).toMatchObject({
    services: ["care:51", "care:54"],
    needs: [
      { need: "gastrostomy", least: "consult" },
      { need: "insulin", least: "consult" },
    ],
    vacancy: { by: null },
    municipalities: ["222038"],
    text: "ひだまり",
  });
});

it("takes names however they are typed, each once", () => {
  expect(readWords("三島市、みしま ﾕﾆｯﾄ 要介護4 24時間看護")).toMatchObject({
    municipalities: ["222062"],
    roomTypes: ["unit"],
    careLevel: "care4",
    needs: [{ need: "nursing24h" }],
    text: "みしま",
  });
});

it("keeps what is known already", () => {
  expect(readWords("", { careLevel: "care3", includeUnknown: true })).toMatchObject({
    careLevel: "care3",
    includeUnknown: true,
    text: "",
  });
});
