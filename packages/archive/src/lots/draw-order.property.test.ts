import { portableSha256 } from '@convite/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersFit, orderOfPaper } from '../counting/contest-paper.ts';
import { drawOrder, isSeed } from './draw-lots.ts';

const { sha256 } = portableSha256;
const contest = '0b9c6c3e-3f0e-4d61-9a53-0d6f0f2b7c01';
const seeds = fc.string({ minLength: 1, maxLength: 30 }).filter(isSeed);
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 20 });

describe('the order of options', () => {
  it('is that of the test vector', () => {
    const drawn = drawOrder({ seed: 'Lotería 2026-11-29: 04 17 23 31 40', contest }, [1, 2, 3, 10], sha256);
    expect(drawn.map(({ option, lot }) => `${option} ${lot.slice(0, 16)}`)).toMatchInlineSnapshot(`
      [
        "10 7222eb9106f044dc",
        "2 a8fb3d54bcbfd4a0",
        "1 af0fdaca3e6e6121",
        "3 d85ea9ee55452ecc",
      ]
    `);
  });

  it('has each number once, and that of some is the same when others are not there', () => {
    fc.assert(
      fc.property(seeds, numbers, fc.integer({ min: 2, max: 5 }), (seed, given, step) => {
        const all = orderOfPaper({ seed }, contest, given, sha256);
        expect(all.toSorted((a, b) => a - b)).toEqual(given.toSorted((a, b) => a - b));
        const some = given.filter((_, i) => i % step !== 0);
        expect(orderOfPaper({ seed }, contest, some, sha256)).toEqual(all.filter((one) => some.includes(one)));
      }),
    );
  });

  it('is another one for another seed and for another contest, and that of the numbers without a draw', () => {
    const many = Array.from({ length: 30 }, (_, i) => 30 - i);
    const drawn = orderOfPaper({ seed: 'dados 3 1 4' }, contest, many, sha256);
    expect(orderOfPaper({ seed: 'dados 3 1 5' }, contest, many, sha256)).not.toEqual(drawn);
    expect(orderOfPaper({ seed: 'dados 3 1 4' }, 'otra', many, sha256)).not.toEqual(drawn);
    expect(orderOfPaper(null, contest, many, sha256)).toEqual(many.toReversed());
  });
});

describe('the answers of an election', () => {
  const options = [1, 2, 5, 10].map((number) => ({ number, title: `Obra ${number}` }));
  const draw = { seed: 'dados 3 1 4' };
  const written = (order: readonly number[]) => [
    { answers: order.map((number) => `${number}. Obra ${number}`), min: 1, max: 1, question: '¿Qué?' },
  ];
  const drawn = orderOfPaper(draw, contest, [1, 2, 5, 10], sha256);
  const fits = (order: readonly number[], by: typeof draw | null) =>
    answersFit({ id: contest, options }, by, written(order), sha256);

  it('are the options of the contest in their order', () => {
    expect(fits([1, 2, 5, 10], null).ok).toBe(true);
    expect(fits(drawn, draw).ok).toBe(true);
    expect(drawn).not.toEqual([1, 2, 5, 10]);
  });

  it.each<readonly [string, ReturnType<typeof fits>]>([
    ['other_order', fits([1, 2, 5, 10], draw)],
    ['other_order', fits(drawn, null)],
    ['other_order', fits([2, 1, 5, 10], null)],
    ['other_options', fits([1, 2, 5], null)],
    ['other_options', fits([1, 2, 5, 10, 11], null)],
    ['other_options', fits([1, 1, 5, 10], null)],
    ['other_options', answersFit({ id: contest, options }, null, [...written([1, 2, 5, 10]), ...written([1])], sha256)],
    ['other_options', answersFit({ id: contest, options }, null, [], sha256)],
  ])('are refused as %s (%#)', (error, found) => {
    expect(found).toEqual({ ok: false, error });
  });
});
