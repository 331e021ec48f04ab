/** So many letters the ids of all purposes of a site have at most, with a comma between two: a link may name all of them. */
export const MOST_PURPOSE_LETTERS = 4000;
