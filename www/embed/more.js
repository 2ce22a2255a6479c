// What the script tag's own code needs for few pages only: files of the host, and integration mode.
export { brought } from "./more/brought.js";
export { integrated } from "./more/integrated.js";
