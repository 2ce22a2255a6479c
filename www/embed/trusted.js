// The only text that a browser with Trusted Types takes for a script here. Made before anything else runs: the policy of the
// document allows one of this name, and no second one.
let only;
const policy = globalThis.trustedTypes?.createPolicy("later", {
  createScript(text) {
    if (text === only) return text;
    throw new TypeError("burnout-screener: this is no script of ours");
  },
});

/** This text, as a script, once. What it does not have the hash of the policy refuses, with or without this. */
export function trusted(text) {
  only = text;
  const script = policy ? policy.createScript(text) : text;
  only = undefined;
  return script;
}
