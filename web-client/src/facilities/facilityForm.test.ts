import { facilityProfile } from "@tsunagi/contracts/rest/facilities";
import { describe, expect, it } from "vitest";
import { checkProfile, profileOf, valuesOf } from "./facilityForm.ts";

const profile = facilityProfile.parse({
  features: "海が見えます",
  roomTypes: ["unit"],
  monthlyCostFrom: 90_000,
  offers: ["transport"],
  offersNot: ["therapist"],
  needs: [{ need: "insulin", answer: "consult", note: "朝のみ" }],
});

describe("the form of a profile", () => {
  it("sends back what it was opened with", () => {
    expect(profileOf(valuesOf({ profile }), null)).toEqual({ ...profile, basedOn: null });
  });

  it("leaves unknown what is answered by neither yes nor no", () => {
    const values = { ...valuesOf({ profile }), offers: { transport: "" as const }, needs: {} };
    expect(profileOf(values, null)).toMatchObject({ offers: [], offersNot: [], needs: [] });
  });

  it("takes amounts as people write them, and says what is wrong with others", () => {
    const values = valuesOf({ profile });
    expect(profileOf({ ...values, monthlyCostTo: "１２０，０００円" }, null).monthlyCostTo).toBe(120_000);
    expect(checkProfile({ ...values, monthlyCostTo: "たくさん" })).toEqual({ monthlyCostTo: "facilities.yenNeeded" });
    expect(checkProfile({ ...values, monthlyCostTo: "1" })).toEqual({ monthlyCostTo: "facilities.yenOrder" });
    expect(checkProfile(values)).toEqual({});
  });
});
