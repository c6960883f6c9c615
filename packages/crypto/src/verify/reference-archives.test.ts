import { describe, expect, it } from 'vitest';
import { bytesSource } from '../board/archive-source.ts';
import { readReference, referenceArchives, referenceVariants } from '../board/reference-archives.fixture.ts';
import { testMachine } from './machine.fixture.ts';
import { verifyArchive } from './verify-archive.ts';
import { expectedFailures } from './expected-failures.fixture.ts';

const hasReference = referenceArchives.length > 0;
const why = hasReference ? '' : ' (CONVITE_REFERENCE does not say where the reference archives are)';

describe.skipIf(!hasReference)(`reference archives${why}`, () => {
  it.each(referenceArchives)('accepts $name', async (archive) => {
    const verification = await verifyArchive(testMachine, bytesSource(readReference(archive)));
    expect(verification.checks.failures).toEqual([]);
    expect(verification.answer).toBe('accepted');
    expect(verification.state).toBe('finished');
  });

  it.each(referenceVariants)('judges $name by the check that its defect is about', async (variant) => {
    const verification = await verifyArchive(testMachine, bytesSource(readReference(variant)));
    const expected = expectedFailures(variant);
    const failed = Object.keys(verification.checks.failed).toSorted();
    console.log(JSON.stringify([variant.name, verification.answer, failed]));
    expect(failed).toEqual([...expected].toSorted());
    expect(verification.answer).toBe(expected.length === 0 ? 'accepted' : 'refused');
  });
});
