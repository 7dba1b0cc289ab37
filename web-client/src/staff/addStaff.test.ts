import { problems } from "@tsunagi/contracts/problems";
import { describe, expect, it, vi } from "vitest";
import { HubProblem } from "../hub/errors.ts";
import { addStaffForm } from "./addStaff.model.ts";

const typed = {
  familyName: "新田",
  givenName: "あおい",
  familyKana: "ニッタ",
  givenKana: "アオイ",
  loginName: " Nitta.Aoi ",
  role: "helper",
} as const;

describe("creating an account", () => {
  it("sends the login name as it will be used", async () => {
    const create = vi.fn(async () => undefined);
    const form = addStaffForm(create);
    form.start();
    form.set(typed);
    expect(await form.submit()).toBe(true);
    expect(create).toHaveBeenCalledWith(expect.objectContaining({ loginName: "nitta.aoi" }), expect.anything());
  });

  it("says what a login name may be", async () => {
    const form = addStaffForm(async () => undefined);
    form.start();
    form.set({ ...typed, loginName: "新田" });
    await form.submit();
    expect(form.getSnapshot().problems).toEqual({ loginName: "staff.loginNameFormat" });
  });

  it("marks a login name that is taken, at its field", async () => {
    const { status, ja, en } = problems.loginNameTaken;
    const form = addStaffForm(async () => {
      throw new HubProblem({ type: "", title: "", status, detail: ja, en, code: "loginNameTaken" });
    });
    form.start();
    form.set(typed);
    await form.submit();
    expect(form.getSnapshot().problems["loginName"]).toMatchObject({ ja });
    expect(form.getSnapshot().failure).toBeUndefined();
  });
});
