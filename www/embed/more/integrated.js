// Integration mode: the module mounts the widget in the closed shadow root.
import { name as NAME } from "table";

/** Gives the function that ends it. */
export function integrated(shadow, from, code, given, other, fail, alive, step, leave) {
  let over = false;
  let stop;
  const setup = { ...given, language: code, onStep: ({ asking }) => step(asking), onLeave: leave, onFailure: fail };
  import(`${from}inline/${NAME}.js`)
    .then((module) => {
      if (module.release !== RELEASE) throw new Error(other(module.release));
      return module.start(shadow, setup);
    })
    .then((end) => {
      alive();
      stop = end;
      if (over) stop();
    })
    .catch(fail);
  return () => {
    over = true;
    stop?.();
  };
}
