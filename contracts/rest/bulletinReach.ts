import { z } from "zod";
import { bulletinId } from "../ids.ts";
import { bulletin } from "./bulletins.ts";
import { endpoint } from "./endpoint.ts";

const tag = "bulletins";
const params = z.object({ bulletinId });

export const watchBulletin = endpoint({
  method: "GET",
  path: "/bulletins/{bulletinId}/reach",
  tag,
  summary: "How far one's own bulletin has reached by now; asked again and again by its page",
  requires: "bulletin.write",
  params,
  response: bulletin,
});
