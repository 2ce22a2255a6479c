// The reading grade of texts: a list of them in JSON comes in, and for each the grade and the number of words go out; so
// for each of its sentences. Run by tests/readability.rs.
import { text as all } from "node:stream/consumers";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

const [sentences, words] = ["sentence", "word"].map((granularity) => new Intl.Segmenter("en", { granularity }));

const split = (text) => Array.from(sentences.segment(text), ({ segment }) => segment.trim());

function graded(text) {
  const spoken = Array.from(words.segment(text)).filter(({ isWordLike }) => isWordLike);
  const syllables = spoken.reduce((sum, { segment }) => sum + syllable(segment), 0);
  const grade = fleschKincaid({ sentence: split(text).length, word: spoken.length, syllable: syllables });
  return { text, grade, words: spoken.length };
}

const texts = JSON.parse(await all(process.stdin));
console.log(JSON.stringify(texts.map((text) => ({ ...graded(text), sentences: split(text).map(graded) }))));
