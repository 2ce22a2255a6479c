// Run with `node --test tests/engine/engine.test.mjs` after `npm ci` in tests/engine and `cargo xtask dist`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { test } from "node:test";

const here = new URL(".", import.meta.url);
const at = (path) => new URL(path, here);
const read = (path) => JSON.parse(readFileSync(at(path), "utf8"));
const dist = process.env.BURNOUT_SCREENER_DIST ? new URL(`file://${process.env.BURNOUT_SCREENER_DIST}/`) : at("../../dist/");

// As a program would have it: by its name.
const installed = at("node_modules/burnout-score-engine");
rmSync(installed, { recursive: true, force: true });
mkdirSync(at("node_modules/"), { recursive: true });
symlinkSync(new URL("engine", dist), installed);
const { Instrument, score } = await import("burnout-score-engine");

const CLOSE = 0.006;
const folders = ["../../www/instruments/", "../../www/instruments/keys/", "../instruments/"];
const files = folders.flatMap((folder) => {
  try {
    return readdirSync(at(folder)).filter((name) => name.endsWith(".json")).map((name) => folder + name);
  } catch {
    return [];
  }
});

/** The answers of a test in an instrument's file, by the ids of its items. */
function named({ items }, answers) {
  if (!Array.isArray(answers)) return answers;
  return Object.fromEntries(answers.map((value, place) => [items[place].id, value]));
}

let tried = 0;
for (const file of files) {
  const definition = read(file);
  test(`${file} comes to what its own tests say`, () => {
    const instrument = new Instrument(definition);
    for (const { answers, scores = {}, bands = {} } of definition.tests ?? []) {
      const { scales } = instrument.score({ answers: named(definition, answers) });
      for (const [id, wanted] of Object.entries(scores)) {
        const found = scales[id].score;
        assert.ok(found === wanted || Math.abs(found - wanted) < CLOSE, `${id}: ${found} instead of ${wanted}`);
        tried++;
      }
      for (const [id, wanted] of Object.entries(bands)) assert.equal(scales[id].band, wanted, id);
    }
    instrument.free();
  });
}

test("there were scores to compare", () => assert.ok(tried > 20, `${tried}`));

const builtIn = read("../../www/instruments/helping-strain.json");
const all = (value) => ({ answers: Object.fromEntries(builtIn.items.map(({ id }) => [id, value])) });

test("the built-in questions make a profile, and it comes along", () => {
  const { result, scales } = score(builtIn, all(4));
  assert.equal(result.finding.length > 0, true);
  assert.equal(typeof result.profile, "string");
  assert.deepEqual(result.possible, []);
  assert.ok(Object.values(scales).some(({ error }) => error > 0));
});

test("what is left out is no score, and null says so", () => {
  const { scales, result } = score(builtIn, { answers: {} });
  for (const [id, { score, answered, band }] of Object.entries(scales)) assert.deepEqual([score, answered, band], [null, 0, null], id);
  assert.equal(result.profile, "not_enough");
  assert.ok(result.possible.length > 1);
});

test("nothing that is not offered is scored, and every mistake is told", () => {
  const [first] = builtIn.items;
  const wrong = { answers: { [first.id]: 99, nobody: 1 }, context: { weather: "rain" }, signs: ["wings"], extra: 1 };
  assert.throws(() => score(builtIn, wrong), ({ message }) => {
    for (const part of [`answers.${first.id} is 99`, "answers.nobody", "context.weather", "signs[0]", "extra"])
      assert.ok(message.includes(part), `${part} is not in:\n${message}`);
    return true;
  });
  for (const nothing of [null, 3, "answers", []]) assert.throws(() => score(builtIn, nothing), /object/);
});

test("a definition that cannot be used says all that is wrong with it", () => {
  const broken = structuredClone(builtIn);
  broken.items[0].keying = "backwards";
  broken.scales[0].method = "median";
  assert.throws(() => new Instrument(broken), ({ message }) => /items\[0\]\.keying/.test(message) && /scales\[0\]\.method/.test(message));
});

test("the types say what there is, and refuse what there is not", () => {
  const options = ["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--module", "nodenext", "--types", "node"];
  const { status, stdout } = spawnSync("npx", ["--no-install", "tsc", ...options, "usage.ts"], { cwd: here, encoding: "utf8" });
  assert.equal(status, 0, stdout);
});

test("every export that the types name is there", () => {
  const types = readFileSync(new URL("engine/index.d.ts", dist), "utf8");
  const names = [...types.matchAll(/^export (?:class|function) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(names.sort(), ["Instrument", "score"]);
  assert.equal(typeof Instrument, "function");
});
