import { permissions } from "@tsunagi/contracts/permissions";
import { describe, expect, it } from "vitest";
import { destinationsFor, inPhoneBar } from "./navigation.ts";

const all = destinationsFor(permissions);

describe("inPhoneBar", () => {
  it("leaves five places as they are", () => {
    expect(inPhoneBar(all.slice(0, 5))).toEqual({ shown: all.slice(0, 5), more: [] });
  });

  it("keeps the first four beside 「その他」 when there are more, and loses none", () => {
    const { shown, more } = inPhoneBar(all.slice(0, 6));
    expect(shown).toEqual(all.slice(0, 4));
    expect([...shown, ...more]).toEqual(all.slice(0, 6));
  });
});
