import type { RulesMessages } from '../es/rules.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** Rules, reasons and checks in plain words. */
export const rules = (f: Format): RulesMessages => ({
  names: {
    greedy: 'Most votes',
    greedyPerCost: 'Most votes for the money',
    greedyPoints: 'Most points',
    'equal-shares': 'Equal shares',
    phragmen: 'Even load',
    'majority-judgement': 'Best grade',
  },
  explained: {
    greedy: [
      'The projects stand in line, from most votes to fewest.',
      'They are looked at one by one, in that order.',
      'Each project goes in if the money that is left can pay for it.',
    ],
    'equal-shares': [
      'Everyone who voted gets an equal share of the money, for the projects they chose.',
      'A project wins when the people who chose it can pay for it together.',
      'They split its cost evenly.',
      'What was spent does not count again. So each group decides about its share.',
    ],
    phragmen: [
      'Each project weighs what it costs.',
      'The people who chose it carry that weight together.',
      'In each round the project goes in that keeps the heaviest load lightest.',
      'The count ends with the first project that can no longer be paid.',
    ],
    'majority-judgement': [
      'Each person gave each project a grade.',
      'The middle grade counts: half gave that grade or a better one.',
      'The projects are looked at from the best middle grade to the worst.',
      'Each project goes in if the money that is left can pay for it.',
    ],
  },
  orderBy: {
    cost: 'What counts is how many people chose each project.',
    cardinality: 'The votes of each project are divided by its cost: those that give most for the money go first.',
    points: 'What counts is the points that each project received.',
    borda: 'Each project gets one point for each project that stands below it on a ballot.',
    'rank-points': 'Each project gets more points the higher it stands on a ballot.',
  },
  orderTotal: {
    cost: 'The votes of each project are multiplied by its cost: those that move most money come first.',
    cardinality: 'Only votes count, also those of projects that cost nothing.',
  },
  misfit: {
    skip: 'If a project does not fit, it is passed over and the next one is looked at.',
    stop: 'At the first project that does not fit, the count ends.',
    topUp: 'The first project that does not fit can be made up from a reserve.',
  },
  sharesStart: (share) => `At the start each person had ${share}.`,
  sharesRaised: (from, to, times) =>
    `Money was left. Each person’s share rose from ${from} to ${to}, in ${f.count(times)} ${plural(times, {
      one: 'step',
      other: 'steps',
    })}.`,
  completed: (n) =>
    plural(n, {
      one: 'What was left paid for one more project: the one with most votes that fitted.',
      other: `What was left paid for ${f.count(n)} more projects: those with most votes that fitted.`,
    }),
  compared: (shares, greedy, equal) =>
    `Then two results were compared: ${f.count(shares)} people prefer equal shares, ${f.count(greedy)} most votes, and for ${f.count(equal)} it is the same.`,
  stands: { 'equal-shares': 'The one of equal shares stands.', greedy: 'The one of most votes stands.' },
  minimumVotes: (votes) => `At least ${f.count(votes)} votes were needed.`,
  minimumShare: (percent) => `Votes from ${percent} of the ballots were needed.`,
  minimumPoints: (points) => `At least ${f.count(points)} points were needed.`,
  onlyOneOf: (names) => `Only one of these could go in: ${names}.`,
  partLimits: 'Some themes or neighbourhoods had a limit of money.',
  maximumWinners: (n) => (n === 1 ? 'Only one project could win.' : `No more than ${f.count(n)} projects could win.`),

  status: { funded: 'Funded', notFunded: 'Not this time', open: 'Depends on lots' },
  short: {
    unaffordable: 'Not this time',
    does_not_fit: 'Did not fit',
    outbid: 'Others came first',
    below_threshold: (required) => `Below the minimum of ${f.count(required)}`,
    excluded_by: (winner) => `Won in its place: ${winner}`,
    part_budget_spent: (name) => `Limit of ${name} spent`,
    enough_winners: (n) => `${f.count(n)} had won already`,
    no_support: 'No votes',
  },
  reasons: {
    unaffordable: (left, cost) =>
      `When the count ended, the people who chose it had ${left} left together. ${cost} was needed.`,
    does_not_fit: (left, cost) => `When its turn came, ${left} was left. ${cost} was needed.`,
    outbid: (winner) =>
      winner === null
        ? 'Other projects came first and the count ended.'
        : `${winner} came first, and with that the count ended.`,
    below_threshold: (measure, reached, required) =>
      `It had ${f.count(reached)} ${measure}. The rule asks for at least ${f.count(required)}.`,
    excluded_by: (winner) => `${winner} won. The rule lets only one of the two in.`,
    part_budget_spent: (name, left, cost) =>
      `The money for ${name} had a limit. ${left} was left and ${cost} was needed.`,
    enough_winners: (n) => `The rule allows ${f.count(n)} winners, and they were there already.`,
    no_support: 'No ballot chose it.',
  },
});
