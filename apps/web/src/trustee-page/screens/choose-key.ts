import type { OwnKey, TrusteeList } from '@convite/trustee';
import type { App } from '../app.ts';
import { readBrought } from '../brought-files.ts';

/** A key that a person chose, and its text: what the copies hold. */
export interface ChosenKey {
  readonly own: OwnKey;
  readonly text: string;
}

/** The key in the chosen files, or what is wrong. */
export async function chosenKey({ words, suite }: App, files: readonly File[]): Promise<ChosenKey | string> {
  const { keys, damagedKeys } = await readBrought(suite, files);
  const [key] = keys;
  return key ?? (damagedKeys.length > 0 ? words.keyDamaged : words.keyMissing);
}

/** The list of trustees in the chosen files, or what is wrong. */
export async function chosenList({ words, suite }: App, files: readonly File[]): Promise<TrusteeList | string> {
  const { lists } = await readBrought(suite, files);
  return lists[0] ?? words.listMissing;
}
