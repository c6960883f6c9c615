import type { ProjectMessages } from '../es/project.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

/** Says how far it holds: for certain, or among all that was tried. */
const searched = (said: string, proven: boolean): string => `${said}${proven ? '' : ', as far as we searched'}.`;

/** The page of one project. */
export const project = (f: Format): ProjectMessages => ({
  crumb: (id) => `Project ${id}`,
  above: (id, count, place, theme) =>
    [`Project ${id}, one of ${f.count(count)}`, place, theme].filter((part) => part !== null).join('. '),
  lost: (name) => `${name}: not funded this time`,
  won: (name) => `${name}: funded`,
  open: (name) => `${name}: depends on lots`,
  chosenBy: (votes, place, cost) =>
    votes === 0
      ? `Nobody chose it. It costs ${cost}.`
      : `${plural(votes, { one: 'One person', other: `${f.count(votes)} people` })} chose it (place ${f.count(place)} by votes). It costs ${cost}.`,

  whyNot: 'Why not?',
  whyYes: 'Why did it win?',
  whyOpen: 'Why must lots be drawn?',
  whyOpenText: 'It is tied with others and they do not all fit. Lots drawn in public decide.',
  ruleShares: 'The rule is equal shares. A project wins when the people who chose it can pay for it together.',
  ruleGreedy: 'The rule looks at the projects in order. Each goes in if the money that is left is enough.',
  rulePhragmen: 'The rule spreads the load of each project over the people who chose it.',
  ruleJudgement: 'The rule orders the projects by their middle grade.',

  othersTitle: 'Its supporters wanted other projects too',
  others: (withOther, votes) =>
    `Of those ${f.count(votes)} people, ${f.count(withOther)} have at least one other funded project.`,
  othersSpent: 'Their shares went there first.',
  gotOther: (n) => plural(n, { one: 'one has another project', other: `${f.count(n)} have another project` }),
  gotNone: (n) => plural(n, { one: 'one has none', other: `${f.count(n)} have none` }),
  gotNothingElse: (n) => plural(n, { one: 'one has only this', other: `${f.count(n)} have only this` }),
  dotsScale: (n) => `Each dot is ${f.count(n)} people.`,
  whereVotes: 'Where their votes counted',
  alsoChosen: 'Funded project they also chose',
  people: 'People',

  leftTitle: 'What was left was not enough',
  reasonTitle: 'What the rule says',
  leftOf: (left) => `${left} left`,
  needed: (cost) => `${cost} needed`,
  leftAria: (left, cost) => `${left} of ${cost}.`,

  change: 'What would have changed it?',
  changeRail: 'Each on its own. Found by counting again, not by guessing.',
  costBest: (by) => `or less: a cost lower by ${by}.`,
  costEnough: (by) => `would have been enough: a cost lower by ${by}.`,
  ballotsValue: (n) => plural(n, { one: 'One person', other: `${f.count(n)} people` }),
  ballotsBest: 'more, who choose only this project.',
  ballotsEnough: 'more, choosing only this project, would have been enough.',
  costNone: (proven) => searched('No lower cost would have changed it', proven),
  ballotsNone: (proven) => searched('More votes would not have changed it', proven),
  switchNote: 'All was counted again: with this change it wins, with one unit less of change it does not.',
  switchNoteWon:
    'All was counted again: with this change it no longer wins, with one unit less of change it still does.',
  counting: 'This is still being counted.',
  countingSome: (done, of) =>
    `Everything is counted again, many times: ${f.count(done)} of ${f.count(of)} projects so far.`,
  gaveUp: 'With so many projects and votes it took too long to find out, and was left. The result is the same.',
  reload: 'See if it is ready',
  notAvailable: 'This cannot be found out from these data.',

  otherRule: (rule) => `And with “${rule}”?`,
  otherWins: 'It would have been funded.',
  otherWinsToo: 'It would have been funded too.',
  otherLoses: 'It would not have been funded either.',
  otherLosesIt: 'It would not have been funded.',
  dropped: 'These, however, would not:',
  droppedCaption: 'Would have lost its money',
  unservedThen: (then, marked, now) =>
    `Then ${f.count(then)} of ${f.count(marked)} people would have none of their projects. Under this rule it is ${f.count(now)}.`,

  margin: 'By how much did it win?',
  marginCost: (by) => `or more: a cost higher by ${by}, and it would not have won.`,
  marginCostEnough: (by) => `would have been enough for it not to win: a cost higher by ${by}.`,
  marginCostNone: (proven) => searched('No higher cost would have left it out', proven),
  marginBallots: 'fewer who choose only this project, and it would not have won.',
  marginBallotsEnough: 'fewer, choosing only this project, would have been enough for it not to win.',
  marginBallotsNone: (proven) =>
    searched('It would have won without the people who chose only this project too', proven),
  boughtRound: (round) => `It won in round ${f.count(round)}`,
  boughtText: (supporters, effective) =>
    `Of its ${f.count(supporters)} votes, ${effective} still counted. That was the highest number.`,
  consideredRound: (place) => `It was number ${f.count(place)} in the line`,
  consideredText: (left) => `The money was enough. Afterwards ${left} was left.`,
  completionText: (left) => `It went in at the end, with what was over. Afterwards ${left} was left.`,
  loadText: (load) => `Each person who chose it now carries ${load}.`,

  now: 'What now?',
  nowSmaller: (cost) => `A first stage of ${cost} would have won. It can be proposed next time.`,
  nowWithout: 'See the result without this project',
  nowWithoutText: 'It is counted again, as if it had been withdrawn.',
  nowRounds: 'See the count, round by round',
  nowRoundsText: 'Each number on this page comes from there.',
  nowResult: 'See the whole result',
  nowResultText: 'With the file to repeat the count.',
});
