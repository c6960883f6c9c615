import { type Columns, csvTable } from '../../../tables/csv.ts';
import { type AnswerLine, type AnswerView, itemOutcomes, type TallyLine, type TrusteeLine } from '../pages/views.ts';

const columns: Columns<TallyLine> = [
  ['code', ({ code }) => code],
  ['territory', ({ name }) => name],
  ['template', ({ template }) => template],
  ['stage', ({ stage }) => stage],
  ['counted', ({ counted }) => counted],
  ['shuffled', ({ isShuffled }) => isShuffled],
  ['shuffles', ({ shuffles }) => shuffles],
  ['decryptions', ({ decryptions }) => decryptions],
  ['check', ({ failure }) => failure?.check ?? null],
  ['where', ({ failure }) => failure?.place ?? null],
  ['why', ({ failure }) => failure?.message ?? null],
  ['id', ({ id }) => id],
];

/** Where the count of each contest stands, as CSV. */
export const tallyCsv = (lines: readonly TallyLine[]): string => csvTable(columns, lines);

const trustees: Columns<TrusteeLine> = [
  ['place', ({ owner }) => owner],
  ['name', ({ name }) => name],
  ['shuffles', ({ shuffles }) => shuffles],
  ['decryptions', ({ decryptions }) => decryptions],
  ['waiting', ({ waiting }) => waiting],
];

/** What each trustee has done and can do now, as CSV. */
export const tallyTrusteesCsv = (lines: readonly TrusteeLine[]): string => csvTable(trustees, lines);

const answers: Columns<AnswerLine> = [
  ['at', ({ at }) => at],
  ['trustee', ({ owner }) => owner],
  ['contests', ({ contests }) => contests],
  ['checked', ({ done }) => done],
  ['finished', ({ isDone }) => isDone],
  ...itemOutcomes.map((outcome) => [outcome, ({ counts }: AnswerLine) => counts[outcome] ?? 0] as const),
  ['id', ({ id }) => id],
];

/** What trustees brought, as CSV, the last first. */
export const answersCsv = (lines: readonly AnswerLine[]): string => csvTable(answers, lines);

const left: Columns<AnswerView['left'][number]> = [
  ['contest', ({ contest }) => contest],
  ['territory', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['outcome', ({ outcome }) => outcome],
  ['check', ({ failure }) => failure?.check ?? null],
  ['where', ({ failure }) => failure?.place ?? null],
  ['why', ({ failure }) => failure?.message ?? null],
];

/** What of an answer was not taken, and why, as CSV. */
export const leftCsv = (lines: AnswerView['left']): string => csvTable(left, lines);
