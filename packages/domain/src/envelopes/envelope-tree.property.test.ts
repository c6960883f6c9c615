import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Envelope, envelopeProblems } from './envelope-tree.ts';

const whole = (id: string, amount: bigint): Envelope => ({ id, parent: null, amount });
const part = (id: string, parent: string, amount: bigint): Envelope => ({ id, parent, amount });

const tree = [whole('all', 100n), part('north', 'all', 60n), part('south', 'all', 40n), part('sea', 'north', 60n)];

describe('envelopes', () => {
  it('are in order when each is the sum of those below it and every contest has a leaf of its own', () => {
    expect(
      envelopeProblems(tree, [
        { contest: 'a', envelope: 'sea' },
        { contest: 'b', envelope: 'south' },
      ]),
    ).toEqual([]);
    expect(envelopeProblems([], [])).toEqual([]);
  });

  it('tell where a sum differs, with both amounts', () => {
    expect(envelopeProblems([...tree, part('hill', 'north', 1n)], [])).toEqual([
      { type: 'sum_differs', id: 'north', amount: 60n, sum: 61n },
    ]);
  });

  it('refuse a contest above the leaves, at an unknown envelope, or at the leaf of another', () => {
    expect(
      envelopeProblems(tree, [
        { contest: 'a', envelope: 'north' },
        { contest: 'b', envelope: 'moon' },
        { contest: 'c', envelope: 'south' },
        { contest: 'd', envelope: 'south' },
      ]),
    ).toEqual([
      { type: 'drawn_above_leaf', id: 'north', contest: 'a' },
      { type: 'unknown_envelope', contest: 'b' },
      { type: 'drawn_twice', id: 'south', contests: ['c', 'd'] },
    ]);
  });

  it('refuse two wholes, a lost parent, and circles, each once', () => {
    expect(envelopeProblems([...tree, whole('other', 1n)], [])).toEqual([
      { type: 'several_roots', ids: ['all', 'other'] },
    ]);
    expect(envelopeProblems([...tree, part('lost', 'moon', 1n)], [])).toEqual([
      { type: 'unknown_parent', id: 'lost', parent: 'moon' },
    ]);
    expect(
      envelopeProblems([part('a', 'b', 1n), part('b', 'a', 1n), part('c', 'a', 0n), part('d', 'd', 5n)], []),
    ).toEqual([
      { type: 'circle', id: 'a' },
      { type: 'circle', id: 'd' },
    ]);
  });

  it('divided at random any number of times stay in order, and one unit more anywhere is seen', () => {
    const cuts = fc.array(fc.tuple(fc.nat(), fc.bigInt(0n, 10n ** 20n)), { maxLength: 20 });
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n), cuts, fc.nat(), (amount, division, at) => {
        const envelopes = [whole('0', amount)];
        for (const [which, cut] of division) {
          const parents = new Set(envelopes.map(({ parent }) => parent));
          const leaves = envelopes.filter(({ id }) => !parents.has(id));
          const leaf = leaves[which % leaves.length];
          if (leaf === undefined) continue;
          const first = cut % (leaf.amount + 1n);
          const id = String(envelopes.length);
          envelopes.push(part(id, leaf.id, first), part(`${id}b`, leaf.id, leaf.amount - first));
        }
        expect(envelopeProblems(envelopes, [])).toEqual([]);
        const changed = envelopes[at % envelopes.length];
        if (changed === undefined || envelopes.length === 1) return;
        const wrong = envelopes.map((one) => (one === changed ? { ...one, amount: one.amount + 1n } : one));
        expect(envelopeProblems(wrong, []).length).toBeGreaterThan(0);
      }),
    );
  });
});
