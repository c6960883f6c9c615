import { describe, expect, test } from 'vitest';
import { problemMessage, warningMessage } from './messages.ts';
import { parsePabulib, readPabulib } from './parse-pabulib.ts';
import type { PabulibProblem, PabulibWarning } from './problems.ts';
import { META_LINE, mustRead, PROJECTS_LINE, smallText, VOTES_LINE } from './small-file.fixture.ts';

const META = ['budget;100', 'vote_type;approval', 'rule;greedy', 'currency;XTS'];
const PROJECTS = ['project_id;cost;votes;name;selected', 'A;60;2;Well;1', 'B;50;2;Bridge;0'];
const VOTES = ['voter_id;vote', '1;A', '2;A,B', '3;B'];
const POINTS_META = META.with(1, 'vote_type;cumulative');

function problemsOf(text: string): readonly PabulibProblem[] {
  const file = readPabulib(text);
  return file.ok ? [] : file.error;
}

test('reads a sound file without a warning', () => {
  const file = mustRead(smallText({}));
  expect(file.warnings).toEqual([]);
  expect(file.instance.budget).toBe(100n);
  expect(file.instance.projects.map(({ id, cost, name }) => [id, cost, name])).toEqual([
    ['A', 60n, 'Well'],
    ['B', 50n, 'Bridge'],
  ]);
  expect(file.officialSelected).toEqual([1, 0]);
  expect(file.profile).toMatchObject({ kind: 'approval', ballots: 3, blank: 0, groups: 3 });
});

