// Run with `node --test tests/fhir/check.test.mjs` after `npm ci` in tests/fhir and `cargo test`.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { wrong } from "./check.mjs";

const folder = new URL("../golden/", import.meta.url);
const exported = readdirSync(folder).filter((name) => name.endsWith(".fhir.json"));
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

const score = (asked) => asked.item.find((item) => item.linkId === "score.burnout");

test("there are exports to check", () => assert.ok(exported.length >= 4, exported.join()));

for (const name of exported) {
  test(`${name} is FHIR R4`, () => assert.deepEqual(wrong(read(name)), []));
}

// What the checkers must not let pass; without this, a checker that checks nothing would do.
const mistakes = {
  "an item without linkId": ({ asked }) => delete asked.item[0].linkId,
  "an item of an unknown type": ({ asked }) => (asked.item[0].type = "slider"),
  "an item whose type is a number": ({ asked }) => (asked.item[0].type = 3),
  "options on a group": ({ asked }) => (asked.item[0].type = "group"),
  "an option without a value": ({ asked }) => delete asked.item[0].answerOption[0].valueCoding,
  "an option with two values": ({ asked }) => (asked.item[0].answerOption[0].valueString = "x"),
  "a code that is a number": ({ asked }) => (asked.item[0].answerOption[0].valueCoding.code = 1),
  "a field that R4 does not have": ({ asked }) => (asked.item[0].scale = "burnout"),
  "a questionnaire without a status": ({ asked }) => delete asked.status,
  "a questionnaire of an unknown status": ({ asked }) => (asked.status = "done"),
  "a response without a status": ({ given }) => delete given.status,
  "a response of an unknown status": ({ given }) => (given.status = "finished"),
  "a response without linkId": ({ given }) => delete given.item[0].linkId,
  "a response on a day that is none": ({ given }) => (given.authored = "25.11.2026"),
  "a score that is a text": ({ given }) =>
    (given.item.find((item) => item.linkId === "score.burnout").answer[0].valueDecimal = "50"),
  "an extension without an address": ({ asked }) => delete asked.item[0].extension[0].url,
  "an expression without a language": ({ asked }) =>
    delete score(asked).extension[0].valueExpression.language,
  "a publication on a day that is none": ({ asked }) => (asked.date = "today"),
  "an observation without a code": ({ observed }) => delete observed.code,
  "an observation made from what is not there": ({ observed }) =>
    (observed.derivedFrom[0].reference = "urn:uuid:01234567-89ab-4def-8123-456789abffff"),
  "an observation of an unknown status": ({ observed }) => (observed.status = "done"),
  "an amount that is a text": ({ observed }) => (observed.valueQuantity.value = "50"),
  "an address that is none": ({ bundle }) => (bundle.identifier.value = 1),
  "a bundle of an unknown type": ({ bundle }) => (bundle.type = "bag"),
  "two entries with one address": ({ bundle }) =>
    (bundle.entry[1].fullUrl = bundle.entry[0].fullUrl),
};

for (const [name, make] of Object.entries(mistakes)) {
  test(`refused: ${name}`, () => {
    const bundle = read("full.fhir.json");
    const first = (kind) =>
      bundle.entry.map((entry) => entry.resource).find((each) => each.resourceType === kind);
    make({
      bundle,
      asked: first("Questionnaire"),
      given: first("QuestionnaireResponse"),
      observed: first("Observation"),
    });
    assert.notDeepEqual(wrong(bundle), []);
  });
}
