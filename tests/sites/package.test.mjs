// The package for npm, read by npm, a compiler and a linter that are not ours. `cargo xtask dist` comes first.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OURS = here("../../dist/npm/");
const asked = [...readdirSync(OURS), ...readdirSync(join(OURS, "inline")).map((name) => `inline/${name}`)].filter((name) =>
  /^(burnout-screener\..*(js|html)|inline\/.*)$/.test(name),
);

function run(program, args, cwd) {
  try {
    return execFileSync("node", [here(`node_modules/${program}`), ...args], { cwd, encoding: "utf8" });
  } catch ({ stdout, stderr, message }) {
    assert.fail(`${message}\n${stdout}${stderr}`);
  }
}

/** A project below the packages, so that a compiler finds React there, with ours installed. */
function project(name, files) {
  const folder = here(`target/${name}/`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return installed(folder, files);
}

function installed(folder, files) {
  cpSync(OURS, join(folder, "node_modules/burnout-screener"), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const options = (more) => JSON.stringify({ compilerOptions: { strict: true, noEmit: true, target: "es2022", lib: ["es2022", "dom"], types: [], ...more } });
const REACT = `
import { define, type BurnoutScreenerAttributes } from "burnout-screener";
define("/burnout-screener/");
const given: BurnoutScreenerAttributes = { region: "GB", theme: "dark", idle: 15 };
export const check = <burnout-screener {...given} contact-name="Staff support" className="wide" />;
// @ts-expect-error it is no theme
export const wrong = <burnout-screener theme="purple" />;
const element: HTMLElement = document.createElement("burnout-screener");
element.hidden = false;
`;
const PLAIN = `
import { define } from "burnout-screener";
define();
document.querySelector("burnout-screener")?.setAttribute("region", "GB");
// @ts-expect-error a base is a text
define(3);
`;
const OTHERS = `
import type {} from "burnout-screener/vue";
import type {} from "burnout-screener/svelte";
import type { GlobalComponents } from "vue";
import type { SvelteHTMLElements } from "svelte/elements";
import burnoutScreener from "burnout-screener/vite";
import { defineConfig } from "vite";
export const ours: SvelteHTMLElements["burnout-screener"] = { region: "GB", class: "wide" };
export type Ours = GlobalComponents["burnout-screener"];
// @ts-expect-error it is no theme
export const wrong: SvelteHTMLElements["burnout-screener"] = { theme: "purple" };
export default defineConfig({ plugins: [burnoutScreener({ folder: "check" })] });
`;

test("npm packs what a page asks for, the types, the manifest and the licences, and nothing else", () => {
  const [{ files, name, version }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: OURS, encoding: "utf8" }));
  const expected = [
    ...["LICENSE-APACHE", "LICENSE-MIT", "README.md", "attributes.d.ts", "copy.js", "custom-elements.json", "files.js", "index.d.ts"],
    ...["index.js", "integrity.json", "package.json", "svelte.d.ts", "vite.d.ts", "vite.js", "vue.d.ts", ...asked],
  ];
  assert.deepEqual(files.map(({ path }) => path).sort(), expected.sort());
  assert.equal(name, "burnout-screener");
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

test("a linter of packages finds nothing", () => {
  assert.match(run("publint/src/cli.js", ["--strict", OURS]), /All good/);
});

test("a server may import it, and nothing happens", async () => {
  const { define } = await import(`${OURS}index.js`);
  assert.equal(define("/somewhere/"), undefined);
  assert.equal(globalThis.customElements, undefined);
});

test("React's compiler knows the element and refuses a wrong theme", () => {
  for (const [module, moduleResolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
    const folder = project(`types-${moduleResolution}`, {
      "usage.tsx": REACT,
      "package.json": '{ "type": "module" }',
      "tsconfig.json": options({ module, moduleResolution, jsx: "react-jsx" }),
    });
    run("typescript/bin/tsc", ["--project", "."], folder);
  }
});

test("where there is no framework at all, the types hold too", () => {
  const folder = mkdtempSync(join(tmpdir(), "burnout-screener-types-"));
  installed(folder, { "usage.ts": PLAIN, "tsconfig.json": options({ module: "esnext", moduleResolution: "bundler" }) });
  run("typescript/bin/tsc", ["--project", "."], folder);
  rmSync(folder, { recursive: true });
});

test("Vue, Svelte and Vite know it", () => {
  const files = { "usage.ts": OTHERS, "tsconfig.json": options({ module: "esnext", moduleResolution: "bundler", skipLibCheck: true }) };
  run("typescript/bin/tsc", ["--project", "."], project("types-others", files));
});

test("the copy has every file that a page asks for, to the byte", () => {
  const folder = mkdtempSync(join(tmpdir(), "burnout-screener-copy-"));
  const copy = (...given) => execFileSync("node", [join(OURS, "copy.js"), ...given], { encoding: "utf8", stdio: "pipe" });
  assert.match(copy(join(folder, "public/burnout-screener")), new RegExp(`^${asked.length} files`));
  for (const name of asked) {
    assert.deepEqual(readFileSync(join(folder, "public/burnout-screener", name)), readFileSync(join(OURS, name)), name);
  }
  assert.throws(() => copy(), /Say into which folder/);
  rmSync(folder, { recursive: true });
});
