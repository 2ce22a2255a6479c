// What this browser knows of every language, for the widget that asks. Digits and calendar are the same in all of them: numbers
// to call, files and prints have them, and the browsers of one language would else not agree on them.

const kinds = {
  number: (make, [value]) => make("NumberFormat", { maximumFractionDigits: 2, useGrouping: false }).format(value),
  // With as few words as the language can do with. Measures would have nothing between them in Chinese.
  list: (make, parts) => make("ListFormat", { style: "narrow" }).format(parts),
  date: (make, day) => written(make, day, { year: "numeric" }),
  day: (make, day) => written(make, day),
  plural: (make, [count]) => make("PluralRules").select(count),
  order: (make, names) => {
    const { compare } = make("Collator");
    return `${[...names.keys()].sort((one, other) => compare(names[one], names[other]))}`;
  },
};

// A day without a time begins in UTC.
const written = (make, [day], more) =>
  make("DateTimeFormat", { day: "numeric", month: "long", timeZone: "UTC", ...more }).format(new Date(day));

/** Nothing where it does not know. */
export function intl(what, language, ...given) {
  try {
    return kinds[what]((kind, options) => new Intl[kind](`${language}-u-ca-gregory-nu-latn`, options), given);
  } catch {
    return undefined;
  }
}
