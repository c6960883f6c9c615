import { describe, expect, it } from 'vitest';
import { compareCredentials } from './credential-text.ts';
import { type ContestCredentials, makeUploadReader, uploadHead, uploadLine } from './credential-upload.ts';
import { smallOrder } from './small-order.fixture.ts';

const order = smallOrder();
const hash = 'cd'.repeat(32);
const head = uploadHead(order.consultation, hash);

/** So many texts that look like credentials, ascending. */
const credentials = (contest: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${contest}${i}`.padStart(64, '0').split('').toReversed().join('')).toSorted(
    (a, b) => compareCredentials('Ed25519', a, b),
  );
const lists = order.contests.map(({ credentials: count }, i) => credentials(i + 1, count));
const listOf = (contest: number): readonly string[] => lists[contest] ?? [];
const spares = (contest: number): readonly number[] =>
  Array.from({ length: order.contests[contest]?.spares ?? 0 }, (_, i) => i * 2);
const lineOf = (contest: number): string => uploadLine(contest, listOf(contest), spares(contest));
const good = [head, lineOf(0), lineOf(1), lineOf(2)] as const;

function read(lines: readonly string[]) {
  const reader = makeUploadReader(order, hash);
  const contests: ContestCredentials[] = [];
  for (const line of lines) {
    const contest = reader.take(line);
    if (contest !== undefined) contests.push(contest);
  }
  return { contests, problems: reader.finish() };
}

describe('a file of public credentials', () => {
  it('is taken contest by contest, on one line each or on several', () => {
    const whole = read(good);
    expect(whole.problems).toEqual([]);
    expect(
      whole.contests.map(({ contest, credentials: { length }, spares: own }) => [contest, length, own.length]),
    ).toEqual([
      [0, 35, 7],
      [1, 28, 3],
      [2, 5, 2],
    ]);
    const [first, rest] = [listOf(1).slice(0, 10), listOf(1).slice(10)];
    const split = read([head, lineOf(0), uploadLine(1, first, [3]), uploadLine(1, rest, [0, 17]), lineOf(2)]);
    expect(split.problems).toEqual([]);
    expect(split.contests[1]).toEqual({
      contest: 1,
      credentials: listOf(1),
      spares: [listOf(1)[3], listOf(1)[10], listOf(1)[27]],
    });
  });

  const changed = (contest: number, change: (list: readonly string[]) => readonly string[]): readonly string[] =>
    good.with(contest + 1, uploadLine(contest, change(listOf(contest)), spares(contest)));
  it.each([
    ['that is empty', [], [null, { type: 'empty' }]],
    ['that is no JSON', [head, '{'], [2, { type: 'not_json' }]],
    ['of another form', [head, '{"contest":0}'], [2, { type: 'wrong_form', place: 'credentials', expected: 'field' }]],
    [
      'of another order',
      [uploadHead(order.consultation, 'ef'.repeat(32))],
      [1, { type: 'other_order', expected: hash, found: 'ef'.repeat(32) }],
    ],
    [
      'of another consultation',
      [uploadHead('otra', hash)],
      [1, { type: 'other_consultation', expected: 'obras-2026', found: 'otra' }],
    ],
    ['with contests in another turn', [head, lineOf(1)], [2, { type: 'out_of_turn', expected: 0, found: 1 }]],
    ['with a contest twice', [...good, lineOf(2)], [5, { type: 'out_of_turn', expected: 3, found: 2 }]],
    ['that broke off', good.slice(0, 3), [null, { type: 'contest_missing', contest: 2 }]],
    [
      'with a credential too few',
      changed(1, (list) => list.slice(0, -1)),
      [4, { type: 'wrong_count', contest: 1, expected: 28, found: 27 }],
    ],
    [
      'with a credential too many',
      changed(1, (list) => [...list, 'f'.repeat(64)]),
      [3, { type: 'wrong_count', contest: 1, expected: 28, found: 29 }],
    ],
    [
      'with too few spares',
      good.with(3, uploadLine(2, listOf(2), [1])),
      [4, { type: 'wrong_spares', contest: 2, expected: 2, found: 1 }],
    ],
    ['with a spare twice', good.with(3, uploadLine(2, listOf(2), [1, 1])), [4, { type: 'bad_spare', position: 2 }]],
    [
      'with a spare that is not there',
      good.with(3, uploadLine(2, listOf(2), [1, 9])),
      [4, { type: 'bad_spare', position: 10 }],
    ],
    [
      'with a credential twice',
      changed(2, (list) => list.with(3, list[2] ?? '')),
      [4, { type: 'repeated', position: 4 }],
    ],
    [
      'in an order that may tell of the roll',
      changed(2, (list) => list.toReversed()),
      [4, { type: 'not_ascending', position: 2 }],
    ],
    [
      'with a credential of no group',
      changed(2, (list) => list.with(1, 'f0')),
      [4, { type: 'bad_credential', position: 2 }],
    ],
  ] as const)('is refused: a file %s', (_, lines, [line, problem]) => {
    const { problems } = read(lines);
    expect(problems[0]).toEqual({ line, problem });
  });

  it('of many mistakes tells fifty, and that there are more', () => {
    const { problems } = read(changed(0, (list) => list.map(() => 'f0')).concat(lineOf(0)));
    expect(problems.length).toBeLessThanOrEqual(51);
    const wrong = (count: number) => read([head, uploadLine(0, Array<string>(count).fill('f0'), [])]).problems;
    expect(wrong(90)).toHaveLength(51);
    expect(wrong(90).at(-1)).toEqual({ line: null, problem: { type: 'too_many_problems' } });
    // Two more problems are that the contest has another number of them, and that the next is missing.
    const types = (count: number) => wrong(count).map(({ problem }) => problem.type);
    expect(types(48).slice(-3)).toEqual(['bad_credential', 'wrong_count', 'contest_missing']);
    expect(types(49).slice(-3)).toEqual(['bad_credential', 'wrong_count', 'too_many_problems']);
  });
});
