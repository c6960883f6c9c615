import { type Group, readKeyWords, rowsOf, type WordLanguage, type WordsRefusal, wrongWord } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { publicKeyOf } from '../files/own-key.ts';
import type { KeyFile, TrusteePublicFile } from '../files/trustee-files.ts';
import type { TrusteeList } from '../rehearsal/trustee-list.ts';

/** Public keys that words may belong to. */
export interface PossibleKeys {
  readonly group: Group;
  readonly keys: readonly Pick<KeyFile, 'kind' | 'name' | 'public_key'>[];
}

/** Why no key came back. */
export type RestoreRefusal =
  | { readonly type: 'words'; readonly refusal: WordsRefusal }
  /** The words are sound, but those of no key that is looked for; `word` is probably the wrong one. */
  | { readonly type: 'words_of_no_key'; readonly word: number | undefined };

/** The keys of a list of trustees. */
export function keysOfList({ trustees: { group, entries } }: TrusteeList): PossibleKeys {
  const keys = entries.flatMap((entry): PossibleKeys['keys'] => {
    const [kind, members] =
      entry.kind === 'single' ? (['single', [entry.trustee]] as const) : (['member', entry.members] as const);
    return members.map(({ key, name, owner }) => ({ kind, name: name ?? String(owner), public_key: group.write(key) }));
  });
  return { group, keys };
}

/** The one key of a trustee who decrypts alone. */
export const keyOfPublic = (group: Group, { key: { name, public_key } }: TrusteePublicFile): PossibleKeys => ({
  group,
  keys: [{ kind: 'single', name: name ?? 'x', public_key }],
});

/** The key file again, from the words on paper and what is public. A wrong word is pointed at where one alone is wrong. */
export function restoreKey(
  typed: string,
  { group, keys }: PossibleKeys,
  language: WordLanguage,
): Result<KeyFile, RestoreRefusal> {
  const keyOf = (secret: bigint) => {
    const publicKey = publicKeyOf(group, secret);
    return publicKey === undefined ? undefined : keys.find((key) => key.public_key === publicKey);
  };
  const read = readKeyWords(typed, group.q, language);
  const found = read.ok ? keyOf(read.value) : undefined;
  if (read.ok && found !== undefined) {
    const { kind, name, public_key } = found;
    return ok({ convite_key: 1, kind, group: group.name, name, public_key, secret: String(read.value) });
  }
  const isOneWord = read.ok || read.error.type === 'wrong_row' || read.error.type === 'out_of_range';
  const word =
    isOneWord && rowsOf(group.q) === 1
      ? wrongWord(typed, language, (secret) => keyOf(secret) !== undefined)
      : undefined;
  return read.ok || word !== undefined
    ? err({ type: 'words_of_no_key', word })
    : err({ type: 'words', refusal: read.error });
}
