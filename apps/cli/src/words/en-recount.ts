import { figuresOf } from './figures.ts';
import type { RecountWords } from './words.ts';

const { count: n } = figuresOf('en');
const files = (count: number): string => (count === 1 ? '1 file' : `${n(count)} files`);

/** The recount of many files, in English. */
export const englishRecount: RecountWords = {
  nothingFound: (path) => `There is no .pb file in ${path}.`,
  started: (count, workers) => `Recounting ${files(count)} on ${workers === 1 ? 'one core' : `${n(workers)} cores`}.`,
  verdict: {
    reproduced: 'reproduced',
    known: 'differs, reason known',
    unknown: 'DIFFERS, reason unknown',
    lots_required: 'lots required, and the official result is none they could give',
    no_rule: 'declares no rule that can be counted by',
    no_official: 'has no official result to compare with',
    unusable: 'cannot be used',
    failed: 'the program failed on it; please report this',
  },
  summary: (compared, reproduced) =>
    compared === 0
      ? 'No file could be compared with an official result.'
      : `${n(reproduced)} of ${files(compared)} with a rule and an official result ${reproduced === 1 ? 'is' : 'are'} reproduced.`,
  headings: {
    byRule: 'By declared rule',
    differences: 'Differences',
    notCompared: 'Not compared',
    unusable: 'Cannot be used',
  },
  columns: {
    rule: 'Declared rule',
    files: 'Files',
    reproduced: 'Reproduced',
    known: 'Known',
    unknown: 'Unknown',
    notCompared: 'Not compared',
    unusable: 'Unusable',
  },
  all: 'All',
  noRule: '(none)',
  byLots: (count) =>
    `In ${files(count)} the rule leaves a tie to lots, and the official result is one of those that lots may give.`,
  official: (ours, theirs) => [
    ...(ours.length === 0 ? [] : [`Only in the count: ${ours.join(', ')}`]),
    ...(theirs.length === 0 ? [] : [`Only official: ${theirs.join(', ')}`]),
  ],
  firstDifference: (round, project, ours) =>
    `First difference: ${round === null ? 'after the last round' : `round ${n(round)}`}, ${project}, ${ours ? 'funded by the count and not officially' : 'funded officially and not by the count'}`,
  knownBecause: (reason) => `Why: ${reason}`,
  duration: (seconds, workers) => `${seconds} s on ${workers === 1 ? 'one core' : `${n(workers)} cores`}.`,
};
