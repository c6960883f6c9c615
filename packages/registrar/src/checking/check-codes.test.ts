import { portableSha256, sha256Hex, utf8 } from '@convite/crypto';
import { compareCredentials } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { makeCodeJobs } from '../codes/code-jobs.ts';
import type { ListedCode } from '../codes/code-list.ts';
import { codesOf, makeStreets, opened, settingsOf, suite } from '../made-codes.fixture.ts';
import { beginCheck, type ToCompare } from './check-codes.ts';
import { listProblems } from './list-problems.ts';

const { list, upload, summary } = await makeStreets(1);
const codes = codesOf(list);
const { contests, slices } = opened.order;

const check = beginCheck(opened, codes, portableSha256);
invariant(check.ok, 'the list is of the order');
const work = makeCodeJobs(suite, settingsOf([]));
for (const job of [...check.value.jobs].toReversed()) check.value.take(work(job));
const compare = (more: Partial<ToCompare>) => check.value.finish({ upload, summary, published: [], ...more });

interface Line {
  readonly contest: number;
  readonly credentials: readonly string[];
  readonly spares: readonly number[];
}

/** The file for the site with its line for a contest changed. */
function withLine(contest: number, change: (line: Line) => Partial<Line>): string {
  const [head = '', ...lines] = upload.trimEnd().split('\n');
  const changed = lines.map((text) => {
    const line: Line = JSON.parse(text);
    return line.contest === contest ? JSON.stringify({ ...line, ...change(line) }) : text;
  });
  return `${[head, ...changed].join('\n')}\n`;
}
const ascending = (credentials: readonly string[]): readonly string[] =>
  credentials.toSorted((a, b) => compareCredentials('Ed25519', a, b));
/** Of the group, and nobody's. */
const stranger = suite.group('Ed25519').write(suite.group('Ed25519').generator(0));

describe('the check of all codes', () => {
  it('finds everything in order, whatever the turn of the works, with and without the published count', () => {
    expect(compare({})).toMatchObject({ people: 318, spares: 6, credentials: 638, contests: 2, differences: [] });
    expect(compare({ summary: undefined }).differences).toEqual([]);
  });

  it('finds the credential that was exchanged for another', () => {
    const exchanged = withLine(1, ({ credentials }) => ({
      credentials: ascending([...credentials.slice(1), stranger]),
    }));
    expect(compare({ upload: exchanged, summary: undefined }).differences).toMatchObject([
      { type: 'contest', contest: 1, missing: 1, surplus: 1 },
    ]);
  });

  it('finds a spare that is marked as the code of a person, and the person in its place', () => {
    const moved = withLine(0, ({ credentials, spares: [first = 0, ...rest] }) => {
      const free = credentials.findIndex((_, i) => i !== first && !rest.includes(i));
      return { spares: [free, ...rest].toSorted((a, b) => a - b) };
    });
    expect(compare({ upload: moved, summary: undefined }).differences).toEqual([
      { type: 'contest', contest: 0, missing: 0, surplus: 0, spares: 2 },
    ]);
  });

  it('tells what the reader of the site would, and that the published count is of another file', () => {
    const cut = withLine(0, ({ credentials, spares }) => ({
      credentials: credentials.slice(1),
      spares: spares.map((place) => Math.max(0, place - 1)),
    }));
    expect(compare({ upload: cut }).differences).toMatchObject([
      { type: 'upload', placed: { problem: { type: 'wrong_count', contest: 0 } } },
      { type: 'summary' },
    ]);
    expect(compare({ summary: summary.replace('"people":318', '"people":319') }).differences).toEqual([
      { type: 'summary' },
    ]);
  });

  it('compares each election that the site has published by the hash of its list, and knows whose it is', () => {
    const hashOf = (contest: number): string => {
      const line: Line = JSON.parse(upload.split('\n')[contest + 1] ?? '');
      return sha256Hex(portableSha256.sha256(utf8(JSON.stringify(line.credentials))));
    };
    const [one, two] = contests.map(({ uuid }, i) => ({ uuid, sha256: hashOf(i) }));
    invariant(one !== undefined && two !== undefined, 'there are two elections');
    expect(compare({ published: [two] })).toMatchObject({ compared: 1, differences: [] });
    const theirs = [one, { ...two, sha256: one.sha256 }, { ...one, uuid: 'AnotherTown1234' }];
    expect(compare({ published: theirs })).toMatchObject({
      compared: 2,
      differences: [
        { type: 'published', contest: 1 },
        { type: 'foreign_election', uuid: 'AnotherTown1234' },
      ],
    });
  });
});

describe('a private list', () => {
  const [first, second] = codes;
  invariant(first !== undefined && second !== undefined, 'the list has people');
  const spare = codes.findIndex(({ kind }) => kind === 'spare');
  const problems = (...changes: readonly (readonly [number, Partial<ListedCode>])[]) => {
    const byLine = new Map(changes);
    return listProblems(
      opened.order,
      codes.map((code, i) => ({ ...code, ...byLine.get(i) })),
    );
  };

  it('is one of its order as it was written', () => {
    expect(problems()).toEqual([]);
  });

  it.each([
    ['a slice that the order does not have', [1, { slice: 7 }], { type: 'strange_slice', line: 3 }],
    ['a territory of another slice', [1, { territory: 'PS-2' }], { type: 'strange_territory', line: 3 }],
    ['a code that was mistyped', [1, { code: `0${second.code.slice(1)}` }], { type: 'bad_code', line: 3 }],
    ['a code that two people have', [1, { code: first.code }], { type: 'code_twice', line: 3, first: 2 }],
    [
      'such a code without its dashes',
      [1, { code: first.code.replaceAll('-', '') }],
      { type: 'code_twice', line: 3, first: 2 },
    ],
    ['a person who stands there twice', [1, { id: first.id }], { type: 'id_twice', line: 3, first: 2 }],
  ] as const)('is told %s', (_, change, problem) => {
    expect(problems(change)[0]).toMatchObject(problem);
  });

  it('is told of each slice how many people and spares it lacks or has too many', () => {
    const { kind, slice } = codes[spare] ?? first;
    expect(kind).toBe('spare');
    const { people = 0, spares = 0 } = slices[slice] ?? {};
    expect(problems([spare, { kind: 'voter', id: 'nobody else' }])).toEqual([
      { type: 'wrong_people', slice, expected: people, found: people + 1 },
      { type: 'wrong_spares', slice, expected: spares, found: spares - 1 },
    ]);
  });

  it('counts spares in their slice: one may have the number of another slice or the id of a person', () => {
    expect(codes.filter(({ kind, id }) => kind === 'spare' && id === '1').map(({ slice }) => slice)).toEqual([0, 1]);
    expect(problems([spare, { id: first.id }])).toEqual([]);
    expect(problems([spare, { id: codes[spare + 1]?.id ?? '' }])).toMatchObject([
      { type: 'id_twice', first: spare + 2 },
    ]);
  });

  it('is told of twenty at most', () => {
    expect(
      listProblems(
        opened.order,
        codes.map((code) => ({ ...code, territory: 'PS-9' })),
      ),
    ).toHaveLength(20);
  });
});
