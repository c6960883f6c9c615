import { createHash } from 'node:crypto';
import { type ContestCredentials, makeUploadReader, orderHashInput } from '@convite/domain';
import { type ListedCode, readList } from '@convite/registrar';
import type { SavedFile } from '../offline-site.ts';
import { orderOf, writtenOrder } from './neighbourhood.ts';

export const textOf = ({ bytes }: SavedFile): string => bytes.toString('utf8');

/** The lines of a private list. */
export function listIn(saved: SavedFile): readonly ListedCode[] {
  const list = readList(textOf(saved));
  if (!list.ok) throw new Error(`line ${list.error}`);
  return list.value;
}

/** Reads what is for the site as the site does. @throws where it would be refused */
export function takenIn(upload: SavedFile): readonly ContestCredentials[] {
  const hash = createHash('sha256').update(orderHashInput(writtenOrder())).digest('hex');
  const reader = makeUploadReader(orderOf(), hash);
  const contests = textOf(upload)
    .trimEnd()
    .split('\n')
    .flatMap((line) => reader.take(line) ?? []);
  const problems = reader.finish();
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return contests;
}
