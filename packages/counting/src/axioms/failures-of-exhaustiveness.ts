import type { DeclaredFailure } from './declared-failure.ts';

/** What leaves money that would fund a project. */
export const failuresOfExhaustiveness: readonly DeclaredFailure[] = [
  {
    axiom: 'exhaustive',
    rules: [
      'greedy cost per-cost stop',
      'greedy cost per-cost top-up',
      'greedy cost total stop',
      'greedy cost total top-up',
      'greedy cardinality per-cost stop',
      'greedy cardinality per-cost top-up',
      'greedy cardinality total stop',
      'greedy cardinality total top-up',
      'equal-shares cost none',
      'equal-shares cost add1',
      'equal-shares cardinality none',
      'equal-shares cardinality add1',
    ],
    because:
      'A walk that ends at its first misfit leaves money; equal shares leaves what no group of supporters can pay together.',
    source: 'peters2021; docs/spec/counting.md, C.4',
    counterexample: { budget: 10n, costs: [10n, 14n], ballots: [[1, [1]]] },
  },
  {
    axiom: 'exhaustive',
    rules: [
      'greedy points per-cost stop',
      'greedy points total stop',
      'equal-shares points none',
      'equal-shares points add1',
    ],
    because:
      'A walk that ends at its first misfit leaves money; equal shares leaves what no group of supporters can pay together.',
    source: 'peters2021; docs/spec/counting.md, C.4',
    counterexample: { budget: 1n, costs: [1n, 2n], ballots: [[1, [1], [1]]] },
  },
  {
    axiom: 'exhaustive',
    rules: ['greedy points per-cost top-up', 'greedy points total top-up'],
    because: 'A walk that ends at its first misfit leaves money.',
    source: 'docs/spec/counting.md, C.4 and C.7',
    counterexample: { budget: 2n, costs: [2n, 5n], ballots: [[1, [1], [1]]] },
  },
  {
    axiom: 'exhaustive',
    rules: [
      'greedy borda per-cost stop',
      'greedy borda total stop',
      'greedy rank-points total stop',
      'equal-shares borda none',
      'equal-shares borda add1',
    ],
    because:
      'A walk that ends at its first misfit leaves money; equal shares leaves what no group of supporters can pay together.',
    source: 'peters2021; docs/spec/counting.md, C.4',
    counterexample: { budget: 1n, costs: [1n, 2n, 2n], ballots: [[1, [2, 0]]] },
  },
  {
    axiom: 'exhaustive',
    rules: [
      'greedy borda per-cost top-up',
      'greedy borda total top-up',
      'greedy rank-points per-cost stop',
      'greedy rank-points per-cost top-up',
      'greedy rank-points total top-up',
      'equal-shares rank-points none',
      'equal-shares rank-points add1',
    ],
    because:
      'A walk that ends at its first misfit leaves money; equal shares leaves what no group of supporters can pay together.',
    source: 'peters2021; docs/spec/counting.md, C.4',
    counterexample: { budget: 5n, costs: [11n, 3n, 1n], ballots: [[1, [0, 1]]] },
  },
  {
    axiom: 'exhaustive',
    rules: ['phragmen'],
    because: 'Phragmén stops before the first project that does not fit.',
    source: 'docs/spec/counting.md, C.6',
    counterexample: { budget: 21n, costs: [8n, 2n, 9n, 11n], ballots: [[1, [0, 2]]] },
  },
  {
    axiom: 'exhaustive',
    rules: ['majority-judgement stop'],
    because: 'A walk that ends at its first misfit leaves money.',
    source: 'docs/spec/counting.md, C.4 and C.7',
    counterexample: { budget: 10n, costs: [10n, 14n], ballots: [[1, [0, 1], [0, 1]]] },
  },
];
