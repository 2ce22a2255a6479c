// The doctor for web masters is a file of its own: it comes where something is wrong, or somebody asks for it.
import { name as NAME } from "table";
import { complain, current, home } from "./who.js";

let file;

/** Has it look; what it says it says once a page. */
export function examine(about) {
  const from = about.from ?? home();
  file ??= import(`${from}${NAME}.check.js`);
  file.then((doctor) => doctor.examine({ ...about, from, tag: current })).catch((why) => complain("what is in the way:", why));
}
