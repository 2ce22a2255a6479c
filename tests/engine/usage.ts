// What a program in TypeScript may write; what it may not stands below a mark, and has to be refused.
import { Instrument, score, type Scored } from "burnout-score-engine";

const definition: object = {};
const instrument = new Instrument(definition);
const scored: Scored = instrument.score({ answers: { a: 1, b: "often", c: null }, context: { when: "now" }, signs: ["headaches"] });
const value: number | null | undefined = scored.scales["exhaustion"]?.score;
const finding: string | undefined = scored.result?.finding;
const again: Scored = score(definition, { answers: {} });
instrument.free();

// @ts-expect-error: answers must be there
instrument.score({});
// @ts-expect-error: an answer is no list
instrument.score({ answers: { a: [1] } });
// @ts-expect-error: a score may be missing
const certain: number = again.scales["exhaustion"].score;

export { certain, finding, value };
