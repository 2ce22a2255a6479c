// What the files of a release use of the web that is newer than given engines: names in their scripts and styles, looked up in
// the data of MDN. A name is newer only where everything that has it is: what else is called so cannot be told from outside.
// Prints one JSON: { uses: [{ kind, name, files, since }], features: { name: since } }.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "acorn";
import { full } from "acorn-walk";
import * as css from "css-tree";

const data = createRequire(import.meta.url)("@mdn/browser-compat-data");
const [aim, wasm, ...files] = process.argv.slice(2);
const AIM = JSON.parse(aim);
const ENGINES = Object.keys(AIM);
const NEVER = 9999;
const HIDDEN = /^__/;

// The first version that has it whole, by its own name; NEVER where there is none.
function since({ support }) {
  const first = (engine) => {
    const all = [support[engine]].flat().filter((each) => each && !each.prefix && !each.alternative_name && !each.flags && !each.partial_implementation && !each.version_removed);
    const versions = all.map(({ version_added: added }) => (typeof added === "string" ? parseFloat(added.replace("≤", "")) : added === true ? 0 : NEVER));
    return Math.min(NEVER, ...versions.filter((version) => !Number.isNaN(version)));
  };
  return Object.fromEntries(ENGINES.map((engine) => [engine, first(engine)]));
}
const isNewer = (one) => ENGINES.some((engine) => one[engine] > AIM[engine]);
const earliest = (one, other) => Object.fromEntries(ENGINES.map((engine) => [engine, Math.min(one[engine], other[engine])]));

const either = (one, other) => (one && other ? earliest(one, other) : one || other);

// Everything below a part of the data, by its last name.
function collect(part, into, depth = 9) {
  for (const [name, below] of Object.entries(part)) {
    if (HIDDEN.test(name) || typeof below !== "object") continue;
    if (below.__compat) {
      const known = since(below.__compat);
      const key = name.replace(/_static$|_event$/, "");
      into.set(key, into.has(key) ? earliest(into.get(key), known) : known);
    }
    if (depth) collect(below, into, depth - 1);
  }
  return into;
}

