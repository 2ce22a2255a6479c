// What the engines of others make of a Questionnaire and of answers to it.
import { readFileSync } from "node:fs";

/// The cases that `cargo test --test export_questionnaire` writes: Questionnaires, answers to them, and the scores that
/// these come to here.
export const cases = () =>
  JSON.parse(readFileSync(new URL("../../target/tmp/questionnaires.json", import.meta.url), "utf8"));

/// Every item below, those in groups as well.
export const items = (of) => (of.item ?? []).flatMap((item) => [item, ...items(item)]);

/// The score items by the ids of their scales.
export function scores(questionnaire) {
  const found = items(questionnaire).filter((item) => item.linkId.startsWith("score."));
  return new Map(found.map((item) => [item.linkId.slice("score.".length), item]));
}

/// The coding that an item offers under a code.
export function coding(questionnaire, linkId, code) {
  const item = items(questionnaire).find((each) => each.linkId === linkId);
  return item.answerOption.map((option) => option.valueCoding).find((each) => each.code === code);
}

/// Whether a score is the right one: exports have two decimals.
export function is(got, wanted) {
  return wanted === null ? got === undefined : got !== undefined && Math.abs(got - wanted) < 0.005001;
}
