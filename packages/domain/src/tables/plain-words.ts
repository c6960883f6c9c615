/**
 * The form under which two ways of writing the same words are equal: for duplicates, headings and codes of a table.
 *
 * In this order: Unicode NFKC; case folded (upper, then lower case, which also makes ß into ss; ς into σ); accents,
 * Arabic vowel signs and tatweel, and Hebrew points left out; apostrophes and full stops left out; every other
 * sign that is no letter, no mark and no number made a space; spaces made single, none at the ends.
 *
 * Source: docs/spec/roll.md, A.2. Marks of other scripts stay, for in many they are the vowels.
 * @example plainWords(' NÚÑEZ–Pérez,  D’Ángelo ') // 'nunez perez dangelo'
 */
export function plainWords(text: string): string {
  // Of these signs the steps below change nothing but the case: most texts of a roll are of them.
  if (simple.test(text)) return text.toLowerCase().trim().replaceAll(spaces, ' ');
  return text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFD')
    .replaceAll(accents, '')
    .normalize('NFC')
    .replaceAll(apostrophes, '')
    .replaceAll(otherSigns, ' ')
    .trim();
}

const simple = /^[A-Za-z0-9 ]*$/u;
const spaces = / {2,}/gu;
const accents = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0655\u0670]/gu;
const apostrophes = /['’‘ʼʻ`´.]/gu;
const otherSigns = /[^\p{L}\p{M}\p{N}]+/gu;
