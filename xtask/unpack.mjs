// Unpacks each file by the code that a browser runs, and prints what is in it as base64, one line a file.
import { readFileSync } from "node:fs";
import { unpack } from "../www/embed/lzma.js";

for (const file of process.argv.slice(2)) console.log(Buffer.from(await unpack(new Uint8Array(readFileSync(file)))).toString("base64"));
