import type { DeclaredFailure } from './declared-failure.ts';

/** What changes when every ballot is copied. */
export const failuresOfCopies: readonly DeclaredFailure[] = [
  {
    axiom: 'copies',
    rules: ['equal-shares cost add1', 'equal-shares cost add1-greedy', 'equal-shares cost add1-greedy all-ballots'],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 19n,
      costs: [10n, 4n, 4n, 5n],
      ballots: [
        [2, [1]],
        [1, [0, 2, 3]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: ['equal-shares cardinality add1'],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 5n,
      costs: [11n, 3n, 1n],
      ballots: [
        [1, [0]],
        [2, [0]],
        [1, [1]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: ['equal-shares points add1'],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 5n,
      costs: [11n, 3n, 1n],
      ballots: [
        [1, [0], [1]],
        [2, [0], [1]],
        [1, [1], [1]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: ['equal-shares points add1-greedy', 'equal-shares points add1-greedy all-ballots'],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 16n,
      costs: [10n, 1n, 14n],
      ballots: [
        [1, [2, 0], [3, 3]],
        [1, [0], [3]],
        [2, [2, 1], [3, 1]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: ['equal-shares points add1-greedy compared'],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 16n,
      costs: [10n, 1n, 14n],
      ballots: [
        [1, [2, 0], [3, 3]],
        [1, [0], [4]],
        [2, [2], [3]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: [
      'equal-shares borda add1',
      'equal-shares borda add1-greedy',
      'equal-shares borda add1-greedy all-ballots',
      'equal-shares rank-points add1',
    ],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 19n,
      costs: [10n, 4n, 4n, 5n],
      ballots: [
        [1, [1, 0]],
        [2, [0, 2, 1]],
        [1, [3, 2]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: ['equal-shares borda add1-greedy compared'],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 19n,
      costs: [10n, 4n, 4n, 5n],
      ballots: [
        [3, [1, 2, 0]],
        [1, [0]],
        [2, [0]],
        [2, [0, 2, 3, 1]],
        [3, [0, 2, 3, 1]],
        [1, [3, 2]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: [
      'equal-shares rank-points add1-greedy',
      'equal-shares rank-points add1-greedy compared',
      'equal-shares rank-points add1-greedy all-ballots',
    ],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 6n,
      costs: [1n, 5n, 5n, 6n],
      ballots: [
        [1, [3]],
        [1, [1]],
        [2, [2, 0, 1]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: ['equal-shares cost add1-greedy compared'],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 17n,
      costs: [6n, 6n, 11n, 14n],
      ballots: [
        [1, [0, 2, 3]],
        [3, [0, 3]],
        [2, [2]],
      ],
    },
  },
  {
    axiom: 'copies',
    rules: [
      'equal-shares cardinality add1-greedy',
      'equal-shares cardinality add1-greedy compared',
      'equal-shares cardinality add1-greedy all-ballots',
    ],
    because:
      'Add1 raises the endowment by a fixed sum of money for each vote: with k times the votes each step is k times the money.',
    source: 'docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 23n,
      costs: [2n, 13n, 14n, 1n],
      ballots: [
        [2, [0, 1, 3]],
        [2, [2]],
      ],
    },
  },
];
