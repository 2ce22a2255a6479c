// The script tag: defines <burnout-screener>, and keeps one wherever a place for it is on the page. It runs in the host page, as
// a classic script or a module, so nothing here may throw, need eval or inline styles, or know where it was loaded from.
import { name as NAME } from "table";
import { Screener } from "./host/element.js";
import { examine } from "./host/doctor.js";
import { placeOwn, watch } from "./host/places.js";
import { complain, current, folder, isOwn } from "./host/who.js";

const there = customElements.get(NAME);
if (!there) {
  customElements.define(NAME, Screener);
  placeOwn();
  watch();
  if (location.search.includes(`${NAME}-check`)) examine({ shown: true });
} else if (there.prototype[NAME]) {
  // Another copy watches the page, and may not know this one by its name.
  if (isOwn(current)) there.define(folder(current.src));
  placeOwn();
} else {
  complain("the element is another script's");
}
