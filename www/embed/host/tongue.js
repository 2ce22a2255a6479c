// Which of the languages that are there somebody reads: by language and script, as those who read one script may not read another.

// `Intl.Locale` throws where a tag is none, such as "C" on a bare Linux.
function whole(tag) {
  try {
    return new Intl.Locale(tag.replace("_", "-")).maximize();
  } catch {
    return {};
  }
}

/** The language among `codes` that whoever reads `tag` reads too, that of the same country first; nothing where there is none. */
export function nearest(tag, codes) {
  // As most pages have it: what knows all languages takes its time to wake up.
  if (codes.includes(tag)) return tag;
  const { language, script, region } = whole(tag);
  const near = codes.filter((code) => whole(code).language === language && whole(code).script === script);
  return near.find((code) => whole(code).region === region) ?? near[0];
}

/** The language that the page around an element says it is in: the nearest that says one, also around the root of a component. */
export function around(element) {
  const { parentElement, parentNode } = element;
  const found = parentElement?.closest("[lang]");
  if (found) return found.getAttribute("lang");
  const { host } = (parentElement ?? parentNode)?.getRootNode() ?? {};
  return host ? host.lang || around(host) : "";
}
