import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = process.env['CONVITE_REFERENCE'] ?? '';
const folder = root === '' ? undefined : join(root, 'data', 'belenios');

/** Names of reference archives, honest ones and variants; none where CONVITE_REFERENCE does not say where they are. */
export const referenceNames = (wanted: (name: string) => boolean): readonly string[] =>
  folder === undefined
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.bel') && wanted(name))
        .toSorted();

export const referenceArchive = (name: string): string => join(folder ?? '', name);
