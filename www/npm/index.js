// The entry of the package: a page gets the element, a server nothing at all, so that both may import it.
const NAME = "burnout-screener";
const FOLDER = `/${NAME}/`;

// The loader is in here, and begins when it is first asked for.
function load() {
  if (typeof document !== "object" || typeof customElements !== "object") return;
  require("../embed/loader.js");
  return customElements.get(NAME);
}

load();

/** Says where the files are; right after the import, before anything else has its turn. */
export function define(base = FOLDER) {
  load()?.define?.(base);
}
