import { problemDetails } from "@tsunagi/contracts/problems";
import { api } from "@tsunagi/contracts/rest/api";
import type { Endpoint } from "@tsunagi/contracts/rest/endpoint";
import type { z } from "zod";
import { createDocument } from "zod-openapi";
import { PROBLEM_TYPE } from "./problem.ts";

type Operation = NonNullable<NonNullable<Parameters<typeof createDocument>[0]["paths"]>[string]["get"]>;

/** The REST API as OpenAPI 3.1, made from the contracts. @param publicUrl the hub's origin */
export function openApiDocument(publicUrl: string): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [name, endpoint] of Object.entries(api as Readonly<Record<string, Endpoint>>)) {
    const path = paths[endpoint.path] ?? {};
    path[endpoint.method.toLowerCase()] = operation(name, endpoint);
    paths[endpoint.path] = path;
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Tsunagi hub",
      version: "0.1.0",
      description:
        "REST side of the hub. Sign in with a Matrix OpenID token; writes carry x-csrf-token and may carry idempotency-key.",
    },
    servers: [{ url: `${publicUrl}/api` }],
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "tsunagi_session" } },
    },
  });
}

function operation(name: string, endpoint: Endpoint): Operation {
  const { summary, tag, requires, method, params, query, body, response, rawResponse } = endpoint;
  const rawBody = endpoint.rawBody || endpoint.streamBody;
  const writes = method !== "GET" && requires !== "open";
  return {
    operationId: name,
    summary,
    tags: [tag],
    description: `Requires: ${requires}`,
    ...(requires === "open" ? {} : { security: [{ session: [] }] }),
    requestParams: {
      path: params as z.ZodObject,
      query: query as z.ZodObject,
    },
    ...(writes
      ? {
          parameters: [
            { name: "x-csrf-token", in: "header", required: true, schema: { type: "string" } },
            {
              name: "idempotency-key",
              in: "header",
              required: false,
              schema: { type: "string", pattern: "^[\\w-]{8,100}$" },
            },
          ],
        }
      : {}),
    ...(hasBody(endpoint)
      ? { requestBody: { required: true, content: rawBody ? bytes : { "application/json": { schema: body } } } }
      : {}),
    responses: {
      "200": { description: "Done", content: rawResponse ? bytes : { "application/json": { schema: response } } },
      default: {
        description: `Refused: ${["invalidInput", "forbidden", ...endpoint.problems].join(", ")}`,
        content: { [PROBLEM_TYPE]: { schema: problemDetails } },
      },
    },
  };
}

const bytes = { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } };

const hasBody = ({ rawBody, streamBody, body }: Endpoint): boolean =>
  rawBody === true ||
  streamBody === true ||
  Object.keys((body as Partial<z.ZodObject>).shape ?? { some: true }).length > 0;