describe('a file that can be used all the same', () => {
  const cases: readonly (readonly [string, string, readonly PabulibWarning[]])[] = [
    ['begins with a byte order mark', `\ufeff${smallText({})}`, [{ code: 'byte_order_mark', line: 1 }]],
    [
      'mixes line ends',
      smallText({}).replace('3;B\n', '3;B\r\n'),
      [{ code: 'mixed_line_ends', line: VOTES_LINE + 2, count: 1 }],
    ],
    ['lacks the last line end', smallText({}).trimEnd(), [{ code: 'no_final_line_end', line: VOTES_LINE + 2 }]],
    ['holds a blank line', smallText({ meta: ['', ...META] }), [{ code: 'blank_line', line: META_LINE }]],
    [
      'holds a bare quote',
      smallText({ projects: PROJECTS.with(1, 'A;60;2;Stop "Promenada;1') }),
      [{ code: 'bare_quote', line: PROJECTS_LINE }],
    ],
    [
      'goes on after a closing quote',
      smallText({ projects: PROJECTS.with(1, 'A;60;2;"Konikowo" yard;1') }),
      [{ code: 'text_after_quote', line: PROJECTS_LINE }],
    ],
    [
      'lets a cell span lines',
      smallText({ projects: PROJECTS.with(1, 'A;60;2;"two\nlines";1') }),
      [{ code: 'record_spans_lines', line: PROJECTS_LINE }],
    ],
    [
      'pads a title as spreadsheets do',
      smallText({}).replace('PROJECTS\n', 'projects;;;;\n'),
      [{ code: 'odd_section_title', line: META_LINE + 4, value: 'projects;;;;' }],
    ],
    [
      'has empty cells beyond the columns',
      smallText({ votes: VOTES.with(1, '1;A;;') }),
      [{ code: 'extra_empty_cells', line: VOTES_LINE }],
    ],
    [
      'has too few cells',
      smallText({ projects: PROJECTS.with(1, 'A;60;2') }),
      [{ code: 'missing_cells', line: PROJECTS_LINE, cells: 3, columns: 5 }],
    ],
    [
      'leaves a semicolon in META unquoted',
      smallText({ meta: [...META, 'comment;one;two'] }),
      [{ code: 'separator_in_meta_value', line: META_LINE + 4, key: 'comment' }],
    ],
    [
      'says a META entry twice',
      smallText({ meta: [...META, 'budget;100'] }),
      [{ code: 'repeated_meta', line: META_LINE + 4, key: 'budget', firstLine: META_LINE }],
    ],
    [
      'has an unknown META entry',
      smallText({ meta: [...META, 'weather;sunny'] }),
      [{ code: 'unknown_meta', line: META_LINE + 4, key: 'weather' }],
    ],
    [
      'names no currency',
      smallText({ meta: META.slice(0, 3) }),
      [{ code: 'missing_meta', line: META_LINE + 3, key: 'currency' }],
    ],
    [
      'lacks a column that only describes',
      smallText({ projects: ['project_id;cost;votes;name', 'A;60;2;Well', 'B;50;2;Bridge'] }),
      [{ code: 'missing_column', line: PROJECTS_LINE - 1, section: 'PROJECTS', column: 'selected' }],
    ],
    [
      'puts spaces around an id',
      smallText({ votes: VOTES.with(2, '2;A, B') }),
      [{ code: 'space_around', line: VOTES_LINE + 1, value: 'B' }],
    ],
    [
      'writes a decimal comma',
      smallText({ meta: META.with(0, 'budget;100,50') }),
      [{ code: 'decimal_comma', line: META_LINE, value: '100,50' }],
    ],
    [
      'groups digits by spaces',
      smallText({ meta: META.with(0, 'budget;1\u00a0000') }),
      [{ code: 'grouped_digits', line: META_LINE, value: '1\u00a0000' }],
    ],
    [
      'states a limit that is no number',
      smallText({ meta: [...META, 'max_length;many'] }),
      [{ code: 'number_unreadable', line: META_LINE + 4, field: 'max_length', value: 'many' }],
    ],
    [
      'states a date that is none',
      smallText({ meta: [...META, 'date_end;31.13.2026', 'date_begin;2026'] }),
      [{ code: 'date_unreadable', line: META_LINE + 4, field: 'date_end', value: '31.13.2026' }],
    ],
    [
      'miscounts its ballots',
      smallText({ meta: [...META, 'num_votes;4', 'num_projects;2'] }),
      [{ code: 'count_differs', line: META_LINE + 4, field: 'num_votes', stated: '4', found: 3 }],
    ],
    [
      'says “yes” for selected',
      smallText({ projects: PROJECTS.with(1, 'A;60;2;Well;yes') }),
      [{ code: 'selected_unreadable', line: PROJECTS_LINE, id: 'A', value: 'yes' }],
    ],
    [
      'offers a project for nothing',
      smallText({ projects: PROJECTS.with(1, 'A;0;2;Well;1') }),
      [{ code: 'zero_cost', line: PROJECTS_LINE, id: 'A' }],
    ],
    [
      'offers a project dearer than the budget',
      smallText({ projects: PROJECTS.with(1, 'A;101;2;Well;1') }),
      [{ code: 'dearer_than_budget', line: PROJECTS_LINE, id: 'A' }],
    ],
    [
      'states other votes than its ballots hold',
      smallText({ projects: PROJECTS.with(1, 'A;60;3;Well;1') }),
      [{ code: 'votes_differ', line: PROJECTS_LINE, id: 'A', stated: '3', found: 2 }],
    ],
    [
      'carries points on approval ballots',
      smallText({ votes: ['voter_id;vote;points', '1;A;5', '2;A,B;1', '3;B;0'] }),
      [{ code: 'points_not_used', line: VOTES_LINE - 1 }],
    ],
    [
      'names a project twice in a ballot',
      smallText({ votes: VOTES.with(2, '2;A,B,A') }),
      [{ code: 'repeated_choice', line: VOTES_LINE + 1, id: 'A' }],
    ],
    [
      'leaves a place between commas empty',
      smallText({ votes: VOTES.with(2, '2;A,,B') }),
      [{ code: 'empty_choice', line: VOTES_LINE + 1 }],
    ],
    [
      'repeats a voter',
      smallText({ votes: VOTES.with(3, '1;B') }),
      [{ code: 'repeated_voter', line: VOTES_LINE + 2, firstLine: VOTES_LINE }],
    ],
    [
      'holds a ballot with too many choices',
      smallText({ meta: [...META, 'max_length;1'] }),
      [{ code: 'too_many_choices', line: VOTES_LINE + 2, found: 2, limit: 1 }],
    ],
    [
      'holds ballots with too few choices, blank ones left alone',
      smallText({ meta: [...META, 'min_length;2'], votes: ['voter_id;vote', '1;A,B', '2;A', '3;B,A', '4;'] }).replace(
        'A;60;2',
        'A;60;3',
      ),
      [{ code: 'too_few_choices', line: VOTES_LINE + 2, found: 1, limit: 2 }],
    ],
    [
      'holds a ballot that costs too much',
      smallText({ meta: [...META, 'max_sum_cost;100'] }),
      [{ code: 'choices_cost_too_much', line: VOTES_LINE + 2 }],
    ],
    [
      'holds a ballot that gives too many points',
      smallText({
        meta: [...POINTS_META, 'max_sum_points;3'],
        votes: ['voter_id;vote;points', '1;A;3', '2;A,B;2,2', '3;B;1'],
      }),
      [{ code: 'too_many_points', line: VOTES_LINE + 2, found: 4, limit: 3 }],
    ],
  ];

  test.each(cases)('%s, and says so with the line', (_, text, expected) => {
    const { warnings } = mustRead(text);
    expect(warnings).toEqual(expected);
    for (const warning of warnings) {
      expectSentences(warningMessage(warning, 'en'), warningMessage(warning, 'es'));
    }
  });

  test('lists twenty warnings of a kind and counts the rest', () => {
    const { warnings } = mustRead(
      smallText({ votes: ['voter_id;vote', ...Array.from({ length: 25 }, (_, i) => `${i};A,A`)] }),
    );
    const repeated = warnings.filter(({ code }) => code === 'repeated_choice');
    expect(repeated).toHaveLength(20);
    expect(warnings.at(-1)).toEqual({ code: 'more_of_a_kind', line: VOTES_LINE + 20, of: 'repeated_choice', count: 5 });
  });
});

