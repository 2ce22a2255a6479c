/** The definition of an instrument, as its file says it: docs/instrument.md, and the JSON Schema beside this package. */
export type Definition = object;

/** The answers of one person. */
export interface Responses {
  /** By the id of the item the value of an option or its id; `null`, or nothing, where it was left out. */
  answers: Record<string, number | string | null>;
  /** By the id of a question about the situation the id of its answer. */
  context?: Record<string, string | null>;
  /** The ids of the signs that were ticked; leave it out where they were passed over. */
  signs?: string[];
}

/** The score of one scale. */
export interface ScaleScore {
  /** In the unit of the scale; `null` where too little is answered. */
  score: number | null;
  /** Its standard error of measurement; `null` where the precision of the scale is not known. */
  error: number | null;
  /** How many of its items are answered. */
  answered: number;
  /** How many of its items are asked of everybody. */
  items: number;
  /** The id of the band; `null` where the scale has none, or there is no score. */
  band: string | null;
}

/** What a profile finds, in the codes of the check-in file. */
export interface Found {
  finding: string;
  /** One code, `between` or `not_enough` where no profile is settled. */
  profile: string;
  /** The profiles that are still possible, where it is none of them. */
  possible: string[];
  burnout: string;
  compassion_fatigue: string;
  tired: string;
  rest: string;
  raised_part: string[];
  watched_part: string[];
}

/** Everything that is said of one set of responses. */
export interface Scored {
  /** By the id of the scale. */
  scales: Record<string, ScaleScore>;
  /** Only where the instrument makes a profile. */
  result?: Found;
  /** Whether an answer was given that must not stay alone; only where the instrument has such answers. */
  alert?: boolean;
}

/** An instrument that answers are scored by. */
export class Instrument {
  /** Throws with everything that is wrong in the definition, each with its place and how to mend it. */
  constructor(definition: Definition);
  /** Throws with every answer that this instrument does not ask for or offer. */
  score(responses: Responses): Scored;
  /** Gives its memory back; nothing else can be done with it then. */
  free(): void;
}

/** Scores the answers of one person. Who scores many makes an {@link Instrument} once. */
export function score(definition: Definition, responses: Responses): Scored;
