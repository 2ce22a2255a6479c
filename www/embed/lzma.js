// Unpacks the Wasm. The browser's own inflate would need no code at all, but the module is a sixth larger that way, and every
// byte is paid for by somebody on a slow phone. The format is that of .lzma files: a header of 13 bytes, then range-coded bits.
import { slices } from "./slices.js";

const HEADER = 13;
const HALF = 1024;
const LARGEST = 1 << 24;
const DAMAGED = "the engine is damaged";
// How often the clock is looked at: that takes time too.
const LOOK = 512;

// Where the probabilities of each kind of bit begin; all lie in one array.
const IS_MATCH = 0;
const IS_REPEAT = 192;
const IS_REPEAT_0 = 204;
const IS_REPEAT_1 = 216;
const IS_REPEAT_2 = 228;
const IS_LONG = 240;
const SLOT = 432;
const SPECIAL = 688;
const ALIGN = 816;
const LENGTH = 832;
const REPEAT_LENGTH = 1346;
const LITERAL = 1860;

/** What is packed in `input`, unpacked in slices. Damage ends in an error here, or in something that is no Wasm. */
export async function unpack(input) {
  const properties = input[0];
  const literalBits = properties % 9;
  const literalMask = (1 << (((properties / 9) | 0) % 5)) - 1;
  const stateMask = (1 << ((properties / 45) | 0)) - 1;
  const view = new DataView(input.buffer, input.byteOffset);
  const size = view.getUint32(5, true);
  if (properties > 224 || size > LARGEST) throw new RangeError(DAMAGED);
  const output = new Uint8Array(size);
  const chances = new Uint16Array(LITERAL + (0x300 << (literalBits + Math.log2(literalMask + 1)))).fill(HALF);

  let from = HEADER + 5;
  let range = 0xffffffff;
  let code = view.getUint32(HEADER + 1);

  function bit(place) {
    const chance = chances[place];
    const bound = (range >>> 11) * chance;
    let found = 0;
    if (code < bound) {
      range = bound;
      chances[place] = chance + ((2048 - chance) >> 5);
    } else {
      range -= bound;
      code -= bound;
      chances[place] = chance - (chance >> 5);
      found = 1;
    }
    if (range < 0x1000000) shift();
    return found;
  }

  function shift() {
    range = (range << 8) >>> 0;
    code = ((code << 8) | input[from++]) >>> 0;
  }

  function tree(place, bits) {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(place + node);
    return node - (1 << bits);
  }

  function reversed(place, bits) {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const found = bit(place + node);
      node = (node << 1) | found;
      value |= found << i;
    }
    return value;
  }

  function even(bits) {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const found = code >= range ? 1 : 0;
      if (found) code -= range;
      value = (value << 1) | found;
      if (range < 0x1000000) shift();
    }
    return value;
  }

  function length(place, posState) {
    if (!bit(place)) return 2 + tree(place + 2 + posState * 8, 3);
    if (!bit(place + 1)) return 10 + tree(place + 130 + posState * 8, 3);
    return 18 + tree(place + 258, 8);
  }

  function distance(length) {
    const slot = tree(SLOT + Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << bits;
    if (slot < 14) return start + reversed(SPECIAL + start - slot, bits);
    return start + (even(bits - 4) << 4) + reversed(ALIGN, 4);
  }

  let to = 0;
  let state = 0;
  let [last, second, third, fourth] = [0, 0, 0, 0];

  function literal() {
    const before = to ? output[to - 1] : 0;
    const place = LITERAL + 0x300 * (((to & literalMask) << literalBits) + (before >> (8 - literalBits)));
    let node = 1;
    if (state >= 7) {
      let match = output[to - last - 1];
      while (node < 256) {
        const guess = (match >> 7) & 1;
        match <<= 1;
        const found = bit(place + ((1 + guess) << 8) + node);
        node = (node << 1) | found;
        if (found !== guess) break;
      }
    }
    while (node < 256) node = (node << 1) | bit(place + node);
    output[to++] = node;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  const { over, next } = slices();
  for (let steps = 1; to < output.length; steps++) {
    if (steps % LOOK === 0 && over()) await next();
    if (from > input.length + 4) throw new RangeError(DAMAGED);
    const posState = to & stateMask;
    if (!bit(IS_MATCH + state * 16 + posState)) {
      literal();
      continue;
    }
    let count = 0;
    if (!bit(IS_REPEAT + state)) {
      fourth = third;
      third = second;
      second = last;
      count = length(LENGTH, posState);
      last = distance(count);
      state = state < 7 ? 7 : 10;
    } else {
      if (!bit(IS_REPEAT_0 + state)) {
        count = bit(IS_LONG + state * 16 + posState) ? 0 : 1;
      } else {
        let again = second;
        if (bit(IS_REPEAT_1 + state)) {
          again = third;
          if (bit(IS_REPEAT_2 + state)) {
            again = fourth;
            fourth = third;
          }
          third = second;
        }
        second = last;
        last = again;
      }
      const short = count === 1;
      count ||= length(REPEAT_LENGTH, posState);
      state = state < 7 ? (short ? 9 : 8) : 11;
    }
    // Byte by byte: what is copied may reach into what is being written.
    for (const end = Math.min(to + count, output.length); to < end; to++) output[to] = output[to - last - 1];
  }
  return output;
}
