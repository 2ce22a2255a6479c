// What the frame needs only with the engine, and gets together with it: in the document itself it would hold up the first words.
// The policy knows it by its hash, and it runs in the one element that was left empty for it.
import { mounting } from "./mounting.js";

document.currentScript.mounting = mounting;
