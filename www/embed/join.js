// Puts the texts and the Wasm together again. Code packs an eighth smaller where its instructions stand by themselves, and the
// numbers after each kind of instruction by themselves: those resemble one another, and not what stands around them. Of those
// there are most of, each part holds what is put to one use. How it is taken apart: xtask/src/build/split.rs.
import { slices } from "./slices.js";

const HEAD = 0;
const TAIL = 1;
const CODE = 2;
const LOCALS = 3;
// The offsets of what is read from the memory, and of what is written to it.
const READ = 81;
const WRITTEN = 109;
// The instructions whose numbers go by use, and where their parts begin.
const GET = 32;
const CONST = 65;
const ADD = 106;
const USES = { [GET]: 512, [CONST]: 1024 };

// How many numbers follow an instruction, from one to another.
const NUMBERS = new Uint8Array(256);
for (const [from, to, count] of [[2, 4, 1], [12, 14, 1], [16, 16, 1], [17, 17, 2], [32, 38, 1], [40, 62, 2], [63, 66, 1], [208, 208, 1], [210, 210, 1]])
  NUMBERS.fill(count, from, to + 1);
// The same for those of two bytes, by the second.
const LONG = "000000002121212111";

/** The texts, and the module, put together in slices. There is no zero byte in the texts, and what follows begins with one. */
export async function join(bytes) {
  const end = bytes.indexOf(0);
  const [lengths, texts] = new TextDecoder().decode(bytes.subarray(0, end)).split("\n");
  const [length, parts] = JSON.parse(lengths);
  const module = new Uint8Array(length + 5);
  // Where each part goes on, and where it ends.
  const places = new Uint32Array(1536);
  const ends = [];
  let from = end;
  for (const [part, size] of parts) {
    places[part] = from;
    ends[part] = from += size;
  }
  const { over, next } = slices();
  // The instructions: what often comes in a row is one sign, and a table before them says what each stands for.
  const code = new Uint8Array(length);
  const rows = [];
  const row = (sign) => rows[sign] ?? [sign];
  let at = places[CODE];
  for (let left = bytes[at++]; left > 0; left--, at += 3) rows[bytes[at]] = [...row(bytes[at + 1]), ...row(bytes[at + 2])];
  let instructions = 0;
  for (; at < ends[CODE]; at++) {
    // A look at the clock takes longer than a sign.
    if (at % 1000 === 0 && over()) await next();
    for (const one of row(bytes[at])) code[instructions++] = one;
  }
  at = 0;

  let to = 0;
  const step = () => (module[to++] = code[at++]);
  const byte = (part) => (module[to++] = bytes[places[part]++]);
  const number = (part) => {
    let value = 0;
    for (let shift = 0, read = 128; read > 127; shift += 7) value |= ((read = byte(part)) & 127) << shift;
    return value;
  };
  const all = (part) => {
    while (places[part] < ends[part]) byte(part);
  };
  // The part by use is that of the next instruction that does not only add a constant, if it has one of its own.
  const byUse = (own) => {
    let ahead = at;
    while (code[ahead] === CONST || code[ahead] === ADD) ahead++;
    const part = USES[own] + code[ahead] + (ahead > at ? 256 : 0);
    return ends[part] ? part : own * 2;
  };
  const instruction = () => {
    const own = step();
    let part = own * 2;
    let second = part + 1;
    if (USES[own]) part = byUse(own);
    // What is set, and what is set and kept, are one part.
    if (own === 34) part = 66;
    if (own > 39 && own < 63) second = own < 54 ? READ : WRITTEN;
    let count = NUMBERS[own];
    if (own === 252) count = +LONG[step()];
    if (own === 67) for (let i = 0; i < 4; i++) byte(part);
    if (own === 68) for (let i = 0; i < 8; i++) byte(part);
    // A table of branches says how many there are besides the last.
    if (own === 14) for (let i = number(part); i > 0; i--) number(part);
    if (count > 0) number(part);
    if (count > 1) number(second);
    return own === 11 ? -1 : own > 1 && own < 5 ? 1 : 0;
  };

  all(HEAD);
  while (at < instructions) {
    if (over()) await next();
    // How long a function is stands before it, and is known after it.
    const start = to;
    to += 5;
    for (let i = number(LOCALS); i > 0; i--) {
      number(LOCALS);
      byte(LOCALS);
    }
    for (let depth = 1; depth > 0; ) depth += instruction();
    let size = to - start - 5;
    const body = module.slice(start + 5, to);
    for (to = start; size > 127; size >>= 7) module[to++] = (size & 127) | 128;
    module[to++] = size;
    module.set(body, to);
    to += body.length;
  }
  all(TAIL);
  return { texts, module: module.subarray(0, length) };
}
