// Run with `node --test tests/fhir/formula.test.mjs` after `npm ci` in tests/fhir and `cargo test`.
// Every score of every case, by a FHIRPath engine that is not ours and knows nothing of forms.
import assert from "node:assert/strict";
import { test } from "node:test";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";
import { cases, coding, is, scores } from "./engines.mjs";

const VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable";
const CALCULATED =
  "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

/// What computes a score from a QuestionnaireResponse.
function formula(item, change = (text) => text) {
  const of = (url) => item.extension.filter((each) => each.url === url).map((each) => each.valueExpression);
  const compile = ({ expression }) => fhirpath.compile(change(expression), r4);
  const variables = of(VARIABLE).map((each) => [each.name, compile(each)]);
  const [calculated] = of(CALCULATED).map(compile);
  return (resource) => {
    const known = { resource };
    for (const [name, value] of variables) known[name] = value(resource, { resource });
    return calculated(resource, known)[0];
  };
}

function response(questionnaire, answers) {
  const item = Object.entries(answers).map(([linkId, code]) => ({
    linkId,
    answer: [{ valueCoding: coding(questionnaire, linkId, code) }],
  }));
  // Where an answer stands must not matter.
  const half = item.length >> 1;
  const groups = [item.slice(0, half), item.slice(half)].filter((group) => group.length > 0);
  const inGroups = groups.map((group, place) => ({ linkId: `group.${place}`, item: group }));
  return { resourceType: "QuestionnaireResponse", status: "completed", item: inGroups };
}

/// The cases of a Questionnaire that come to another score.
function wrong({ questionnaire, cases }, change) {
  const found = [];
  for (const [scale, item] of scores(questionnaire)) {
    const compute = formula(item, change);
    for (const { answers, scores } of cases) {
      const got = compute(response(questionnaire, answers));
      if (!is(got, scores[scale])) found.push(`${scale}: ${got} for ${scores[scale]}`);
    }
  }
  return found;
}

for (const file of cases()) {
  test(`${file.name}: every score is the one computed here`, () => assert.deepEqual(wrong(file), []));
}

// A comparison that lets everything pass would find nothing here either.
const faults = {
  "another value of an answer": (text) => text.replace(/\* 3/, "* 2"),
  "another minimum": (text) => text.replace(/>= \d+/g, ">= 0"),
  "an item left out": (text) => text.replace(/'[^']*' \| /, ""),
  "another range": (text) => text.replace("100 *", "99 *"),
};
const builtIn = cases().find((file) => file.name === "helping-strain");
for (const [name, change] of Object.entries(faults)) {
  test(`found: ${name}`, () => assert.notDeepEqual(wrong(builtIn, change), []));
}
