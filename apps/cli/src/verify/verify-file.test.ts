import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyFile } from './verify-file.ts';
import { makeVerifyReport } from './verify-report.ts';

const root = process.env['CONVITE_REFERENCE'] ?? '';
const folder = root === '' ? undefined : join(root, 'data', 'belenios');
const why = folder === undefined ? ' (CONVITE_REFERENCE does not say where the reference archives are)' : '';
const archives =
  folder === undefined
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.bel'))
        .toSorted();
const honest = archives.filter((name) => !name.startsWith('variants'));

async function reportOf(name: string, threads: number) {
  const options = { threads, fewBallots: 0, progress: () => undefined };
  const verified = await verifyFile(
    { path: join(folder ?? '', name), earlier: undefined, side: undefined, isStrict: false },
    options,
  );
  return verified.ok ? makeVerifyReport(verified.value.verification, 0) : verified.error;
}

describe.skipIf(folder === undefined)(`ballots on threads${why}`, () => {
  it.each(honest)('give the same answer on none, one and two: %s', async (name) => {
    const [none, one, two] = [await reportOf(name, 0), await reportOf(name, 1), await reportOf(name, 2)];
    expect(none).toMatchObject({ accepted: true, failures: [] });
    expect(one).toEqual(none);
    expect(two).toEqual(none);
  });
});
