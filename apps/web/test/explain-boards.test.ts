import { expect, it } from 'vitest';
import { explainBoards } from '../src/explain-boards.ts';

const nothing = { unsettled: undefined, recovered: [], stopped: [], strange: [], mirrors: '/data/board/mirrors' };
const board = { contest: '1b2c', slug: 'obras', why: 'board_rolled_back', signed: 9, stored: 4 } as const;

it('says nothing where the database goes on from what was signed', () => {
  expect(explainBoards(nothing)).toBe('');
});

it('names the folder and the code where the boards are a copy, or those of another database', () => {
  for (const why of ['copied', 'other_key'] as const) {
    const said = explainBoards({ ...nothing, unsettled: { why, code: '3f09c2ab' } });
    expect(said).toContain(
      'put what they have into /data/board/mirrors, and start once with CONVITE_RESTORED=3f09c2ab.',
    );
    expect(said).toContain('docs/operations.md');
  }
});

it('tells of each stopped board where it is and what it lacks, and of very many how many more there are', () => {
  const said = explainBoards({ ...nothing, stopped: [board, { ...board, slug: undefined, why: 'no_election' }] });
  expect(said).toContain('2 boards are stopped');
  expect(said).toContain('  /c/obras/contests/1b2c/board: events are missing');
  expect(said).toContain('(9 events signed, 4 in the database)');
  expect(said).toContain('  1b2c: the database does not know its election');
  expect(explainBoards({ ...nothing, stopped: Array.from({ length: 27 }, () => board) })).toContain('and 7 more');
});

it('says how many ballots were put back, and which files were of no use', () => {
  const recovered = [3, 4].map((ballots) => ({ contest: '1b2c', slug: 'obras', ballots }));
  const said = explainBoards({ ...nothing, recovered, strange: ['letter.txt'] });
  expect(said).toBe(
    'Lost events of 2 boards were put back, with 7 ballots.\nOf no use in /data/board/mirrors: letter.txt\n',
  );
});