// What is called by the name of its owner is known for certain.
const owned = (owner, name) => {
  const part = data.api[owner] ?? data.javascript.builtins[owner];
  const entry = part?.[`${name}_static`] ?? part?.[name];
  return entry?.__compat && since(entry.__compat);
};
// The property of a style sheet that a script sets.
const styled = (name) => {
  const entry = data.css.properties[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)];
  return entry?.__compat && since(entry.__compat);
};
// What is newer in regular expressions, and no compiler writes in an older way.
const EXPRESSIONS = [[/\(\?<[=!]/, "lookbehind_assertion"], [/\(\?(?!:)[ims]*-?[ims]*:/, "modifier"]];
const FLAGS = { v: "unicodeSets", d: "hasIndices" };

const members = new Map();
for (const face of Object.values(data.api)) collect(face, members, 0);
for (const built of Object.values(data.javascript.builtins)) collect(built, members, 2);
const globals = collect(data.api, new Map(), 0);
collect(data.javascript.builtins, globals, 0);
collect(data.api.Window, globals, 0);

const found = new Map();
function use(kind, name, file, known) {
  if (!known || !isNewer(known)) return;
  const key = `${kind} ${name}`;
  const entry = found.get(key) ?? { kind, name, files: new Set(), since: known };
  entry.files.add(file);
  found.set(key, entry);
}

function script(text, file) {
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module" });
  full(tree, (node) => {
    if (node.type === "MemberExpression" && !node.computed && node.property.type === "Identifier") {
      const { name } = node.property;
      const owner = node.object.type === "Identifier" && /^[A-Z]\w\w/.test(node.object.name) && node.object.name;
      const sure = owner && owned(owner, name);
      use("member", sure ? `${owner}.${name}` : name, file, sure || either(styled(name), members.get(name)));
    } else if (node.type === "Literal" && node.regex) {
      const { pattern, flags } = node.regex;
      for (const [sign, name] of EXPRESSIONS) if (sign.test(pattern)) use("regular expression", name, file, since(data.javascript.regular_expressions[name].__compat));
      for (const flag of flags) if (FLAGS[flag]) use("regular expression", flag, file, owned("RegExp", FLAGS[flag]));
    }
    
    if (node.type === "NewExpression" && node.callee.type === "Identifier") use("global", node.callee.name, file, globals.get(node.callee.name));
    else if (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name.length > 2) use("global", node.callee.name, file, globals.get(node.callee.name));
  });
}

const units = data.css.types.length?.viewport_percentage_units_dynamic?.__compat;
const colours = data.css.types.color;
const has = (part, name) => part?.[name]?.__compat && since(part[name].__compat);
function style(text, file) {
  css.walk(css.parse(text), function (node) {
    if (node.type === "Declaration" && !node.property.startsWith("--")) {
      const property = data.css.properties[node.property];
      use("property", node.property, file, has(data.css.properties, node.property));
      css.walk(node.value, (value) => {
        if (value.type === "Identifier") use("value", `${node.property}: ${value.name}`, file, has(property, value.name));
        if (value.type === "Function") use("function", value.name, file, has(colours, value.name) ?? has(data.css.types, value.name) ?? has(property, value.name));
        if (value.type === "Dimension" && /^[dsl]v[hwib]$/.test(value.unit)) use("unit", value.unit, file, since(units));
      });
    } else if (/^Pseudo(Class|Element)Selector$/.test(node.type) && !node.name.startsWith("-")) use("selector", node.name, file, has(data.css.selectors, node.name));
    else if (node.type === "Atrule") use("at-rule", node.name, file, has(data.css["at-rules"], node.name));
    else if (node.type === "Feature" ) use("media", node.name, file, has(data.css["at-rules"].media, node.name));
    else if (node.type === "NestingSelector") use("selector", "&", file, has(data.css.selectors, "nesting"));
  });
}

// In a document, scripts and styles stand between their tags, and in documents within, in attributes.
const plain = (text) => text.replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&amp;/g, "&");
const srcdocs = (text) => [...text.matchAll(/srcdoc='([^']*)'/g)].map(([, inner]) => plain(inner));
function document(text, file) {
  const inner = srcdocs(text);
  const own = text.replace(/srcdoc='[^']*'/g, "");
  for (const [, body] of own.matchAll(/<script>([\s\S]*?)<\/script>/g)) script(body, file);
  for (const [, body] of own.matchAll(/<style>([\s\S]*?)<\/style>/g)) style(body, file);
  for (const [, name] of own.matchAll(/<[a-z]+[^>]*?\s(inert|popover|loading|fetchpriority|enterkeyhint|inputmode|autocapitalize)\b/g)) use("attribute", name, file, has(data.html.global_attributes, name));
  // The style that comes with the engine.
  const texts = own.match(/id="texts">([^<]*)</)?.[1];
  if (texts) style(JSON.parse(texts).style, file);
  inner.forEach((each) => document(each, file));
}

for (const path of files) {
  const text = readFileSync(path, "utf8");
  const name = path.replace(/^.*dist\//, "");
  if (name.endsWith(".html")) document(text, name);
  else if (name.endsWith(".css")) style(text, name);
  else script(text, name);
}

// What a module needs of WebAssembly, by the names that the data has.
const features = Object.fromEntries(JSON.parse(wasm).map((name) => [name, since(data.webassembly[name].__compat)]));
features["'wasm-unsafe-eval'"] = since(data.http.headers["Content-Security-Policy"]["script-src"]["wasm-unsafe-eval"].__compat);
const uses = [...found.values()].map(({ files, ...rest }) => ({ ...rest, files: [...files].sort() }));
uses.sort((one, other) => (`${one.kind} ${one.name}` < `${other.kind} ${other.name}` ? -1 : 1));
console.log(JSON.stringify({ uses, features }));
