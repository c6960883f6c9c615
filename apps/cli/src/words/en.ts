import { assertNever } from '@convite/kernel';
import { englishConsultation } from './en-consultation.ts';
import { englishHelp } from './en-help.ts';
import { englishInspect } from './en-inspect.ts';
import { englishPage } from './en-page.ts';
import { englishPass } from './en-pass.ts';
import { englishRecount } from './en-recount.ts';
import { englishRefusals } from './en-refusals.ts';
import { englishBallot } from './en-ballot.ts';
import { englishBoard } from './en-board.ts';
import { englishRegistrar } from './en-registrar.ts';
import { englishTasks } from './en-task-refusals.ts';
import { englishTrustee } from './en-trustee.ts';
import { englishSimulate } from './en-simulate.ts';
import { englishArchive, englishVerify } from './en-verify.ts';
import { figuresOf } from './figures.ts';
import type { Words } from './words.ts';

const figures = figuresOf('en');
const n = figures.count;
const votes = (count: number): string => (count === 1 ? '1 vote' : `${n(count)} votes`);

const utility = {
  cost: 'by votes',
  cardinality: 'by votes for each unit of cost',
  points: 'by points for each unit of cost',
  borda: 'by rank points (last place 0) for each unit of cost',
  'rank-points': 'by rank points (last place 1) for each unit of cost',
} as const;
const totalUtility = {
  cost: 'by votes times cost',
  cardinality: 'by votes',
  points: 'by points',
  borda: 'by rank points (last place 0)',
  'rank-points': 'by rank points (last place 1)',
} as const;
const worth = {
  cost: 'its cost',
  cardinality: 'the same as any other',
  points: 'the points they gave it',
  borda: 'its rank points (last place 0)',
  'rank-points': 'its rank points (last place 1)',
} as const;
const completion = {
  none: 'What is left after that is not spent.',
  add1: 'Then all shares are raised step by step, and the count is made again, for as long as the winners fit in the budget (Add1).',
  'add1-greedy':
    'Then all shares are raised step by step, and the count is made again, for as long as the winners fit in the budget (Add1). What is left goes to the projects with most support that still fit.',
  greedy: 'What is left goes to the projects with most support that still fit.',
} as const;

/** English. */
export const english: Words = {
  language: 'en',
  figures,
  help: englishHelp,
  refusal: englishRefusals,
  page: englishPage,
  recount: englishRecount,
  archive: englishArchive,
  verify: englishVerify,
  consultation: englishConsultation,
  inspect: englishInspect,
  simulate: englishSimulate,
  tasks: englishTasks,
  registrar: englishRegistrar,
  trustee: englishTrustee,
  pass: englishPass,
  ballot: englishBallot,
  board: englishBoard,
  ruleName: {
    greedy: 'most votes first (greedy)',
    'equal-shares': 'equal shares',
    phragmen: 'sequential Phragmén',
    'majority-judgement': 'majority judgement',
  },
  rule: (rule) => {
    const support = rule.minimumSupport;
    return [
      ...ruleSentences(rule),
      ...(support.votes > 0 ? [`A project takes part with at least ${votes(support.votes)}.`] : []),
      ...(support.points > 0 ? [`A project takes part with at least ${n(support.points)} points.`] : []),
      ...(support.shareOfBallots.startsWith('0/')
        ? []
        : [`A project takes part if at least ${support.shareOfBallots} of the voters chose it.`]),
      ...(rule.exclusiveGroups.length > 0
        ? [
            `Of each of these groups one project at most: ${rule.exclusiveGroups.map((g) => g.join(' or ')).join('; ')}.`,
          ]
        : []),
      ...parts('category', rule.categoryBudgets),
      ...parts('neighbourhood', rule.neighbourhoodBudgets),
      ...(rule.maximumWinners === null ? [] : [`At most ${n(rule.maximumWinners)} projects win.`]),
      tiesSentence(rule.ties),
    ];
  },
  loss: (reason, { cost, left, missing, project }) => {
    switch (reason.type) {
      case 'unaffordable':
        return `${reason.supporters === 1 ? 'The one person who chose it had' : `The ${n(reason.supporters)} who chose it had together`} ${left} left at the end; it costs ${cost}, so ${missing} was missing.`;
      case 'does_not_fit':
        return `Others came before it, and ${left} of the budget was left; it costs ${cost}, so ${missing} was missing.`;
      case 'outbid':
        return project === undefined
          ? 'It would have fitted in what was left, but the count had ended before its turn.'
          : `It would have fitted in what was left, but the count ended before its turn, at ${project}, which did not fit.`;
      case 'below_threshold':
        return reason.measure === 'votes'
          ? `It has ${votes(reason.reached)}; a project takes part with at least ${n(reason.required)}.`
          : `It has ${n(reason.reached)} points; a project takes part with at least ${n(reason.required)}.`;
      case 'excluded_by':
        return `Only one of its group can win, and that was ${project}.`;
      case 'part_budget_spent':
        return `Of the money for ${reason.part === 'category' ? 'the category' : 'the neighbourhood'} ${reason.name}, ${left} was left; it costs ${cost}, so ${missing} was missing.`;
      case 'enough_winners':
        return `All ${n(reason.winners)} places were taken by projects that came before it.`;
      case 'no_support':
        return 'Nobody’s ballot gave it any support under this rule.';
      default:
        return assertNever(reason);
    }
  },
};

