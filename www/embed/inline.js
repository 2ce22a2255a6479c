// Integration mode: the same widget as an ES module, mounted in a shadow root of the host page. The loader imports it.
import load, { mount } from "glue";
import css from "style";

let engine;
function started() {
  engine ??= load({ module_or_path: new URL("burnout-screener.wasm", import.meta.url) }).catch((cause) => {
    // A failed download must not fail every later widget of the page too.
    engine = undefined;
    if (!(cause instanceof WebAssembly.CompileError)) throw cause;
    throw new Error(`mode="inline" needs 'wasm-unsafe-eval' in the page's script-src: ${cause.message}`);
  });
  return engine;
}

let sheet;
function dress(shadow) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  shadow.adoptedStyleSheets = [sheet];
}

async function texts(language) {
  const url = new URL(`${language}.json`, import.meta.url);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}

/** Mounts the widget in `shadow` and gives the function that takes it down again. */
export async function start(shadow, { language, settings, brought, onStep, onFailure }) {
  const [setup] = await Promise.all([texts(language), started()]);
  dress(shadow);
  const root = document.createElement("div");
  root.className = "bs";
  root.lang = setup.locale.language;
  root.dir = setup.locale.direction;
  shadow.append(root);
  if (brought) setup.brought = brought;
  setup.settings = { isolated: false, languages: [...navigator.languages], ...settings };
  let mounted;
  const drop = () => {
    mounted = undefined;
    root.remove();
  };
  const failed = (message) => {
    // After a panic there is nothing left to take down but the element.
    drop();
    onFailure(message);
  };
  try {
    mounted = mount(root, setup, onStep, failed);
  } catch (reason) {
    drop();
    throw reason;
  }
  return () => {
    mounted?.unmount();
    drop();
  };
}
