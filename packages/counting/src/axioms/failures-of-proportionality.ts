import type { DeclaredFailure } from './declared-failure.ts';

/** What fails a group of supporters (EJR+). */
export const failuresOfProportionality: readonly DeclaredFailure[] = [
  {
    axiom: 'EJR+ up to one',
    rules: [
      'greedy cost per-cost skip',
      'greedy cost per-cost stop',
      'greedy cost per-cost top-up',
      'greedy cost total skip',
      'greedy cost total stop',
      'greedy cost total top-up',
      'greedy cardinality total skip',
      'greedy cardinality total stop',
      'greedy cardinality total top-up',
      'equal-shares cost add1-greedy compared',
    ],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: {
      budget: 9n,
      costs: [3n, 8n],
      ballots: [
        [1, [1]],
        [2, [1]],
        [2, [0]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['greedy points per-cost skip', 'greedy points per-cost stop'],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: {
      budget: 19n,
      costs: [8n, 14n],
      ballots: [
        [3, [1], [1]],
        [1, [0], [2]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: [
      'greedy points per-cost top-up',
      'greedy points total skip',
      'greedy points total stop',
      'greedy points total top-up',
    ],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: {
      budget: 9n,
      costs: [3n, 8n],
      ballots: [
        [1, [1], [4]],
        [1, [0], [1]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: [
      'greedy borda total skip',
      'greedy borda total stop',
      'greedy rank-points total skip',
      'greedy rank-points total stop',
      'greedy rank-points total top-up',
    ],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: { budget: 15n, costs: [1n, 5n, 1n, 11n], ballots: [[1, [3, 1, 2]]] },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['greedy borda total top-up'],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: { budget: 7n, costs: [1n, 5n, 9n], ballots: [[1, [2, 0, 1]]] },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['greedy rank-points per-cost stop'],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: { budget: 12n, costs: [1n, 2n, 4n, 11n], ballots: [[1, [3, 1, 2]]] },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['equal-shares points add1-greedy compared'],
    because: 'The comparison may choose the greedy outcome.',
    source: 'docs/spec/counting.md, C.5.4',
    counterexample: {
      budget: 9n,
      costs: [3n, 8n],
      ballots: [
        [1, [1], [3]],
        [2, [1], [4]],
        [2, [0], [1]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['majority-judgement skip', 'majority-judgement stop'],
    because: 'The majority decides every place.',
    source: 'balinski2010',
    counterexample: {
      budget: 9n,
      costs: [3n, 8n],
      ballots: [
        [1, [1], [2]],
        [1, [0], [1]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['greedy borda per-cost skip', 'greedy borda per-cost stop'],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: {
      budget: 22n,
      costs: [11n, 14n, 5n, 9n],
      ballots: [
        [1, [0, 2]],
        [1, [2, 3, 1]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['greedy borda per-cost top-up'],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: {
      budget: 19n,
      costs: [12n, 6n, 8n, 14n],
      ballots: [
        [1, [2, 1, 0, 3]],
        [2, [0, 3]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['greedy rank-points per-cost skip'],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: {
      budget: 22n,
      costs: [9n, 14n],
      ballots: [
        [1, [1]],
        [1, [1]],
        [1, [0, 1]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['greedy rank-points per-cost top-up'],
    because: 'The largest group decides every place in turn.',
    source: 'peters2021',
    counterexample: {
      budget: 7n,
      costs: [8n, 6n, 12n],
      ballots: [
        [1, [2, 1]],
        [1, [2, 0, 1]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['equal-shares rank-points add1-greedy compared'],
    because: 'The comparison may choose the greedy outcome.',
    source: 'docs/spec/counting.md, C.5.4',
    counterexample: {
      budget: 17n,
      costs: [13n, 6n, 10n, 5n],
      ballots: [
        [1, [2]],
        [3, [3, 2, 0]],
        [3, [1]],
      ],
    },
  },
  {
    axiom: 'EJR+ up to one',
    rules: ['phragmen'],
    because: 'Phragmén represents groups jointly, not each group by one of its members.',
    source: 'brill2024phragmen',
    counterexample: {
      budget: 19n,
      costs: [5n, 9n, 6n],
      ballots: [
        [1, [1, 2]],
        [2, [1, 2]],
        [1, [0, 1]],
        [1, [0]],
      ],
    },
  },
];
