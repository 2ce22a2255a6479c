// A check-in file under a passphrase: AES-GCM, its key by PBKDF2 from the passphrase, as docs/files.md describes it. The cost
// is what OWASP advises for PBKDF2 with SHA-256 (2023); it stands in the file, so that it can rise later.
const KIND = "sealed check-in";
const KDF = "PBKDF2-SHA256";
const CIPHER = "AES-256-GCM";
const COST = 600000;
const HIGHEST_COST = 10000000;
const SALT = 16;
const IV = 12;
const TAG = 16;

const failure = (kind) => Object.assign(new Error(`sealed file: ${kind}`), { kind });
const text = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));

/** Nothing where it is not written exactly as `text` writes it: a browser's own reading lets much damage pass. */
function bytes(written) {
  try {
    const read = Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));
    return text(read) === written ? read : undefined;
  } catch {
    return undefined;
  }
}

// The tag of the cipher cannot tell a wrong passphrase from damage; this can, before there is a passphrase. The cost goes in as
// four bytes, the highest first.
async function sum({ cost, salt, iv, data }) {
  const all = new Uint8Array([cost >> 24, cost >> 16, cost >> 8, cost, ...salt, ...iv, ...data]);
  return text(await crypto.subtle.digest("SHA-256", all));
}

async function key(passphrase, salt, iterations, use) {
  const plain = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", plain, "PBKDF2", false, ["deriveKey"]);
  const rule = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(rule, base, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** The sealed file as text. Rejects a blank passphrase, and where the browser has no WebCrypto, as on a page without https. */
export async function seal(plain, passphrase) {
  if (!passphrase.trim()) throw new Error("a blank passphrase protects nothing");
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(passphrase, salt, COST, "encrypt"), new TextEncoder().encode(plain));
  const data = new Uint8Array(locked);
  const file = { "burnout-screener": KIND, format: 2, kdf: KDF, cost: COST, salt: text(salt), cipher: CIPHER, iv: text(iv), data: text(data), sum: await sum({ cost: COST, salt, iv, data }) };
  return JSON.stringify(file, null, 2) + "\n";
}

/** Whether what was read out of a file is sealed. */
export const isSealed = (file) => file?.["burnout-screener"] === KIND;

async function parts(file) {
  const { format, kdf, cipher, cost } = file;
  if (format !== 1 && format !== 2) throw failure("unknown");
  if (typeof kdf !== "string" || typeof cipher !== "string" || !Number.isInteger(cost)) throw failure("damaged");
  if (kdf !== KDF || cipher !== CIPHER || cost < 1 || cost > HIGHEST_COST) throw failure("unknown");
  const [salt, iv, data] = [file.salt, file.iv, file.data].map(bytes);
  if (salt?.length !== SALT || iv?.length !== IV || !(data?.length >= TAG)) throw failure("damaged");
  const found = { cost, salt, iv, data };
  if (format === 2 && (await sum(found)) !== file.sum) throw failure("damaged");
  return found;
}

/** What keeps a sealed file from being opened by any passphrase, "unknown" or "damaged"; nothing where all seems well. */
export const fault = (file) => parts(file).then(() => undefined, ({ kind }) => kind);

/**
 * The text inside, which is JSON. Rejects with a `kind`: what `fault` says, or "wrong" for another passphrase. A file of format 1
 * has no sum, so that its damage is mostly "wrong" too. There is no `kind` where the browser has no WebCrypto.
 */
export async function open(file, passphrase) {
  const { cost, salt, iv, data } = await parts(file);
  const unlocking = await key(passphrase, salt, cost, "decrypt");
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, unlocking, data).catch(() => {
    throw failure("wrong");
  });
  try {
    const inside = new TextDecoder("utf-8", { fatal: true }).decode(plain);
    JSON.parse(inside);
    return inside;
  } catch {
    throw failure("damaged");
  }
}
