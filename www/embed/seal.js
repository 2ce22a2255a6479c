// A check-in file under a passphrase: AES-GCM, its key by PBKDF2 from the passphrase. The cost is what OWASP advises for
// PBKDF2 with SHA-256 (2023); it stands in the file, so that it can rise later.
const KIND = "sealed check-in";
const COST = 600000;
const HIGHEST_COST = 10000000;

const text = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const whole = (number, most) => Number.isInteger(number) && number > 0 && number <= most;

async function key(passphrase, salt, iterations, use) {
  const plain = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", plain, "PBKDF2", false, ["deriveKey"]);
  const rule = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(rule, base, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** The sealed file as text. Rejects where the browser has no WebCrypto, as on a page without https. */
export async function seal(plain, passphrase) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(passphrase, salt, COST, "encrypt"), new TextEncoder().encode(plain));
  const file = { "burnout-screener": KIND, format: 1, kdf: "PBKDF2-SHA256", cost: COST, salt: text(salt), cipher: "AES-256-GCM", iv: text(iv), data: text(locked) };
  return JSON.stringify(file, null, 2) + "\n";
}

/** Whether what was read out of a file is sealed. */
export const isSealed = (file) => file?.["burnout-screener"] === KIND;

/** The text inside. Rejects when the passphrase is another one or the file is damaged. */
export async function open(file, passphrase) {
  if (file.format !== 1 || !whole(file.cost, HIGHEST_COST)) throw new Error("this sealed file is of a kind that is not known here");
  const iv = bytes(file.iv);
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key(passphrase, bytes(file.salt), file.cost, "decrypt"), bytes(file.data));
  return new TextDecoder().decode(plain);
}
