import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';

const root = process.env['CONVITE_REFERENCE'];
const folder = root === undefined || root === '' ? undefined : join(root, 'data', 'belenios');

interface ReferenceFile {
  readonly name: string;
  readonly file: string;
}

export interface ReferenceVariant extends ReferenceFile {
  readonly base: string;
  readonly mutation: string;
  /** What a strict verifier answers: `accept` or `reject`. */
  readonly ours: string;
}

function entries(member: 'archives' | 'variants'): readonly unknown[] {
  if (folder === undefined) return [];
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  invariant(typeof manifest === 'object' && manifest !== null && member in manifest, 'the manifest names archives');
  const found: unknown = Reflect.get(manifest, member);
  invariant(Array.isArray(found), 'the manifest lists archives');
  return found;
}

function textOf(entry: unknown, member: string): string {
  invariant(typeof entry === 'object' && entry !== null, 'an entry is an object');
  const text: unknown = Reflect.get(entry, member);
  invariant(typeof text === 'string', 'an entry names what it is');
  return text;
}

/** The honest reference archives; none where CONVITE_REFERENCE does not say where they are. */
export const referenceArchives: readonly ReferenceFile[] = entries('archives').map((entry) => ({
  name: textOf(entry, 'name'),
  file: textOf(entry, 'file'),
}));

/** The reference archives with one thing done to each. */
export const referenceVariants: readonly ReferenceVariant[] = entries('variants').map((entry) => ({
  name: textOf(entry, 'file').replace(/^.*\//, ''),
  file: textOf(entry, 'file'),
  base: textOf(entry, 'base'),
  mutation: textOf(entry, 'mutation'),
  ours: textOf(entry, 'ours'),
}));

export const readReference = ({ file }: ReferenceFile): Uint8Array =>
  Uint8Array.from(readFileSync(join(folder ?? '', file)));
