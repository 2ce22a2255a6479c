// The files that a page asks for, as they lie in the package.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = dirname(fileURLToPath(import.meta.url));
const own = readdirSync(PACKAGE).filter((name) => /^burnout-screener\..*(js|html)$/.test(name));
const inline = readdirSync(join(PACKAGE, "inline")).map((name) => `inline/${name}`);

/** Each by its name below the folder in which it is served, with its place on the disk. */
export const files = new Map([...own, ...inline].sort().map((name) => [name, join(PACKAGE, name)]));
