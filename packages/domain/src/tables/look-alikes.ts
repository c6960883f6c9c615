/** Capitals of Cyrillic and Greek, and the Latin ones that they look like. */
const capitals = pairs('АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYҮYХXԌGԚQԜWӀIЬB', 'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXͿJ');
/** The same of small letters, with small Latin ones that few can tell apart, and Arabic ones of two keyboards. */
const smalls = pairs('аaеeѕsіiјjоoрpсcуyүyхxһhԁdԛqԝwӏlьb', 'αaγyιiκkνvοoρpσoτtυuχxϳj', 'ıiȷjɑaɡg', 'ىيیيکك');

function pairs(...lists: readonly string[]): readonly (readonly [string, string])[] {
  return lists.flatMap((list) =>
    Array.from({ length: list.length / 2 }, (_, i) => [list.charAt(2 * i), list.charAt(2 * i + 1)] as const),
  );
}

const likenesses = new Map([...capitals, ...smalls]);
/** Marks of Latin, Greek and Cyrillic letters, vowel signs of Arabic, points of Hebrew. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0655\u0670]/gu;
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

const asLatin = (text: string): string => Array.from(text, (letter) => likenesses.get(letter) ?? letter).join('');

/**
 * What a text looks like: as it is written, all in small letters, all in capitals. Two texts that share one of these are
 * hard to tell apart, whatever letters they are made of.
 *
 * In this order: Unicode NFKC; what nobody sees left out; accents left out; spaces made single. Letters of Cyrillic and Greek
 * are then taken for the Latin ones that they look like, after Unicode Technical Standard 39; and case is folded.
 */
export function looksOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replaceAll(unseen, '').normalize('NFD').replaceAll(marks, '').normalize('NFC');
  const base = plain.replaceAll(/\s+/gu, ' ').trim();
  return [
    `as it is ${asLatin(base).toLowerCase()}`,
    `small ${asLatin(base.toLowerCase())}`,
    `capital ${asLatin(base.toUpperCase())}`,
  ];
}
