// Prints which of some languages the script tag takes for each tag that somebody reads: `LANGUAGES,… TAG …`.
import { nearest } from "../www/embed/host/tongue.js";

const [codes, ...tags] = process.argv.slice(2);
for (const tag of tags) console.log(nearest(tag, codes.split(",")) ?? "-");
