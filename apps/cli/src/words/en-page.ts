import { assertNever } from '@convite/kernel';
import { figuresOf } from './figures.ts';
import type { PageWords } from './words.ts';

const figures = figuresOf('en');
const n = figures.count;
const list = new Intl.ListFormat('en', { type: 'conjunction' });
/** The first few of many, and how many more. */
const someOf = (names: readonly string[]): readonly string[] =>
  names.length <= 4 ? names : [...names.slice(0, 3), `${n(names.length - 3)} more`];
const votes = (count: number): string => (count === 1 ? '1 vote' : `${n(count)} votes`);
const projects = (count: number): string => (count === 1 ? '1 project' : `${n(count)} projects`);

/** The page of a count, in English. */
export const englishPage: PageWords = {
  answer: (winners, cost, budget) =>
    `${winners === 1 ? 'One project is' : `${n(winners)} projects are`} funded, for ${cost} of ${budget}.`,
  answerNone: (budget) => `No project is funded. The budget of ${budget} stays whole.`,
  answerLots: (tied) =>
    tied.length === 0
      ? 'This is not decided: there are more ties than could be followed, and lots must be drawn.'
      : `This is not decided: lots must be drawn between ${list.format(tied)}.`,
  sureWinners: (winners, cost) =>
    `Whatever the lots say, ${winners === 1 ? 'one project is' : `these ${n(winners)} projects are`} funded, for ${cost}.`,
  noSureWinners: 'No project is funded whatever the lots say.',
  headings: {
    lots: 'Lots must be drawn',
    winners: 'Funded, in the order in which they won',
    sureWinners: 'Funded whatever the lots say',
    ballots: 'Ballots',
    how: 'How it was counted',
    rounds: 'Round by round',
    losses: 'Not funded, and why',
    ties: 'Ties',
    checks: 'What was checked',
    remarks: 'Odd things in the file',
    repeat: 'Check it yourself',
  },
  columns: {
    place: '#',
    id: 'Id',
    project: 'Project',
    votes: 'Votes',
    points: 'Points',
    cost: 'Cost',
    effectiveVotes: 'Eff. votes',
    supporters: 'Chose it',
    each: 'Each',
    full: 'In full',
    emptied: 'The rest',
    load: 'Load of each',
    decision: 'Decision',
    left: 'Left',
    funded: 'Funded',
    marked: 'Chose something',
    served: 'With a funded choice',
    paid: 'Money paid',
    strength: 'Support',
  },
  sum: 'Together',
  envelope: 'Budget',
  left: 'Left',
  overEnvelope: 'From the reserve',
  ballots: ({ total, blank, marks, distinct }) =>
    `${total === 1 ? '1 ballot' : `${n(total)} ballots`}, ${blank === 0 ? 'none of them blank' : `${n(blank)} of them blank`}; ${marks === 1 ? '1 choice' : `${n(marks)} choices`}; ${n(distinct)} different ${distinct === 1 ? 'ballot' : 'ballots'}.`,
  served: (served, marked) =>
    marked === 0
      ? 'Nobody chose a project.'
      : `Of ${n(marked)} who chose a project, ${n(served)} (${figures.percent(served, marked)}) have at least one of theirs funded; ${n(marked - served)} have none.`,
  endowment: ({ divisor, increments, stopped }, start, reached) => [
    `Each of ${votes(divisor)} began with ${start}.`,
    ...(increments === 0
      ? []
      : [`Add1 raised that ${increments === 1 ? 'once' : `${n(increments)} times`}, to ${reached}.`]),
    ...(stopped === 'exhaustive'
      ? ['It stopped because nothing more would fit in the budget.']
      : stopped === 'next_over_budget'
        ? ['It stopped because with one step more the winners would cost more than the budget.']
        : []),
  ],
  comparison: (c) =>
    `Compared with most votes first: ${votes(c.prefer_equal_shares)} for equal shares, ${votes(c.prefer_greedy)} for most votes first, ${n(c.equal)} see no difference. ${c.stands === 'greedy' ? 'Most votes first stands.' : 'Equal shares stands.'}`,
  decision: { funded: 'funded', funded_from_reserve: 'funded with the reserve', refused: 'not funded' },
  completion: 'With what was left',
  oneBranch:
    'Up to the first open tie this is how it went; from there on it shows one possible course, as if the lots fell in the order of the ids.',
  purchases:
    'In each round the project with the lowest price for what it is worth wins; if projects are worth their cost, that is the one with most effective votes. Effective votes: those who chose it, counting a share that no longer covers the full price in part. In full: how many pay that price (Each). The rest: how many give all they have left.',
  rounding: 'Figures with decimals are cut off here; --json has every figure exactly.',
  costs: (cost, count) => `${votes(count)}, costs ${cost}`,
  noLosses: 'Every project is funded.',
  tie: ({ tied, settled_by, round }, names, chosen) => {
    const equal = `${list.format(names)} had exactly equal claims${round === null ? ' on the way there' : ` in round ${n(round + 1)}`}`;
    switch (settled_by) {
      case 'same_winners':
        return `${equal}. It makes no difference: the same projects win whichever comes first.`;
      case 'lower_cost':
        return `${equal}. ${chosen} came first because it costs less, as the rule says.`;
      case 'project_id':
        return `${equal}. ${chosen} came first because of its id, as the rule says.`;
      case 'lots':
        return `${equal}. The lots put ${chosen} first.`;
      case 'open':
        return `${equal}, and ${tied.length === 2 ? 'which of the two' : 'which of them'} comes first changes who wins. It is not settled.`;
      default:
        return assertNever(settled_by);
    }
  },
  lotsWhy: ({ round }, names) =>
    `${list.format(names)} have exactly equal claims${round === null ? '' : ` in round ${n(round + 1)}`}, and the rule does not say which goes first. Who wins depends on it, so neither this program nor any person may choose: chance must, in public.`,
  lotsOutcomes: (outcomes, allFollowed) =>
    allFollowed
      ? `Besides those that win anyway, the lots can give ${n(outcomes)} results:`
      : `There are too many ties to follow them all; ${n(outcomes)} of the results that the lots can give, besides those that win anyway:`,
  lotsOutcome: (number, names) => `${n(number)}. ${names.length === 0 ? 'nothing more' : list.format(names)}`,
  lotsAfter: (example) =>
    `Draw the projects one after the other, write down the order, and count again with it. If ${list.format(example.slice(0, 4))}${example.length > 4 ? ' and so on' : ''} came out in this order, that is:`,
  checks: {
    yes: 'yes',
    no: 'NO',
    unknown: '–',
    withinBudget: (holds) =>
      holds ? 'The winners cost no more than there is.' : 'The winners cost more than there is.',
    exhaustive: (fits) =>
      fits.length === 0
        ? 'Nothing that was left out would still fit in the money left.'
        : `${projects(fits.length)} left out would still fit in the money left: ${list.format(someOf(fits))}. The rule does not fund ${fits.length === 1 ? 'it' : 'them'}.`,
    priceSystem: (holds, covers, outside) =>
      `${holds ? `${covers === 1 ? 'One project was' : `${n(covers)} projects were`} paid in full by those who chose ${covers === 1 ? 'it' : 'them'}, nobody paid more than an equal share, and no other project could be paid by those who chose it.` : 'The payments of the rounds do not hold as a system of prices.'}${outside.length === 0 ? '' : ` Funded with what was left, without such payments: ${list.format(someOf(outside))}.`}`,
    ejr: (holds, violations) =>
      holds === null
        ? 'Whether every large enough group got its share (EJR+ up to one project) cannot be decided here: people value the same project differently.'
        : holds
          ? 'Every group large enough to claim a project got its share, up to one project (EJR+).'
          : `Groups large enough to claim a project got less than their share (EJR+ up to one project): ${list.format(someOf(violations.map(({ project, group }) => `${n(group)} who chose ${project}`)))}.`,
    distribution: (choices) =>
      `Funded choices of each: ${choices.map((voters, k) => `${n(k)}: ${n(voters)}`).join(' · ')}`,
    projectsBy: { category: 'Projects by category', neighbourhood: 'Projects by neighbourhood' },
    votersBy: { neighbourhood: 'Voters by neighbourhood', channel: 'Voters by channel' },
  },
  moreRemarks: (count) => `and ${n(count)} more; --json has them all.`,
  repeat: {
    file: 'File',
    ruleSet: 'Rule set',
    bytes: 'bytes',
    again: 'The same count again, on any machine:',
    stdin: 'The file came through standard input; give the same file.',
    everything: 'The same with every figure exact, for a program:',
  },
  seconds: (seconds, exact) =>
    `Counted in ${seconds} s of processor time${exact === 0 ? '' : `; ${exact === 1 ? 'one comparison was' : `${n(exact)} comparisons were`} so close that exact fractions decided`}.`,
};