describe('a file that cannot be used', () => {
  const cases: readonly (readonly [string, string, readonly PabulibProblem[]])[] = [
    ['has text before META', `hello\n${smallText({})}`, [{ code: 'text_before_meta', line: 1, value: 'hello' }]],
    ['lacks VOTES', smallText({}).split('VOTES')[0] ?? '', [{ code: 'missing_section', line: 10, section: 'VOTES' }]],
    [
      'has PROJECTS twice',
      `${smallText({})}PROJECTS\nproject_id;cost\nC;1\n`,
      [{ code: 'repeated_section', line: VOTES_LINE + 3, section: 'PROJECTS' }],
    ],
    [
      'has VOTES before PROJECTS',
      'META\nkey;value\nbudget;1\nvote_type;approval\nVOTES\nvoter_id;vote\n1;A\nPROJECTS\nproject_id;cost\nA;1\n',
      [{ code: 'section_out_of_order', line: 8, section: 'PROJECTS' }],
    ],
    [
      'has no header over its projects',
      smallText({ projects: ['A;60', 'B;50'] }),
      [{ code: 'missing_header', line: PROJECTS_LINE - 1, section: 'PROJECTS' }],
    ],
    [
      'has no column of costs',
      smallText({ projects: ['project_id;name;votes;selected', 'A;Well;2;1', 'B;Bridge;2;0'] }),
      [{ code: 'missing_column', line: PROJECTS_LINE - 1, section: 'PROJECTS', column: 'cost' }],
    ],
    [
      'has a column twice',
      smallText({ votes: VOTES.with(0, 'vote;vote') }),
      [{ code: 'repeated_column', line: VOTES_LINE - 1, section: 'VOTES', column: 'vote' }],
    ],
    [
      'states no budget',
      smallText({ meta: META.slice(1) }),
      [{ code: 'missing_meta', line: META_LINE + 3, key: 'budget' }],
    ],
    [
      'states two budgets',
      smallText({ meta: [...META, 'budget;101'] }),
      [{ code: 'conflicting_meta', line: META_LINE + 4, key: 'budget', firstLine: META_LINE }],
    ],
    [
      'has ballots of no known kind',
      smallText({ meta: META.with(1, 'vote_type;cards') }),
      [{ code: 'unknown_vote_type', line: META_LINE + 1, value: 'cards' }],
    ],
    [
      'never closes a quote',
      smallText({ projects: PROJECTS.with(1, 'A;60;2;"Well;1') }),
      [{ code: 'unclosed_quote', line: PROJECTS_LINE }],
    ],
    [
      'has more cells than columns',
      smallText({ projects: PROJECTS.with(1, 'A;60;2;Well;;1') }),
      [{ code: 'too_many_cells', line: PROJECTS_LINE, cells: 6, columns: 5 }],
    ],
    [
      'puts nothing to the vote',
      smallText({ projects: PROJECTS.slice(0, 1), votes: VOTES.slice(0, 1) }),
      [{ code: 'no_projects', line: PROJECTS_LINE }],
    ],
    [
      'has a project without an id',
      smallText({ projects: [...PROJECTS, ';5;0;Nameless;0'] }),
      [{ code: 'missing_project_id', line: PROJECTS_LINE + 2 }],
    ],
    [
      'has a project twice',
      smallText({ projects: [...PROJECTS, 'A;5;0;Again;0'] }),
      [{ code: 'duplicate_project', line: PROJECTS_LINE + 2, id: 'A', firstLine: PROJECTS_LINE }],
    ],
    [
      'has a cost that is no amount',
      smallText({ projects: PROJECTS.with(1, 'A;1e3;2;Well;1') }),
      [{ code: 'money_unreadable', line: PROJECTS_LINE, field: 'cost', value: '1e3' }],
    ],
    [
      'has thousands grouped by commas, which could be decimals',
      smallText({ meta: META.with(0, 'budget;1,000,000') }),
      [{ code: 'money_unreadable', line: META_LINE, field: 'budget', value: '1,000,000' }],
    ],
    [
      'has a negative cost',
      smallText({ projects: PROJECTS.with(1, 'A;-60;2;Well;1') }),
      [{ code: 'money_negative', line: PROJECTS_LINE, field: 'cost', value: '-60' }],
    ],
    [
      'has a cost with seven decimals',
      smallText({ projects: PROJECTS.with(1, 'A;60.0000000;2;Well;1') }),
      [{ code: 'money_too_fine', line: PROJECTS_LINE, field: 'cost', value: '60.0000000', limit: 6 }],
    ],
    [
      'has costs that leave the exact numbers',
      smallText({ projects: PROJECTS.with(1, 'A;9007199254740992;2;Well;1') }),
      [{ code: 'total_too_large', line: META_LINE, total: 'money' }],
    ],
    [
      'names projects that do not exist, each at its line',
      smallText({ votes: ['voter_id;vote', '1;A,Z', '2;a', '3;B'] }),
      [
        { code: 'unknown_project', line: VOTES_LINE, id: 'Z' },
        { code: 'unknown_project', line: VOTES_LINE + 1, id: 'a' },
      ],
    ],
    [
      'has no points where they are the vote',
      smallText({ meta: POINTS_META }),
      [{ code: 'missing_column', line: VOTES_LINE - 1, section: 'VOTES', column: 'points' }],
    ],
    [
      'gives points to more projects than it names',
      smallText({ meta: POINTS_META, votes: ['voter_id;vote;points', '1;A;3,1', '2;A,B;2,1', '3;B;1'] }),
      [{ code: 'points_do_not_match', line: VOTES_LINE, choices: 1, points: 2 }],
    ],
    [
      'gives half a point and less than none',
      smallText({ meta: POINTS_META, votes: ['voter_id;vote;points', '1;A;0.5', '2;A,B;2,-1', '3;B;1.0'] }),
      [
        { code: 'points_unreadable', line: VOTES_LINE, value: '0.5' },
        { code: 'points_unreadable', line: VOTES_LINE + 1, value: '-1' },
      ],
    ],
    [
      'weighs a ballot with nothing',
      smallText({ votes: ['voter_id;vote;weight', '1;A;0', '2;A,B;2', '3;B;1'] }),
      [{ code: 'weight_unreadable', line: VOTES_LINE, value: '0' }],
    ],
    [
      'has weights that leave the exact numbers',
      smallText({ votes: ['voter_id;vote;weight', '1;A;9007199254740991', '2;A,B;1', '3;B;1'] }),
      [
        { code: 'total_too_large', line: VOTES_LINE + 1, total: 'weights' },
        { code: 'total_too_large', line: VOTES_LINE + 1, total: 'points' },
      ],
    ],
  ];

  test.each(cases)('%s: every problem with its line, and nothing else', (_, text, expected) => {
    const problems = problemsOf(text);
    expect(problems).toEqual(expected);
    for (const problem of problems) {
      expectSentences(problemMessage(problem, 'en'), problemMessage(problem, 'es'));
    }
  });

  test.each([
    ['is empty', [], { code: 'empty_file', line: 1 }],
    ['is a zip', [0x50, 0x4b, 0x03, 0x04, 0x20], { code: 'not_text', line: 1, kind: 'zip' }],
    ['is a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], { code: 'not_text', line: 1, kind: 'pdf' }],
    ['is UTF-16', [0xff, 0xfe, 0x4d, 0x00], { code: 'not_text', line: 1, kind: 'utf-16' }],
    ['holds a zero byte', [0x4d, 0x0a, 0x00], { code: 'not_text', line: 2, kind: 'binary' }],
    ['is Latin-1 in the third line', [0x4d, 0x0a, 0x0a, 0x41, 0xf1, 0x0a, 0x42], { code: 'not_utf8', line: 3 }],
    ['ends inside a character', [0x4d, 0x0a, 0xc3], { code: 'not_utf8', line: 2 }],
  ] as const)('%s', (_, bytes, expected) => {
    expect(parsePabulib(Uint8Array.from(bytes))).toEqual({ ok: false, error: [expected] });
  });

  test('lists a hundred problems and counts the rest', () => {
    const votes = ['voter_id;vote', ...Array.from({ length: 130 }, (_, i) => `${i};Z`)];
    const problems = problemsOf(smallText({ votes }));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toEqual({ code: 'more_problems', line: VOTES_LINE + 100, count: 30 });
  });

  test('holds no more than 55,000 projects', () => {
    const projects = ['project_id;cost', ...Array.from({ length: 55_002 }, (_, i) => `${i};1`)];
    expect(problemsOf(smallText({ projects, votes: ['voter_id;vote', '1;0'] }))).toEqual([
      { code: 'too_many_projects', line: PROJECTS_LINE + 55_000, limit: 55_000 },
    ]);
  });
});

describe('what is read', () => {
  test('takes the largest number of decimals of any amount as the scale', () => {
    const file = mustRead(
      smallText({ meta: META.with(0, 'budget;100.5'), projects: PROJECTS.with(1, 'A;60.25;2;Well;1') }),
    );
    expect(file.instance).toMatchObject({ decimals: 2, budget: 10_050n });
    expect(file.instance.projects.map(({ cost }) => cost)).toEqual([6_025n, 5_000n]);
  });

  test('lets a limit on the cost of a ballot take part in the scale', () => {
    expect(mustRead(smallText({ meta: [...META, 'max_sum_cost;200.125'] })).instance.decimals).toBe(3);
  });

  test('keeps ids apart that are equal as numbers', () => {
    const file = mustRead(
      smallText({
        projects: ['project_id;cost', '1;5', '01;6', '1.0;7', '__proto__;8'],
        votes: ['voter_id;vote', 'a;01,1', 'b;1.0', 'c;__proto__'],
      }),
    );
    expect(file.instance.projects.map(({ id, cost }) => [id, cost])).toEqual([
      ['01', 6n],
      ['1', 5n],
      ['1.0', 7n],
      ['__proto__', 8n],
    ]);
    expect(file.profile.groups).toBe(3);
  });

  test('counts a project named twice once, at its first place, with the points of that place', () => {
    const file = mustRead(
      smallText({ meta: POINTS_META, votes: ['voter_id;vote;points', '1;B,A,B;3,2,1', '2;A;0', '3;A;4'] }),
    );
    expect([...file.profile.choice]).toEqual([0, 0, 0, 1]);
    expect([...(file.profile.points ?? [])]).toEqual([0, 4, 2, 3]);
  });

  test('keeps the order of ranked ballots and the points that a file has beside them', () => {
    const file = mustRead(
      smallText({
        meta: META.with(1, 'vote_type;ordinal'),
        votes: ['voter_id;vote;points', '1;B,A;2,1', '2;A,B;', '3;B;2'],
      }),
    );
    expect(file.profile.kind).toBe('ranked');
    expect([...file.profile.choice]).toEqual([0, 1, 1, 1, 0]);
    expect([...(file.profile.points ?? [])]).toEqual([0, 0, 2, 2, 1]);
  });

  test('takes an empty vote for a blank ballot, and a weight for so many ballots', () => {
    const file = mustRead(smallText({ votes: ['voter_id;vote;weight', '1;;3', '2;None;', '3;A,B;5'] }));
    expect(file.profile).toMatchObject({ ballots: 9, blank: 4, groups: 1 });
    expect([...file.profile.votes]).toEqual([5]);
  });

  test('reads None as nothing, and lists as lists', () => {
    const file = mustRead(
      smallText({
        projects: [
          'project_id;cost;name;category;neighborhood;district',
          'A;60;None;None;;North',
          'B;50;;a, b;Hill;South',
        ],
      }),
    );
    expect(
      file.instance.projects.map(({ name, categories, neighbourhood }) => ({ name, categories, neighbourhood })),
    ).toEqual([
      { name: undefined, categories: [], neighbourhood: 'North' },
      { name: undefined, categories: ['a', 'b'], neighbourhood: 'Hill' },
    ]);
  });

  test('tells the voters of each group apart by neighbourhood and channel', () => {
    const file = mustRead(
      smallText({
        votes: [
          'voter_id;vote;voting_method;district',
          '1;A;paper;South',
          '2;A;internet;North',
          '3;A;paper;',
          '4;;paper;North',
          '5;B;paper;South',
        ],
      }),
    );
    expect(file.segments).toEqual([
      {
        attribute: 'neighbourhood',
        labels: ['North', 'South'],
        group: Uint32Array.of(0, 0, 1),
        label: Uint32Array.of(0, 1, 1),
        votes: Float64Array.of(1, 1, 1),
        blank: Float64Array.of(1, 0),
      },
      {
        attribute: 'channel',
        labels: ['internet', 'paper'],
        group: Uint32Array.of(0, 0, 1),
        label: Uint32Array.of(0, 1, 1),
        votes: Float64Array.of(1, 2, 1),
        blank: Float64Array.of(0, 1),
      },
    ]);
  });
});

/** Each language has a sentence of its own, with all its data. */
function expectSentences(english: string, spanish: string): void {
  expect(english).not.toBe(spanish);
  for (const sentence of [english, spanish]) {
    expect(sentence).toMatch(/^\S.*[.]$/su);
    expect(sentence).not.toMatch(/undefined|NaN|\[object/u);
  }
}
