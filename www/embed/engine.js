// The engine, as the frame beside this one hands it over: in one message, and exactly what this file was built with.
import { proof } from "./proof.js";
import { trusted } from "./trusted.js";

const OWN = "burnout-screener";
// As long as the loader waits for a sign of life.
const PATIENCE = 40000;

// Where there is no such frame yet, asking for it is refused.
const store = () => parent.length > 1 && parent[1];

// Of anything else that is said nothing is heard.
const handed = () =>
  new Promise((resolve, reject) => {
    setTimeout(reject, PATIENCE, new Error("the engine does not come"));
    const want = () => store() && store().postMessage({ [OWN]: 1, type: "want" }, "*");
    addEventListener("message", function hear({ source, data }) {
      if (!source || source !== store() || data?.[OWN] !== 1) return;
      // It has only now begun to listen.
      if (data.type === "here") want();
      if (data.type !== "engine") return;
      removeEventListener("message", hear);
      resolve(data);
    });
    want();
  });

/** The texts, the module, and what takes it up. */
export async function engine() {
  const { texts, module, why } = await handed();
  if (why) throw new Error(why);
  // A page around may put another document in the place of that frame. Only a page without a safe line has no way to tell, and
  // there others have the whole file in their hands.
  const found = await proof([texts, module]);
  if (found && found !== document.body.dataset.engine) throw new Error("the engine is another one");
  const { script, ...rest } = JSON.parse(texts);
  const place = document.getElementById("later");
  place.text = trusted(script);
  return { texts: rest, module, mounting: place.mounting };
}
