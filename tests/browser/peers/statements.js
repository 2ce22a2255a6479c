// What every peer asks: as many statements as our own, each with five answers, four on a page.
export const answers = ["Never", "Once or twice", "About weekly", "Several times a week", "Nearly every day"];
const statements = Array.from({ length: 30 }, (_, place) => ({ name: `q${place}`, text: `I was tired after a busy day, ${place + 1}.` }));
export const pages = Array.from({ length: Math.ceil(statements.length / 4) }, (_, page) => statements.slice(page * 4, page * 4 + 4));
