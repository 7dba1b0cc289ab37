import type { PersonInput, PersonSummary, PersonView } from "@tsunagi/contracts/rest/people";
import { describe, expect, it, vi } from "vitest";
import { HubProblem, HubUnreachable } from "../hub/errors.ts";
import type { PersonValues } from "./personForm.ts";
import { RegisterForm, type Registration } from "./register.model.ts";

const typed: Partial<PersonValues> = {
  familyName: "架空",
  givenName: "花子",
  familyKana: "カクウ",
  givenKana: "はなこ",
  birthDate: "S13.4.12",
  sex: "female",
  municipality: "222259",
};
const registered: Registration = { outcome: "registered", person: { id: "psn_1" } as unknown as PersonView };
const similar: Registration = { outcome: "similar", candidates: [{ id: "psn_0" } as unknown as PersonSummary] };

function open(register: (person: PersonInput, anyway: boolean) => Promise<Registration>) {
  const seen = { registered: vi.fn(), similar: vi.fn() };
  const form = new RegisterForm({ register, onRegistered: seen.registered, onSimilar: seen.similar });
  form.start();
  form.set(typed);
  return { form, ...seen };
}

describe("registering a person", () => {
  it("sends the birth date as a day of the calendar, and empty levels as not known", async () => {
    const register = vi.fn(async () => registered);
    const { form, registered: done } = open(register);
    expect(await form.submit()).toBe(true);
    expect(register).toHaveBeenCalledWith(
      expect.objectContaining({ birthDate: "1938-04-12", careLevel: null }),
      false,
      expect.anything(),
    );
    expect(done).toHaveBeenCalledWith(registered.outcome === "registered" && registered.person);
  });

  it("shows who is alike and registers only after being told that it is somebody else", async () => {
    const register = vi.fn(async (_person: PersonInput, anyway: boolean) => (anyway ? registered : similar));
    const { form, registered: done, similar: warned } = open(register);
    await form.submit();
    expect(warned).toHaveBeenCalledTimes(1);
    expect(done).not.toHaveBeenCalled();
    await form.registerAnyway();
    expect(done).toHaveBeenCalledTimes(1);
  });

  it("asks again about somebody alike when sent once more without saying so", async () => {
    const register = vi.fn(async (_person: PersonInput, anyway: boolean) => (anyway ? registered : similar));
    const { form, similar: warned } = open(register);
    await form.submit();
    form.set({ givenName: "花代" });
    await form.submit();
    expect(warned).toHaveBeenCalledTimes(2);
  });

  it("marks every field that is wrong before anything is sent", async () => {
    const register = vi.fn(async () => registered);
    const { form } = open(register);
    form.set({ familyName: " ", givenKana: "花子", birthDate: "昭和", sex: "" });
    expect(await form.submit()).toBe(false);
    expect(register).not.toHaveBeenCalled();
    expect(form.getSnapshot().problems).toEqual({
      familyName: "fields.needed",
      givenKana: "fields.kana",
      birthDate: "people.birthDateUnclear",
      sex: "fields.choose",
    });
  });

  it("puts the hub's marks on the fields and keeps what was typed", async () => {
    const problem = {
      type: "urn:tsunagi:problem:invalidInput",
      title: "invalidInput",
      status: 400,
      detail: "誤り",
      en: "wrong",
      code: "invalidInput" as const,
      fields: [{ path: "person.familyKana", ja: "ふりがな", en: "kana" }],
    };
    const { form } = open(async () => {
      throw new HubProblem(problem);
    });
    await form.submit();
    expect(form.getSnapshot()).toMatchObject({
      problems: { familyKana: { ja: "ふりがな" } },
      values: typed,
      busy: false,
    });
  });

  it("keeps what was typed without a connection", async () => {
    const { form } = open(async () => {
      throw new HubUnreachable();
    });
    await form.submit();
    expect(form.getSnapshot()).toMatchObject({ failure: { kind: "offline" }, values: typed });
  });
});
