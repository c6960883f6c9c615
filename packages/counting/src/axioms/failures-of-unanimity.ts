import type { DeclaredFailure } from './declared-failure.ts';

/** What can pass over the one project of all. */
export const failuresOfUnanimity: readonly DeclaredFailure[] = [
  {
    axiom: 'unanimous project',
    rules: ['greedy cost total skip', 'greedy cost total stop'],
    because: 'Votes times cost: a dear project of some stands before a cheaper one of all.',
    source: 'docs/spec/counting.md, C.4',
    counterexample: {
      budget: 4n,
      costs: [3n, 1n, 2n, 11n],
      ballots: [
        [1, [2]],
        [2, [0, 2]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: ['greedy cost total top-up'],
    because: 'Votes times cost: a dear project of some stands before a cheaper one of all.',
    source: 'docs/spec/counting.md, C.4',
    counterexample: {
      budget: 6n,
      costs: [8n, 8n, 4n, 3n],
      ballots: [
        [1, [2]],
        [1, [1, 2]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: [
      'greedy cardinality per-cost skip',
      'greedy cardinality per-cost stop',
      'equal-shares cardinality none',
      'equal-shares cardinality add1',
      'equal-shares cardinality greedy',
      'equal-shares cardinality add1-greedy',
      'equal-shares cardinality add1-greedy compared',
      'equal-shares cardinality add1-greedy all-ballots',
      'phragmen',
    ],
    because: 'A dear project of all can stand behind cheap ones of some, or behind those that some give more points.',
    source: 'peters2021; docs/spec/counting.md, C.4 to C.6',
    counterexample: {
      budget: 6n,
      costs: [8n, 8n, 4n, 3n],
      ballots: [
        [1, [2]],
        [3, [2, 3]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: ['greedy cardinality per-cost top-up'],
    because: 'A dear project of all can stand behind cheap ones of some, or behind those that some give more points.',
    source: 'peters2021; docs/spec/counting.md, C.4 to C.6',
    counterexample: {
      budget: 14n,
      costs: [12n, 5n, 1n, 13n],
      ballots: [
        [1, [1, 3]],
        [1, [3]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: [
      'greedy points per-cost skip',
      'greedy points per-cost stop',
      'greedy points total skip',
      'greedy points total stop',
      'equal-shares points none',
      'equal-shares points add1',
      'equal-shares points greedy',
      'equal-shares points add1-greedy',
      'equal-shares points add1-greedy compared',
      'equal-shares points add1-greedy all-ballots',
    ],
    because: 'A dear project of all can stand behind cheap ones of some, or behind those that some give more points.',
    source: 'peters2021; docs/spec/counting.md, C.4 to C.6',
    counterexample: {
      budget: 6n,
      costs: [8n, 8n, 4n, 3n],
      ballots: [
        [1, [2], [1]],
        [1, [2, 3], [1, 2]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: ['greedy points per-cost top-up'],
    because: 'A dear project of all can stand behind cheap ones of some, or behind those that some give more points.',
    source: 'peters2021; docs/spec/counting.md, C.4 to C.6',
    counterexample: {
      budget: 14n,
      costs: [12n, 5n, 1n, 13n],
      ballots: [
        [1, [1, 3], [1, 1]],
        [1, [3], [1]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: ['greedy points total top-up'],
    because: 'A dear project of all can stand behind cheap ones of some, or behind those that some give more points.',
    source: 'peters2021; docs/spec/counting.md, C.4 to C.6',
    counterexample: {
      budget: 1n,
      costs: [5n, 1n, 10n],
      ballots: [
        [1, [1, 2], [1, 4]],
        [1, [1], [1]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: [
      'greedy borda per-cost skip',
      'greedy borda per-cost stop',
      'greedy borda per-cost top-up',
      'greedy borda total skip',
      'greedy borda total stop',
      'greedy borda total top-up',
      'equal-shares borda none',
      'equal-shares borda add1',
      'equal-shares borda greedy',
      'equal-shares borda add1-greedy',
      'equal-shares borda add1-greedy compared',
      'equal-shares borda add1-greedy all-ballots',
    ],
    because: 'The last project that a ballot names has the utility 0, even if it is the only one.',
    source: 'docs/spec/counting.md, C.1',
    counterexample: { budget: 15n, costs: [7n, 13n, 10n], ballots: [[1, [2]]] },
  },
  {
    axiom: 'unanimous project',
    rules: [
      'greedy rank-points per-cost skip',
      'greedy rank-points per-cost stop',
      'greedy rank-points total skip',
      'greedy rank-points total stop',
      'equal-shares rank-points none',
      'equal-shares rank-points add1',
      'equal-shares rank-points greedy',
      'equal-shares rank-points add1-greedy',
      'equal-shares rank-points add1-greedy compared',
      'equal-shares rank-points add1-greedy all-ballots',
    ],
    because: 'A dear project of all can stand behind cheap ones of some, or behind those that some give more points.',
    source: 'peters2021; docs/spec/counting.md, C.4 to C.6',
    counterexample: {
      budget: 15n,
      costs: [7n, 13n, 10n],
      ballots: [
        [1, [2]],
        [1, [0, 2]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: ['greedy rank-points per-cost top-up', 'greedy rank-points total top-up'],
    because: 'A dear project of all can stand behind cheap ones of some, or behind those that some give more points.',
    source: 'peters2021; docs/spec/counting.md, C.4 to C.6',
    counterexample: {
      budget: 13n,
      costs: [12n, 12n],
      ballots: [
        [1, [0]],
        [1, [1, 0]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: ['equal-shares cost add1-greedy all-ballots'],
    because: 'Shares given to blank ballots are out of reach of those who voted.',
    source: 'docs/spec/counting.md, C.5',
    counterexample: {
      budget: 14n,
      costs: [12n, 5n, 1n, 13n],
      ballots: [
        [1, []],
        [1, [1, 3]],
        [1, [3]],
      ],
    },
  },
  {
    axiom: 'unanimous project',
    rules: ['majority-judgement skip', 'majority-judgement stop'],
    because: 'Support is no high grade: others may be graded higher by most.',
    source: 'balinski2010',
    counterexample: {
      budget: 6n,
      costs: [8n, 8n, 4n, 3n],
      ballots: [
        [1, [2], [1]],
        [2, [2, 1, 3], [1, 0, 2]],
      ],
    },
  },
];
