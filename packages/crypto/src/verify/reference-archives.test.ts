import { describe, expect, it } from 'vitest';
import { bytesSource } from '../board/archive-source.ts';
import { readReference, referenceArchives, referenceVariants } from '../board/reference-archives.fixture.ts';
import { type Check, numberedChecks } from './checks.ts';
import { expectedAnswers } from './expected-answers.fixture.ts';
import { testMachine } from './machine.fixture.ts';
import { verifyArchive } from './verify-archive.ts';

const hasReference = referenceArchives.length > 0;
const why = hasReference ? '' : ' (CONVITE_REFERENCE does not say where the reference archives are)';
const numberOf = (check: Check): number => numberedChecks[check].number;

describe.skipIf(!hasReference)(`reference archives${why}`, () => {
  it.each(referenceArchives)('accepts $name', async (archive) => {
    const verification = await verifyArchive(testMachine, bytesSource(readReference(archive)));
    expect(verification.checks.failures).toEqual([]);
    expect(verification.answer).toBe('accepted');
    expect(verification.state).toBe('finished');
  });

  it.each(referenceVariants)('judges $name by the check that its defect is about', async (variant) => {
    const expected = expectedAnswers[variant.mutation] ?? { oneOf: [], also: [] };
    const verification = await verifyArchive(testMachine, bytesSource(readReference(variant)));
    const failed = [...new Set(verification.checks.failures.map(({ check }) => numberOf(check)))];
    const { oneOf, also } = expected;
    expect(verification.answer).toBe(variant.ours === 'accept' ? 'accepted' : 'refused');
    expect(failed.some((number) => oneOf.includes(number))).toBe(oneOf.length > 0);
    expect([...oneOf, ...also.map(numberOf)]).toEqual(expect.arrayContaining(failed));
  });

  it('knows every variant, 220 to be refused and 15 to be accepted', () => {
    expect(referenceVariants.filter(({ mutation }) => expectedAnswers[mutation] === undefined)).toEqual([]);
    expect(referenceVariants.filter(({ ours }) => ours === 'reject')).toHaveLength(220);
    expect(referenceVariants.filter(({ ours }) => ours === 'accept')).toHaveLength(15);
  });
});
