import { facilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { expect, it } from "vitest";
import { fromAddress, NO_FILTERS, toAddress } from "./filtersAddress.ts";

const filters = facilityFilters.parse({
  municipalities: ["222062", "222038"],
  neighbours: true,
  services: ["care:51"],
  careLevel: "care4",
  needs: [{ need: "gastrostomy", least: "accept" }, { need: "insulin" }],
  vacancy: { by: "2026-12-01" },
  roomTypes: ["private"],
  sex: "female",
  monthlyCost: 120_000,
  offers: ["transport"],
  includeUnknown: true,
});

it("brings every filter back from the address", () => {
  expect(fromAddress(`#${toAddress({ filters, sort: "cost" })}`)).toEqual({ filters, sort: "cost" });
});

it("keeps words and places out of the address: they may be somebody's", () => {
  const secret = { ...filters, text: "架空ハナ", near: { latitude: 35.123, longitude: 138.9, km: 5 } };
  expect(toAddress({ filters: secret, sort: "fit" })).toBe(toAddress({ filters, sort: "fit" }));
});

it("leaves out what it does not understand and keeps the rest", () => {
  expect(fromAddress("#m=222062&s=nonsense&needs=toothache&c=abc&sort=luck")).toEqual({
    filters: { ...NO_FILTERS, municipalities: ["222062"] },
    sort: "fit",
  });
  expect(fromAddress("")).toEqual({ filters: NO_FILTERS, sort: "fit" });
});
