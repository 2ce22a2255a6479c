// What stands in for WebAssembly where the engine was turned into JavaScript: as much of it as the glue and the frame ask for.
// What the script wants of it beside the glue's own imports: xtask/src/build/lower.rs.
import { begin, table } from "translated";

/** The values of JavaScript that the engine holds, by number. */
class Values {
  constructor(length) {
    this.kept = Array(length).fill(null);
  }
  get length() {
    return this.kept.length;
  }
  get(place) {
    return this.kept[place];
  }
  set(place, value = null) {
    this.kept[place] = value;
  }
  grow(by, value = null) {
    const before = this.length;
    for (let i = 0; i < by; i++) this.kept.push(value);
    return before;
  }
}

class Module {}

class Instance {
  constructor(_, imports) {
    const values = new Values(table.length);
    let exported;
    let bytes;
    // The memory is another one when it has grown.
    const memory = () => {
      const { buffer } = exported.memory;
      if (bytes?.buffer !== buffer) bytes = new Uint8Array(buffer);
      return bytes;
    };
    // What a function gives that gives more than one number: it hands it over as the last thing it does.
    let given;
    const beside = {
      get: (place) => values.get(place),
      set: (place, value) => values.set(place, value),
      grow: (value, by) => values.grow(by, value),
      put: (place, value, count) => values.kept.fill(value, place, place + count),
      copy: (to, from, count) => memory().copyWithin(to >>> 0, from >>> 0, (from >>> 0) + (count >>> 0)),
      fill: (to, value, count) => memory().fill(value, to >>> 0, (to >>> 0) + (count >>> 0)),
      two: (...numbers) => (given = numbers),
      three: (...numbers) => (given = numbers),
    };
    exported = begin({ ...imports, beside });
    this.exports = { [table.name]: values };
    for (const [name, native] of Object.entries(exported)) {
      this.exports[name] =
        typeof native !== "function"
          ? native
          : (...all) => {
              const one = native(...all);
              const several = given;
              given = undefined;
              return several ?? one;
            };
    }
  }
}

export const WebAssembly = { Module, Instance, compile: async () => new Module() };
