import type { DeclaredFailure } from './declared-failure.ts';

/** What can make a winner lose that became cheaper or better supported. */
export const failuresOfMonotonicity: readonly DeclaredFailure[] = [
  {
    axiom: 'cheaper winner',
    rules: ['greedy cost total skip', 'greedy cost total stop'],
    because: 'Votes times cost: a lower cost is a lower claim.',
    source: 'talmon2019; docs/spec/counting.md, C.4',
    counterexample: {
      budget: 9n,
      costs: [2n, 9n],
      ballots: [
        [1, [1]],
        [2, [0]],
        [2, [0]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['greedy cost total top-up'],
    because: 'Votes times cost: a lower cost is a lower claim.',
    source: 'talmon2019; docs/spec/counting.md, C.4',
    counterexample: {
      budget: 1n,
      costs: [2n, 4n],
      ballots: [
        [2, [1]],
        [3, [0]],
        [2, [0]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares cost add1'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 19n,
      costs: [10n, 4n, 4n, 5n],
      ballots: [
        [2, [0, 1, 3]],
        [1, [0, 1, 2, 3]],
        [1, [0, 2]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares cost add1-greedy', 'equal-shares cost add1-greedy all-ballots'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 17n,
      costs: [1n, 4n, 9n, 7n],
      ballots: [
        [3, [2]],
        [1, [1, 2, 3]],
        [2, [3]],
        [2, [1, 2]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares cost add1-greedy compared'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 14n,
      costs: [3n, 10n, 6n, 5n],
      ballots: [
        [2, [2]],
        [1, [0, 1, 2, 3]],
        [2, [1]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares borda add1-greedy compared'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 14n,
      costs: [3n, 10n, 6n, 5n],
      ballots: [
        [1, [1, 3, 2]],
        [1, [1]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares rank-points add1'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 12n,
      costs: [1n, 3n, 10n, 5n],
      ballots: [
        [3, [3, 2, 1]],
        [3, [0, 2]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares rank-points add1-greedy compared'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 13n,
      costs: [12n, 12n],
      ballots: [
        [1, [0]],
        [2, [1, 0]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: ['equal-shares cost add1-greedy all-ballots'],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 18n,
      costs: [12n, 10n, 6n, 2n],
      ballots: [
        [1, []],
        [1, [0, 2, 3]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: ['equal-shares rank-points add1'],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 13n,
      costs: [2n, 6n, 11n, 8n],
      ballots: [
        [3, [2, 1, 0]],
        [3, [2]],
        [1, [0]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares cardinality add1'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 7n,
      costs: [7n, 12n, 12n],
      ballots: [
        [3, [2]],
        [1, [0]],
        [2, [0, 2]],
        [3, [0, 2]],
        [2, [2]],
        [1, [0, 2]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares points add1'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 7n,
      costs: [4n, 13n, 7n, 2n],
      ballots: [
        [1, [1, 3, 0], [1, 2, 2]],
        [3, [0, 3], [2, 3]],
        [2, [0, 1], [1, 1]],
        [3, [0, 1], [1, 1]],
        [1, [1], [1]],
        [3, [1], [1]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares points add1-greedy compared'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 19n,
      costs: [12n, 12n],
      ballots: [
        [1, [1], [1]],
        [3, [1], [1]],
        [3, [0], [1]],
        [2, [0, 1], [3, 1]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares points add1-greedy all-ballots'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 11n,
      costs: [6n, 8n, 11n],
      ballots: [
        [1, [], []],
        [1, [2, 1, 0], [4, 1, 1]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares borda add1'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 7n,
      costs: [8n, 12n, 10n, 6n],
      ballots: [
        [3, [3, 0, 1]],
        [3, [0, 2]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares borda add1-greedy', 'equal-shares borda add1-greedy all-ballots'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 17n,
      costs: [10n, 8n, 13n],
      ballots: [
        [1, [0, 1]],
        [2, [2, 1, 0]],
      ],
    },
  },
  {
    axiom: 'cheaper winner',
    rules: ['equal-shares rank-points add1-greedy all-ballots'],
    because: 'A lower cost changes at which endowment Add1 stops, and outcomes are not monotone in the endowment.',
    source: 'talmon2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 21n,
      costs: [14n, 13n, 14n, 9n],
      ballots: [
        [1, [3]],
        [1, [0, 3]],
        [1, []],
        [1, [0, 1]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: ['equal-shares cost add1'],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 9n,
      costs: [8n, 13n, 5n],
      ballots: [
        [2, [0]],
        [2, [1]],
        [3, [0, 2]],
        [1, [2]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: ['equal-shares cost add1-greedy'],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 23n,
      costs: [8n, 4n, 14n, 6n],
      ballots: [
        [1, [0, 2]],
        [1, [1]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: ['equal-shares cardinality add1'],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 3n,
      costs: [7n, 3n, 12n],
      ballots: [
        [1, [2]],
        [2, [0, 1]],
        [2, [0]],
        [3, [0, 1]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: [
      'equal-shares points add1',
      'equal-shares points add1-greedy',
      'equal-shares points add1-greedy all-ballots',
    ],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 16n,
      costs: [7n, 5n, 13n],
      ballots: [
        [2, [1, 2, 0], [3, 3, 1]],
        [1, [0], [1]],
        [3, [2], [4]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: ['equal-shares borda add1'],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 2n,
      costs: [2n, 1n, 11n],
      ballots: [
        [1, [0]],
        [2, [0, 1, 2]],
        [2, [0]],
        [1, [0, 2]],
        [1, [1]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: ['equal-shares borda add1-greedy', 'equal-shares borda add1-greedy all-ballots'],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 13n,
      costs: [5n, 12n, 10n, 6n],
      ballots: [
        [3, [1, 0, 3]],
        [2, [1, 0]],
      ],
    },
  },
  {
    axiom: 'stronger winner',
    rules: ['equal-shares rank-points add1-greedy all-ballots'],
    because: 'More support changes what Add1 buys on its way and at which endowment it stops.',
    source: 'sanchez2019; docs/spec/counting.md, C.5.2',
    counterexample: {
      budget: 11n,
      costs: [5n, 13n, 4n, 8n],
      ballots: [
        [1, [3]],
        [2, [3, 2]],
        [1, []],
      ],
    },
  },
];
