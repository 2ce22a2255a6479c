// Joins each file by the code that a browser runs, and prints the module as base64, one line a file.
import { readFileSync } from "node:fs";
import { join } from "../www/embed/join.js";

for (const file of process.argv.slice(2)) console.log(Buffer.from((await join(new Uint8Array(readFileSync(file)))).module).toString("base64"));
