import { type CredentialRefusal, readPrivateCredential } from '@convite/crypto';
import { type BoothWords, filled } from './booth-data.ts';

/** Groups of the two forms of a code. */
const groupLengths = { 15: [3, 3, 3, 3, 3], 22: [5, 6, 5, 6] } as const;

/** What keeps a typed code from being read, in a sentence that names the group; undefined for a code that can be one. */
export function codeProblem(typed: string, words: BoothWords): string | undefined {
  if (typed.trim() === '') return words.codeMissing;
  const read = readPrivateCredential(typed);
  if (read.ok) return undefined;
  const { place, says } = refusalIn(read.error, typed, words);
  const where = place === undefined ? undefined : words.codeGroups[place];
  return where === undefined ? says : `${says} ${where}`;
}

function refusalIn(
  refusal: CredentialRefusal,
  typed: string,
  words: BoothWords,
): { readonly place?: number | undefined; readonly says: string } {
  switch (refusal.type) {
    case 'mistakable_sign': {
      const place = groupOf(refusal.position, typed);
      return { place, says: filled(words.codeMistakable, { sign: refusal.sign }) };
    }
    case 'foreign_sign':
      return { place: groupOf(refusal.position, typed), says: words.codeForeign };
    case 'wrong_length':
      return refusal.group === undefined
        ? { says: filled(words.codeLength, { found: String(refusal.found) }) }
        : { place: refusal.group - 1, says: words.codeGroupLength };
    case 'wrong_check_sign':
      return { says: words.codeCheck };
  }
}

/** The group, from 0, in which a sign stands: of the groups as typed, or as the letter prints them. */
function groupOf(position: number, typed: string): number {
  const parts = typed.split(/[\s\p{Pd}\u2212]+/u).filter((part) => part !== '');
  const signs = Array.from(parts.join('')).length;
  const lengths = parts.length > 1 ? parts.map((part) => Array.from(part).length) : groupLengths[signs > 15 ? 22 : 15];
  let end = 0;
  const group = lengths.findIndex((length) => (end += length) >= position);
  return group < 0 ? lengths.length - 1 : group;
}
