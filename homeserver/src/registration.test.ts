import { describe, expect, it } from "vitest";
import { renderRegistration } from "./registration.ts";
import { homeserverSettings } from "./settings.ts";
import { exampleSettings } from "./testSettings.ts";

const registration = renderRegistration(homeserverSettings.parse(exampleSettings()));
const { users, aliases } = registration["namespaces"] as Record<
  "users" | "aliases",
  readonly { readonly exclusive: boolean; readonly regex: string }[]
>;
/** The entry an id falls into, as Synapse looks it up: from the beginning. */
const entryOf = (entries: typeof users, id: string) =>
  entries.find(({ regex }) => new RegExp(`^(?:${regex})`).test(id));

describe("the appservice's registration", () => {
  it("keeps the bots' names for the hub alone", () => {
    expect(entryOf(users, "@_tsunagi_hub:care.example")).toMatchObject({ exclusive: true });
    expect(entryOf(aliases, "#_tsunagi_rom_1:care.example")).toMatchObject({ exclusive: true });
  });

  it("speaks for the operator without owning it, since Synapse makes that account itself", () => {
    expect(entryOf(users, "@tsunagi-operator:care.example")).toMatchObject({ exclusive: false });
  });

  it("claims nobody else: no person, no longer name, no other server", () => {
    const others = [
      "@nurse:care.example",
      "@tsunagi-operator2:care.example",
      "@x_tsunagi_hub:care.example",
      "@_tsunagi_hub:careXexample",
      "@_tsunagi_hub:care.example.org",
    ];
    expect(others.filter((id) => entryOf(users, id))).toEqual([]);
  });

  it("is not rate limited and asks for the encryption half of transactions and for devices of its own", () => {
    expect(registration).toMatchObject({
      rate_limited: false,
      receive_ephemeral: true,
      "de.sorunome.msc2409.push_ephemeral": true,
      "org.matrix.msc3202": true,
      "io.element.msc4190": true,
    });
  });
});
