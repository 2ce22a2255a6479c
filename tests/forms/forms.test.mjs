// `cargo xtask forms` runs it; or `node --test tests/forms/forms.test.mjs` after `npm ci` in tests/forms and `cargo test`.
// Our Questionnaires as forms of LHC-Forms (National Library of Medicine): somebody answers by pressing, and the form
// itself computes the scores. In package-lock.json `lforms` stands without what it is built from: its package holds
// what was built, and that is all that runs here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { JSDOM, VirtualConsole } from "jsdom";
import { cases, coding, is, items, scores } from "../fhir/engines.mjs";

const SCRIPTS = [
  "zone.js/bundles/zone.umd.js",
  "lforms/dist/lforms/webcomponent/lhc-forms.js",
  "lforms/dist/fhir/R4/lformsFHIR.js",
].map((name) => readFileSync(new URL(`node_modules/${name}`, import.meta.url), "utf8"));

/// How long a form may take to show and to compute.
const PATIENCE = 20_000;

/// A page with a form.
async function form(questionnaire) {
  const page = new JSDOM("<!doctype html><body><div id=form></div>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    // What it says to a console nobody reads.
    virtualConsole: new VirtualConsole(),
    url: "http://localhost/",
  });
  const { window } = page;
  // What the form asks of a browser and this one lacks.
  const deaf = { addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {} };
  window.matchMedia = () => ({ matches: false, ...deaf });
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  for (const script of SCRIPTS) window.eval(script);
  // The form does not look at what is no object of its own page.
  const own = window.JSON.parse(JSON.stringify(questionnaire));
  await window.LForms.Util.addFormToPage(own, "form", { fhirVersion: "R4" });
  const drawn = () => window.document.querySelectorAll("input[type=radio]").length > 0;
  for (const end = Date.now() + PATIENCE; !drawn() && Date.now() < end; ) await wait(50);
  return { window };
}

/// What a form says about its answers, as a QuestionnaireResponse.
function said({ window }) {
  const element = window.document.getElementById("form");
  return window.LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4", element);
}

/// The scores in a response.
function computed(response) {
  const found = items(response).filter((item) => item.linkId.startsWith("score."));
  return new Map(
    found.map((item) => [item.linkId.slice("score.".length), item.answer?.[0]?.valueDecimal]),
  );
}

/// The buttons of an item.
function buttons({ window }, linkId) {
  const all = [...window.document.querySelectorAll("input[type=radio]")];
  return all.filter((input) => input.name.startsWith(`radiogroup_${linkId}/`));
}

const wait = (time) => new Promise((done) => setTimeout(done, time));

/// Presses every answer of a case, and waits for the form to have computed.
async function answer(shown, questionnaire, { answers, scores: wanted }) {
  const asked = new Map(items(questionnaire).map((item) => [item.linkId, item]));
  for (const [linkId, code] of Object.entries(answers)) {
    const place = asked.get(linkId).answerOption.findIndex((o) => o.valueCoding.code === code);
    const button = buttons(shown, linkId)[place];
    assert.ok(button, `${linkId} offers ${code}`);
    button.click();
  }
  const end = Date.now() + PATIENCE;
  const settled = () => {
    const got = computed(said(shown));
    return Object.entries(wanted).filter(([id, value]) => !is(got.get(id), value));
  };
  while (settled().length > 0 && Date.now() < end) await wait(100);
  return settled().map(([id, value]) => `${id}: ${computed(said(shown)).get(id)} for ${value}`);
}

/// All lowest, all highest, all by chance, and with some and with many left out.
const PLACES = [0, 1, 2, 4, 5];

for (const { name, questionnaire, cases: all } of cases()) {
  for (const place of name === "helping-strain" ? PLACES : PLACES.slice(3)) {
    test(`${name}, case ${place}: the form computes our scores from what is pressed`, async () => {
      const shown = await form(questionnaire);
      assert.deepEqual(await answer(shown, questionnaire, all[place]), []);
      shown.window.close();
    });
  }
}

test("what was pressed is what the form hands on, under our codes", async () => {
  const { questionnaire, cases: all } = cases().find((file) => file.name === "helping-strain");
  const shown = await form(questionnaire);
  await answer(shown, questionnaire, all[4]);
  const response = said(shown);
  for (const [linkId, code] of Object.entries(all[4].answers)) {
    const given = items(response).find((item) => item.linkId === linkId).answer[0].valueCoding;
    assert.equal(given.code, code);
    assert.equal(given.system, coding(questionnaire, linkId, code).system);
  }
  shown.window.close();
});

test("a form without the expressions computes nothing", async () => {
  const { questionnaire, cases: all } = cases().find((file) => file.name === "helping-strain");
  for (const item of scores(questionnaire).values()) delete item.extension;
  const shown = await form(questionnaire);
  for (const [linkId] of Object.entries(all[0].answers)) buttons(shown, linkId)[0].click();
  await wait(2000);
  assert.ok([...computed(said(shown)).values()].every((value) => value === undefined));
  shown.window.close();
});
