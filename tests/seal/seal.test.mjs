// Run with `node --test tests/seal/seal.test.mjs`, after `python3 -m pip install --require-hashes --only-binary :all:
// --target target/python --requirement tests/seal/requirements.txt`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createCipheriv, createHash, pbkdf2Sync, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = (path) => new URL(path, import.meta.url);
const read = (path) => readFileSync(here(path), "utf8");

// Not every node takes a .js file without a package.json for a module.
const module = (code) => `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
const sealing = module(read("../../www/embed/seal.js"));
const { fault, isSealed, open, seal } = await import(sealing);
const asking = module(read("../../www/embed/intl.js"));
const { around } = await import(module(read("../../www/embed/page.js").replace("./seal.js", sealing).replace("./intl.js", asking)));

const PLAIN = JSON.stringify({ "burnout-screener": "check-in", note: "für später, 🌿" });
// The é of the one is a single letter, that of the other an e and an accent.
const COMPOSED = "quatre mots apais\u00e9s";
const TYPED = "quatre mots apaise\u0301s";

const sealed = await seal(PLAIN, TYPED);
const whole = JSON.parse(sealed);
const first = JSON.parse(read("format-1.json"));
const FIRST = "four calm words";

const BYTES = { salt: 16, iv: 12, data: Buffer.byteLength(PLAIN) + 16, sum: 32 };
const decoded = (text) => Buffer.from(text, "base64");
const changed = (field, value) => ({ ...whole, [field]: value });
const refused = (file, passphrase, kind) => assert.rejects(open(file, passphrase), { kind });

/** What docs/files.md describes, made by other means than seal.js, with as little work as is allowed. */
function made(plain, passphrase) {
  const [cost, salt, iv] = [1, randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv("aes-256-gcm", pbkdf2Sync(passphrase, salt, cost, 32, "sha256"), iv);
  const data = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const sum = createHash("sha256").update(Buffer.from([0, 0, 0, cost])).update(salt).update(iv).update(data).digest();
  const written = Object.entries({ salt, iv, data, sum }).map(([name, bytes]) => [name, bytes.toString("base64")]);
  const kind = { "burnout-screener": "sealed check-in", format: 2, kdf: "PBKDF2-SHA256", cost, cipher: "AES-256-GCM" };
  return { ...kind, ...Object.fromEntries(written) };
}

test("a sealed file has the fields that its description names, and no others", () => {
  const { salt, iv, data, sum, ...rest } = whole;
  assert.deepEqual(rest, { "burnout-screener": "sealed check-in", format: 2, kdf: "PBKDF2-SHA256", cost: 600000, cipher: "AES-256-GCM" });
  for (const [name, length] of Object.entries(BYTES)) assert.equal(decoded(whole[name]).length, length, name);
  const cost = Buffer.alloc(4);
  cost.writeUInt32BE(whole.cost);
  const all = Buffer.concat([cost, ...[salt, iv, data].map(decoded)]);
  assert.equal(sum, createHash("sha256").update(all).digest("base64"));
  assert.ok(isSealed(whole));
});

test("a passphrase typed in the other way of writing an accent opens it", async () => {
  assert.notEqual(COMPOSED, TYPED);
  assert.equal(await open(whole, COMPOSED), PLAIN);
});

test("another passphrase is told as such, in both formats", async () => {
  assert.equal(await fault(whole), undefined);
  await refused(whole, "quatre mots apaises", "wrong");
  await refused(whole, "", "wrong");
  await refused(first, "four calm word", "wrong");
});

test("a file of format 1 opens", async () => {
  assert.equal(await fault(first), undefined);
  assert.equal(JSON.parse(await open(first, FIRST))["burnout-screener"], "check-in");
});

test("in a file of format 1 what damages the bytes is told as another passphrase, and the rest as damage", async () => {
  const data = decoded(first.data);
  data[0] ^= 1;
  await refused({ ...first, data: data.toString("base64") }, FIRST, "wrong");
  await refused({ ...first, data: first.data.slice(0, -1) }, FIRST, "damaged");
});

for (const [field, length] of Object.entries(BYTES)) {
  test(`whichever byte of the ${field} is another one, the file is damaged`, async () => {
    for (let place = 0; place < length; place++) {
      const bytes = decoded(whole[field]);
      bytes[place] ^= 1 << place % 8;
      assert.equal(await fault(changed(field, bytes.toString("base64"))), "damaged", `byte ${place}`);
    }
    const bytes = decoded(whole[field]);
    bytes[length >> 1] ^= 1;
    await refused(changed(field, bytes.toString("base64")), TYPED, "damaged");
  });

  test(`whichever letter of the ${field} is another one, the file is damaged`, async () => {
    const text = whole[field];
    for (let place = 0; place < text.length; place++) {
      for (const letter of ["A", "B", "=", " ", "é"]) {
        if (letter === text[place]) continue;
        const hurt = text.slice(0, place) + letter + text.slice(place + 1);
        assert.equal(await fault(changed(field, hurt)), "damaged", `${letter} at ${place}`);
      }
    }
  });

  test(`a file whose ${field} is missing, cut or of another kind is damaged`, async () => {
    const bytes = decoded(whole[field]);
    const short = bytes.subarray(1).toString("base64");
    const long = Buffer.concat([bytes, Buffer.alloc(1)]).toString("base64");
    for (const value of [undefined, null, 7, [], {}, [whole[field]], "", "*", short, long, `${whole[field]}\n`]) {
      assert.equal(await fault(changed(field, value)), "damaged", JSON.stringify(value));
    }
  });
}

test("a file whose cost is another one is damaged, and so is one whose other fields are not there", async () => {
  for (const cost of [599999, 600001, 60000, 6000000, 600000.5, "600000", null, undefined]) {
    assert.equal(await fault(changed("cost", cost)), "damaged", String(cost));
  }
  for (const field of ["kdf", "cipher"]) {
    for (const value of [undefined, null, 7]) assert.equal(await fault(changed(field, value)), "damaged", field);
  }
});

test("what was sealed in a way that is not known here is told as such", async () => {
  const strange = [
    ...[3, 2.5, 0, -1, "2", null, undefined, [2]].map((format) => ["format", format]),
    ...["Argon2id", "pbkdf2-sha256", ""].map((kdf) => ["kdf", kdf]),
    ...["AES-256-CBC", "constructor"].map((cipher) => ["cipher", cipher]),
    ...[0, -1, 10000001, 2 ** 32 + 600000].map((cost) => ["cost", cost]),
  ];
  for (const [field, value] of strange) {
    assert.equal(await fault(changed(field, value)), "unknown", `${field} ${value}`);
  }
  await refused(changed("format", 3), TYPED, "unknown");
  // A later format may have other fields.
  assert.equal(await fault({ "burnout-screener": "sealed check-in", format: 3 }), "unknown");
});

test("what opens and is no text, or no JSON, is damaged", async () => {
  assert.equal(await open(made('{"a":1}', "x"), "x"), '{"a":1}');
  for (const plain of [Buffer.from([0x22, 0xff, 0x22]), '{"a":', ""]) {
    const file = made(plain, "x");
    assert.equal(await fault(file), undefined);
    await refused(file, "x", "damaged");
    await refused(file, "y", "wrong");
  }
});

test("a blank passphrase seals nothing", async () => {
  for (const blank of ["", " ", "\t\n", "\u00a0\u3000"]) await assert.rejects(seal(PLAIN, blank), /blank/);
});

test("two files of the same answers and passphrase have nothing in common", async () => {
  const again = JSON.parse(await seal(PLAIN, TYPED));
  for (const field of Object.keys(BYTES)) assert.notEqual(again[field], whole[field], field);
});

// A page hears when it is left; here nobody leaves.
globalThis.addEventListener ??= () => {};

/** What the page tells the widget when a person chooses files one after the other and types passphrases. */
async function told(...acts) {
  const heard = [];
  let choose, next;
  const root = { addEventListener: (type, listener) => type === "change" && (choose = listener) };
  const tell = (message) => (heard.push(message), next?.());
  const page = around(root, { tell, own: {} });
  for (const { file, passphrase } of acts) {
    const answered = new Promise((resolve) => (next = resolve));
    if (file === undefined) page.take({ act: "unlock", id: 7, passphrase });
    else choose({ target: { type: "file", files: [new File([file], "self-check.json")] } });
    await answered;
  }
  return heard;
}
const text = (field, value) => JSON.stringify(changed(field, value));

/** What stands in a file, and each of its checks as text. */
function holds(plain) {
  const file = JSON.parse(plain);
  return { file, raw: (file.checks ?? []).map((check) => JSON.stringify(file.format === 1 ? { instrument: file.instrument, ...check } : check)) };
}

test("a person is asked for the passphrase of a whole file alone", async () => {
  assert.deepEqual(await told({ file: sealed }), [{ told: "locked" }]);
  assert.deepEqual(await told({ file: text("sum", whole.iv) }), [{ told: "damaged", id: 0 }]);
  assert.deepEqual(await told({ file: text("format", 3) }), [{ told: "unknown", id: 0 }]);
  assert.deepEqual(await told({ file: sealed.slice(0, -9) }), [{ told: "unreadable", id: 0 }]);
  assert.deepEqual(await told({ file: PLAIN }), [{ told: "opened", id: 0, ...holds(PLAIN) }]);
});

test("a wrong passphrase can be typed again", async () => {
  const file = JSON.stringify(made(PLAIN, "x"));
  const opened = { told: "opened", id: 7, ...holds(PLAIN) };
  assert.deepEqual(await told({ file }, { passphrase: "y" }, { passphrase: "x" }), [{ told: "locked" }, { told: "wrong", id: 7 }, opened]);
  const inside = JSON.stringify(made("cut", "x"));
  assert.deepEqual(await told({ file: inside }, { passphrase: "x" }), [{ told: "locked" }, { told: "damaged", id: 7 }]);
});

const folder = mkdtempSync(join(tmpdir(), "seal-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const program = /```python\n([^]*?)```/.exec(read("../../docs/files.md"))?.[1] ?? "";
writeFileSync(join(folder, "unseal.py"), program);

/** The file opened by the program that stands in docs/files.md. */
function unsealed(file, passphrase) {
  writeFileSync(join(folder, "file.json"), file);
  const env = { ...process.env, PYTHONPATH: fileURLToPath(here("../../target/python")), PYTHONUTF8: "1" };
  // Away from the terminal, the program reads the passphrase from what is handed in.
  const run = spawnSync("python3", ["unseal.py", "file.json"], { cwd: folder, env, input: `${passphrase}\n`, encoding: "utf8", detached: true, timeout: 60000 });
  if (run.error) throw new Error(`python3 does not run: ${run.error.message}`);
  return run;
}

test("the program in docs/files.md has about ten lines", () => {
  const lines = program.split("\n").filter((line) => line.trim());
  assert.ok(lines.length >= 5 && lines.length <= 12, program);
});

for (const [name, file, passphrase, plain] of [
  ["a file of format 2", sealed, TYPED, PLAIN],
  ["a file of format 1", read("format-1.json"), FIRST, await open(first, FIRST)],
]) {
  test(`the program in docs/files.md opens ${name}`, () => {
    const { status, stdout, stderr } = unsealed(file, passphrase);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, `${plain}\n`);
  });
}

test("the program in docs/files.md opens nothing with another passphrase", () => {
  const { status, stdout, stderr } = unsealed(sealed, "quatre mots apaises");
  assert.notEqual(status, 0);
  assert.match(stderr, /InvalidTag/);
  assert.equal(stdout, "");
});
