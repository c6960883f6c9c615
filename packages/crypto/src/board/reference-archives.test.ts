import { describe, expect, it } from 'vitest';
import { eventsOf, failedChecks, read, written } from './archive.fixture.ts';
import type { BoardCheck } from './board-checks.ts';
import { readReference, referenceArchives, referenceVariants } from './reference-archives.fixture.ts';

/** What was done to a variant, and the checks of the board that see it; of all others the board is sound. */
const seen: Readonly<Record<string, readonly BoardCheck[]>> = {
  'header-version-2': ['container.header'],
  'header-timestamp-number': ['container.header'],
  'raw-tar-eof-blocks': ['container.records'],
  'raw-truncated-bytes': ['container.records'],
  'raw-other-mtime': ['container.timestamps'],
  'raw-flip-ballot-bit': ['container.hashes'],
  'raw-flip-event-bit': ['container.hashes', 'chain.form'],
  'raw-missing-event': ['chain.form', 'chain.links'],
  'raw-reordered-events': ['chain.form', 'chain.links'],
  'raw-extra-data': ['chain.payloads'],
  'raw-truncated-last-event': ['chain.payloads'],
  'missing-endballots': ['chain.order'],
  'missing-encrypted-tally': ['chain.order'],
  'ballot-after-endballots': ['chain.order'],
  'second-setup': ['chain.order'],
  'reordered-result-before-pd': ['chain.order'],
};

/** Where the damage is seen in one archive alone: its only partial decryption is missing. */
const seenIn: Readonly<Record<string, readonly BoardCheck[]>> = {
  's4-b2048-weights__missing-pd.bel': ['chain.order'],
};

const named = <T extends { readonly name: string }>(files: readonly T[]) =>
  files.map((file) => [file.name, file] as const);

describe.skipIf(referenceArchives.length === 0)('the reference archives (needs CONVITE_REFERENCE)', () => {
  it.each(named(referenceArchives))(
    '%s is accepted, and written again from its contents it is the same file',
    async (_, file) => {
      const bytes = readReference(file);
      const reading = await read(bytes);
      expect(reading).toMatchObject({ ok: true, head: { state: 'finished' } });
      if (!reading.ok) return;
      expect(written(await eventsOf(bytes), reading.head.timestamp)).toEqual(bytes);
    },
  );

  it.each(named(referenceVariants))(
    '%s: the board is sound, or fails exactly the checks that see it',
    async (_, file) => {
      const bytes = readReference(file);
      expect(await failedChecks(bytes)).toEqual(seenIn[file.name] ?? seen[file.mutation] ?? []);
    },
  );

  it('has every kind of damage to the board', () => {
    const mutations = new Set(referenceVariants.map(({ mutation }) => mutation));
    expect(Object.keys(seen).filter((mutation) => !mutations.has(mutation))).toEqual([]);
  });

  it.each([
    ['voting-phase-prefix', 'voting'],
    ['closed-prefix', 'tallied'],
  ])('%s stands in the state %s and is written again as it is', async (mutation, state) => {
    const variants = referenceVariants.filter((variant) => variant.mutation === mutation);
    expect(variants.length).toBeGreaterThan(0);
    for (const variant of variants) {
      const bytes = readReference(variant);
      const reading = await read(bytes);
      expect(reading).toMatchObject({ ok: true, head: { state } });
      if (!reading.ok) continue;
      expect(written(await eventsOf(bytes), reading.head.timestamp)).toEqual(bytes);
    }
  });
});
