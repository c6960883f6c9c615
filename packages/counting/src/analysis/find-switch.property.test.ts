import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSwitch, type Found, type SwitchSearch } from './find-switch.ts';

function search(
  turns: (change: bigint) => boolean,
  options: Partial<SwitchSearch>,
): { found: Found; recounts: number } {
  const rest = { range: 1000n, guess: 1n, monotone: false, refutesBelow: () => false, scan: 0n };
  const steps = findSwitch({ ...rest, turns, ...options });
  let recounts = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { found: step.value, recounts };
    recounts++;
  }
}

const turnsFrom = (at: bigint) => (change: bigint) => change >= at;
const anyGuess = fc.bigInt({ min: -5n, max: 1100n });

describe('a switch that turns once', () => {
  it('is found exactly from any guess, with few recounts', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1000n }), anyGuess, (at, guess) => {
        const { found, recounts } = search(turnsFrom(at), { guess, monotone: true });
        expect(found).toEqual({ type: 'switch', at, smallest: true });
        expect(recounts).toBeLessThanOrEqual(18);
      }),
    );
  });

  it('takes two recounts when the guess is right or one short, five when it is one too far', () => {
    const recounts = (guess: bigint) => search(turnsFrom(500n), { guess, monotone: true }).recounts;
    expect([recounts(500n), recounts(499n), recounts(501n)]).toEqual([2, 2, 5]);
  });

  it('is not claimed to be the smallest when nothing is proven', () => {
    expect(search(turnsFrom(70n), { guess: 64n }).found).toEqual({ type: 'switch', at: 70n, smallest: false });
    expect(search(turnsFrom(70n), { scan: 69n }).found).toEqual({ type: 'switch', at: 70n, smallest: true });
    expect(search(turnsFrom(70n), { scan: 68n }).found).toEqual({ type: 'switch', at: 70n, smallest: false });
    expect(search(turnsFrom(1n), {}).found).toEqual({ type: 'switch', at: 1n, smallest: true });
  });

  it('is not found outside the range', () => {
    expect(search(turnsFrom(1001n), { monotone: true }).found).toEqual({
      type: 'none_in_range',
      to: 1000n,
      proven: true,
    });
    expect(search(turnsFrom(1001n), {}).found).toEqual({ type: 'none_in_range', to: 1000n, proven: false });
    for (const range of [0n, -1n]) {
      expect(search(turnsFrom(1n), { range }).found).toEqual({ type: 'none_in_range', to: 0n, proven: true });
    }
    expect(search(turnsFrom(9n), { range: 8n, scan: 8n }).found).toEqual({
      type: 'none_in_range',
      to: 8n,
      proven: true,
    });
  });
});

describe('an outcome that turns back and forth', () => {
  const patterns = fc.array(fc.boolean(), { minLength: 1, maxLength: 60 });
  const at = (turns: readonly boolean[], change: bigint) => change > 0n && (turns[Number(change) - 1] ?? false);

  it('yields a switch with both sides, and the smallest when every smaller change is recounted', () => {
    fc.assert(
      fc.property(patterns, anyGuess, (turns, guess) => {
        const asked = new Set<bigint>();
        const recount = (change: bigint) => {
          asked.add(change);
          return at(turns, change);
        };
        const range = BigInt(turns.length);
        for (const scan of [0n, 10n, 60n]) {
          const { found } = search(recount, { range, guess, scan });
          if (found.type === 'none_in_range') {
            if (found.proven || scan === 60n) expect(turns).not.toContain(true);
            continue;
          }
          expect(at(turns, found.at)).toBe(true);
          expect(at(turns, found.at - 1n)).toBe(false);
          expect(found.at === 1n || asked.has(found.at - 1n)).toBe(true);
          if (found.smallest) expect(turns.indexOf(true)).toBe(Number(found.at) - 1);
          if (scan === 60n) expect(found.smallest).toBe(true);
        }
      }),
      { examples: [[[true, false, true], 3n]] },
    );
  });

  it('is claimed to be the smallest on the word of a proof about what lies below', () => {
    const twice = (change: bigint) => change === 5n || change >= 70n;
    const asked: bigint[] = [];
    const refutesBelow = (change: bigint) => asked.push(change) > 0;
    expect(search(twice, { guess: 70n, refutesBelow }).found).toEqual({ type: 'switch', at: 70n, smallest: true });
    expect(search(() => false, { guess: 70n, refutesBelow }).found).toMatchObject({ to: 1000n, proven: true });
    expect(asked).toEqual([69n, 1000n]);
  });
});
