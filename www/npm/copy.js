#!/usr/bin/env node
// Copies the files that a page asks for: `burnout-screener-copy public/burnout-screener`.
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { files } from "./files.js";

const [folder, ...more] = process.argv.slice(2);
if (!folder || folder.startsWith("-") || more.length > 0) {
  console.error("Say into which folder: burnout-screener-copy public/burnout-screener");
  process.exit(2);
}
try {
  for (const [name, from] of files) {
    const to = join(folder, name);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  console.log(`${files.size} files are in ${folder}`);
} catch (reason) {
  console.error(`cannot copy to ${folder}: ${reason.message}`);
  process.exit(1);
}
