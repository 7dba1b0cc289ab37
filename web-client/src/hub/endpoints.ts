import type { RouteName } from "@tsunagi/contracts/rest/api";
import { listCommands } from "@tsunagi/contracts/rest/commands";
import type { Endpoint } from "@tsunagi/contracts/rest/endpoint";
import { closeSession, enrolIdentity, openSession, readSession } from "@tsunagi/contracts/rest/session";
import { listRooms } from "@tsunagi/contracts/rest/teams";
import { HubUnreachable } from "./errors.ts";

/** Routes that are called before the list stands; the others, with all they say, are fetched when one is first called. */
const FIRST: Partial<Record<RouteName, Endpoint>> = {
  openSession,
  readSession,
  closeSession,
  enrolIdentity,
  listRooms,
  listCommands,
};

/** @throws HubUnreachable when there is no line to fetch it by */
export async function endpointOf(name: RouteName): Promise<Endpoint> {
  return FIRST[name] ?? (await load())[name];
}

async function load(): Promise<Readonly<Record<RouteName, Endpoint>>> {
  try {
    return (await import("@tsunagi/contracts/rest/api")).api;
  } catch (error) {
    throw new HubUnreachable(error);
  }
}
