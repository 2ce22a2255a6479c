// Run with `node --test tests/fhir/check.test.mjs` after `npm ci` in tests/fhir and `cargo test`.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { wrong } from "./check.mjs";

const folder = new URL("../golden/", import.meta.url);
const exported = readdirSync(folder).filter((name) => name.endsWith(".fhir.json"));
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

test("there are exports to check", () => assert.ok(exported.length >= 2, exported.join()));

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
  "a bundle of an unknown type": ({ bundle }) => (bundle.type = "bag"),
  "two entries with one address": ({ bundle }) =>
    (bundle.entry[1].fullUrl = bundle.entry[0].fullUrl),
};

for (const [name, make] of Object.entries(mistakes)) {
  test(`refused: ${name}`, () => {
    const bundle = read("check.fhir.json");
    make({ bundle, asked: bundle.entry[0].resource, given: bundle.entry[1].resource });
    assert.notDeepEqual(wrong(bundle), []);
  });
}
