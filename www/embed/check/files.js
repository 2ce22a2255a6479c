// What a server says of our own files. Nothing else is asked for.
import { name as NAME } from "table";
import { folder, header, policy, types } from "./servers.js";

const PATIENCE = 5000;

/** What of a policy keeps a page from framing the file, or the file from running. */
function ofPolicy(text, url, path) {
  const parts = text.split(/[;,]/).map((part) => part.trim().split(/\s+/));
  const ancestors = parts.find(([name]) => name.toLowerCase() === "frame-ancestors");
  const found = [];
  if (ancestors) {
    const may = (source) => source === "*" || source === location.origin || location.protocol === source || (source === "'self'" && url.origin === location.origin);
    if (!ancestors.slice(1).some(may)) {
      found.push({
        what: `${url.pathname} may not be framed by this page: its frame-ancestors are "${ancestors.slice(1).join(" ")}"`,
        how: header("Content-Security-Policy", `frame-ancestors 'self' ${location.origin}`, path),
      });
    }
  }
  if (parts.some(([name]) => /^(default|script|style|frame|child)-src/i.test(name) || name.toLowerCase() === "sandbox")) {
    found.push({
      what: `${url.pathname} comes with the Content-Security-Policy of the site. It has its own inside, and both together keep it from running`,
      how: header("Content-Security-Policy", undefined, path),
    });
  }
  return found;
}

function ofHeaders(headers, url, path) {
  const found = [];
  const type = headers.get("content-type") ?? "";
  if (!/^text\/html\b/i.test(type)) {
    found.push({ what: `${url.pathname} is served as "${type}", not as text/html: browsers show its source, or nothing`, how: types(path) });
  }
  const options = headers.get("x-frame-options");
  if (/deny/i.test(options) || (/sameorigin/i.test(options) && url.origin !== location.origin)) {
    found.push({ what: `${url.pathname} may not be framed by this page: its X-Frame-Options are ${options}`, how: header("X-Frame-Options", undefined, path) });
  }
  if (self.crossOriginIsolated && !headers.get("cross-origin-embedder-policy")) {
    found.push({ what: `this page has a Cross-Origin-Embedder-Policy, and ${url.pathname} has none`, how: header("Cross-Origin-Embedder-Policy", "require-corp", path) });
  }
  return found.concat(ofPolicy(headers.get("content-security-policy") ?? "", url, path));
}

/** Whether the page's own policy refuses the frame: it is tried once more, unseen. */
function ofFrame(url) {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    const end = (found) => {
      document.removeEventListener("securitypolicyviolation", hear);
      frame.remove();
      resolve(found);
    };
    const hear = ({ effectiveDirective, blockedURI }) => {
      if (!/^(frame|child|default)-src/.test(effectiveDirective) || !blockedURI.startsWith(url.origin)) return;
      const source = url.origin === location.origin ? "'self'" : url.origin;
      end([{ what: `the Content-Security-Policy of this page refuses the frame`, how: policy("frame-src", source) }]);
    };
    document.addEventListener("securitypolicyviolation", hear);
    frame.hidden = true;
    frame.onload = () => setTimeout(end, 200, []);
    setTimeout(end, PATIENCE, []);
    frame.src = url.href;
    document.documentElement.append(frame);
  });
}

/** What is wrong with the file that stands behind the frame, or the module of the inline mode. */
export async function ofFiles({ from, code, inline }) {
  const url = new URL(inline ? `inline/${NAME}.js` : `${NAME}.${code}.html`, from);
  const path = new URL(from).pathname;
  let answer;
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (why) {
    const other = url.origin === location.origin ? "" : `, as it lies on another host: look whether ${url.href} opens by itself`;
    return [{ what: `${url.href} cannot be looked at from this page${other} (${why.message})` }].concat(inline ? [] : await ofFrame(url));
  }
  if (!answer.ok) return [{ what: `${url.href} answers ${answer.status}: the folder is another one, or the file is missing there`, how: folder(path) }];
  const found = [];
  if (answer.redirected) found.push({ what: `${url.href} leads on to ${answer.url}`, how: folder(path) });
  if (!inline) found.push(...ofHeaders(answer.headers, url, path));
  if (!(await answer.text()).includes(RELEASE)) {
    found.push({ what: `${url.pathname} is not of release ${RELEASE}, as the script is: an old copy in a cache, or a folder that was copied in part`, how: folder(path) });
  }
  return found.concat(inline ? [] : await ofFrame(url));
}
