import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.env['CONVITE_REFERENCE'];
const folder = root === undefined || root === '' ? undefined : join(root, 'data', 'pabulib');

/** Names of the published city files; none where CONVITE_REFERENCE does not say where they are. */
export const referenceFiles: readonly string[] =
  folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.pb'));

export const readReference = (name: string): Uint8Array => Uint8Array.from(readFileSync(join(folder ?? '', name)));
