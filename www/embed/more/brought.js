// The files of the host that attributes name.
const FETCH = 8000;
const LARGEST_FILE = 2000000;

/** The text of the file that an attribute names: JSON, whatever it says. */
export async function brought(element, attribute) {
  const url = element.getAttribute(attribute);
  if (url === null) return;
  const over = new AbortController();
  const late = setTimeout(() => over.abort(), FETCH);
  try {
    const answer = await fetch(new URL(url, document.baseURI), over);
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (let part = {}; !part.done; text += decoder.decode(part.value, { stream: !part.done })) {
      if (text.length > LARGEST_FILE) throw reader.cancel(), new Error("it is larger than 2 MB");
      part = await reader.read();
    }
    JSON.parse(text);
    return text;
  } catch (why) {
    throw new Error(`${attribute}="${url}" cannot be read: ${over.signal.aborted ? "signal timed out" : why.message}`);
  } finally {
    clearTimeout(late);
  }
}
