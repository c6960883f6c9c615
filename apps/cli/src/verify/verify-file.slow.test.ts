import { describe, expect, it } from 'vitest';
import { referenceArchive, referenceNames } from './reference-archives.fixture.ts';
import { verifyFile } from './verify-file.ts';
import { makeVerifyReport } from './verify-report.ts';

const all = referenceNames(() => true);
const why = all.length > 0 ? '' : ' (CONVITE_REFERENCE does not say where the reference archives are)';

async function reportOf(name: string, threads: number) {
  const files = { path: referenceArchive(name), earlier: undefined, side: undefined, isStrict: false };
  const verified = await verifyFile(files, { threads, patience: 0, now: () => 0, progress: () => undefined });
  return verified.ok ? makeVerifyReport(verified.value.verification, 0) : verified.error;
}

describe.skipIf(all.length === 0)(`every reference archive and variant${why}`, () => {
  it.each(all)('%s has the same report on no, one and two threads', async (name) => {
    const none = await reportOf(name, 0);
    expect(await reportOf(name, 1)).toEqual(none);
    expect(await reportOf(name, 2)).toEqual(none);
  });
});
