import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import { editPabulib, type PabulibFile, parsePabulib, withoutVoters, writePabulib } from '@convite/counting';
import { err, ok, type Result } from '@convite/kernel';
import type { Content, ElectionChanges, RecountRefusal, StoredFile } from './tasks.ts';

/** A vote as it is to be counted, and the bytes that say so. */
export interface OpenFile {
  readonly file: PabulibFile;
  readonly sha256: string;
  readonly bytes: number;
}

/** Opens a stored file and applies the changes. */
export function openFile(stored: StoredFile, changes: ElectionChanges): Result<OpenFile, RecountRefusal> {
  const read = parsePabulib(zstdDecompressSync(bytesOf(stored.compressed)));
  if (!read.ok) return err({ type: 'unreadable' });
  if (changes.budget === null && changes.without.length === 0) {
    return ok({ file: read.value, sha256: stored.hash, bytes: stored.size });
  }
  const edited = editPabulib(read.value, {
    budget: changes.budget ?? undefined,
    costs: new Map(),
    withdrawn: changes.without,
  });
  if (!edited.ok) {
    const { error } = edited;
    return err(error.type === 'unknown_project' ? { ...error, where: 'changes' } : { type: 'unreadable' });
  }
  const bytes = writePabulib(edited.value);
  return ok({ file: edited.value, sha256: sha256(bytes), bytes: bytes.byteLength });
}

export const bytesOf = (content: Content): Uint8Array => ('path' in content ? readFileSync(content.path) : content);

/** The file of ballots that anyone may take home: the vote, and nothing about those who voted. */
export const publicBallots = (file: PabulibFile): Uint8Array => new TextEncoder().encode(withoutVoters(file));

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