function ruleSentences(rule: Parameters<Words['rule']>[0]): readonly string[] {
  switch (rule.rule) {
    case 'greedy':
      return [
        `Projects are taken ${(rule.order === 'total' ? totalUtility : utility)[rule.utility]}, the highest first, and funded while the money lasts.`,
        rule.misfit === 'skip'
          ? 'One that does not fit is passed over, and the next is tried.'
          : rule.misfit === 'stop'
            ? 'At the first that does not fit the count ends.'
            : `At the first that does not fit the count ends; if the budget covers at least ${rule.misfit.topUp} of its cost, a reserve of ${figures.decimal(rule.misfit.reserve)} pays the rest.`,
      ];
    case 'equal-shares':
      return [
        'Everyone who voted gets an equal share of the money to back the projects they chose. A project wins when those who chose it can pay for it together; they split its cost. Once a share is used, it counts less for the next projects.',
        `To those who chose it a project is worth ${worth[rule.utility]}.`,
        completion[rule.completion],
        ...(rule.comparison === 'greedy'
          ? ['Last, this result is compared with most votes first; the one that more voters prefer stands.']
          : []),
      ];
    case 'phragmen':
      return [
        'Each project’s cost is a load on those who chose it. The next winner is the project that leaves the highest load lowest; the count ends at the first that does not fit (sequential Phragmén).',
      ];
    case 'majority-judgement':
      return [
        'Projects are ordered by their middle grade: half of the voters give it or better. The best are funded while the money lasts.',
        rule.misfit === 'skip'
          ? 'One that does not fit is passed over, and the next is tried.'
          : 'At the first that does not fit the count ends.',
      ];
    default:
      return assertNever(rule);
  }
}

function tiesSentence(ties: Parameters<Words['rule']>[0]['ties']): string {
  if (ties.length === 0) return 'A tie that changes who wins is left to lots.';
  const steps = ties.map((criterion) =>
    criterion === 'lower-cost'
      ? 'the cheaper first'
      : criterion === 'project-id'
        ? 'the lower id first, character by character'
        : `in the order drawn, ${criterion.lots.join(', ')}`,
  );
  return `Of equal claims: ${steps.join('; then ')}.`;
}

const parts = (kind: 'category' | 'neighbourhood', budgets: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(budgets).map(([name, money]) => `For the ${kind} ${name}: at most ${figures.decimal(money)}.`);
