import type { CountRefusal, CountReport, ReportedLossReason } from '@convite/counting';
import type { RecountedFile } from '../recount/recount-report.ts';
import type { CommandName } from '../arguments/choices.ts';
import type { UsageError } from '../arguments/usage-error.ts';
import type { InputFault } from '../count/read-input.ts';
import type { RuleSetFault } from '../count/choose-rule-set.ts';
import type { Language } from '../arguments/choices.ts';
import type { Figures } from './figures.ts';
import type { ConsultationWords } from './consultation-words.ts';
import type { InspectWords } from './inspect-words.ts';
import type { PassWords } from './pass-words.ts';
import type { BallotWords, BoardWords, RegistrarWords, TasksWords, TrusteeWords } from './task-words.ts';
import type { SimulateWords } from './simulate-words.ts';
import type { ArchiveWords, VerifyWords } from './verify-words.ts';

/**
 * Every sentence that the command can say, in one language.
 *
 * Texts come printable and amounts already written; a `number` is a count, which the sentence writes and inflects.
 * The languages are `english` and `spanish`; a sentence missing from one of them does not compile.
 */
export interface Words {
  readonly language: Language;
  readonly figures: Figures;
  readonly help: Readonly<Record<'general' | CommandName, string>>;
  readonly refusal: RefusalWords;
  readonly rule: (rule: CountReport['rule']) => readonly string[];
  readonly ruleName: Readonly<Record<CountReport['rule']['rule'], string>>;
  readonly page: PageWords;
  readonly loss: (reason: ReportedLossReason, amounts: LossAmounts) => string;
  readonly recount: RecountWords;
  readonly archive: ArchiveWords;
  readonly verify: VerifyWords;
  readonly consultation: ConsultationWords;
  readonly inspect: InspectWords;
  readonly simulate: SimulateWords;
  readonly tasks: TasksWords;
  readonly registrar: RegistrarWords;
  readonly trustee: TrusteeWords;
  readonly pass: PassWords;
  readonly ballot: BallotWords;
  readonly board: BoardWords;
}

export interface RefusalWords {
  /** `command` is the one whose arguments are refused, where one was named. */
  readonly usage: (error: UsageError, command: CommandName | undefined) => string;
  /** Where to read more: `helpCommand` is the whole command line. */
  readonly seeHelp: (helpCommand: string) => string;
  readonly input: (fault: InputFault, path: string) => string;
  readonly unusable: (path: string, problems: number) => string;
  readonly line: (line: number) => string;
  readonly ruleSet: (fault: RuleSetFault, path: string) => string;
  readonly chooseRule: string;
  readonly count: (refusal: CountRefusal) => string;
  readonly waitingForInput: string;
}

/** The amounts that a reason may name, written; `project` says who the other project of the reason is. */
export interface LossAmounts {
  readonly cost: string;
  readonly left: string | undefined;
  readonly missing: string | undefined;
  readonly project: string | undefined;
}

type Tie = CountReport['ties'][number];

export interface PageWords {
  readonly answer: (winners: number, cost: string, budget: string) => string;
  readonly answerNone: (budget: string) => string;
  readonly answerLots: (projects: readonly string[]) => string;
  readonly sureWinners: (winners: number, cost: string) => string;
  readonly noSureWinners: string;
  readonly headings: Readonly<
    Record<
      | 'lots'
      | 'winners'
      | 'sureWinners'
      | 'ballots'
      | 'how'
      | 'rounds'
      | 'losses'
      | 'ties'
      | 'checks'
      | 'remarks'
      | 'repeat',
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | 'place'
      | 'id'
      | 'project'
      | 'votes'
      | 'points'
      | 'cost'
      | 'effectiveVotes'
      | 'supporters'
      | 'each'
      | 'full'
      | 'emptied'
      | 'load'
      | 'decision'
      | 'left'
      | 'funded'
      | 'marked'
      | 'served'
      | 'paid'
      | 'strength',
      string
    >
  >;
  readonly sum: string;
  readonly envelope: string;
  readonly left: string;
  readonly overEnvelope: string;
  readonly ballots: (ballots: CountReport['ballots']) => string;
  readonly served: (served: number, marked: number) => string;
  readonly endowment: (
    endowment: NonNullable<CountReport['endowment']>,
    start: string,
    reached: string,
  ) => readonly string[];
  readonly comparison: (comparison: NonNullable<CountReport['comparison']>) => string;
  readonly decision: Readonly<Record<'funded' | 'funded_from_reserve' | 'refused', string>>;
  readonly completion: string;
  /** What the columns of equal shares mean. */
  readonly purchases: string;
  readonly rounding: string;
  /** Above the rounds and reasons of a count that lots must finish. */
  readonly oneBranch: string;
  readonly costs: (cost: string, votes: number) => string;
  readonly noLosses: string;
  readonly tie: (tie: Tie, projects: readonly string[], chosen: string) => string;
  readonly lotsWhy: (tie: Tie, projects: readonly string[]) => string;
  readonly lotsOutcomes: (outcomes: number, allFollowed: boolean) => string;
  readonly lotsOutcome: (number: number, projects: readonly string[]) => string;
  readonly lotsAfter: (example: readonly string[]) => string;
  readonly checks: {
    readonly yes: string;
    readonly no: string;
    readonly unknown: string;
    readonly withinBudget: (holds: boolean) => string;
    readonly exhaustive: (fits: readonly string[]) => string;
    readonly priceSystem: (holds: boolean, covers: number, outside: readonly string[]) => string;
    readonly ejr: (holds: boolean | null, violations: readonly { project: string; group: number }[]) => string;
    readonly distribution: (choices: readonly number[]) => string;
    readonly projectsBy: Readonly<Record<'category' | 'neighbourhood', string>>;
    readonly votersBy: Readonly<Record<'neighbourhood' | 'channel', string>>;
  };
  readonly moreRemarks: (count: number) => string;
  readonly repeat: Readonly<Record<'file' | 'ruleSet' | 'bytes' | 'again' | 'stdin' | 'everything', string>>;
  readonly seconds: (seconds: string, exact: number) => string;
}

export interface RecountWords {
  readonly nothingFound: (path: string) => string;
  readonly started: (files: number, workers: number) => string;
  readonly verdict: Readonly<Record<RecountedFile['verdict'], string>>;
  readonly summary: (files: number, reproduced: number) => string;
  readonly headings: Readonly<Record<'byRule' | 'differences' | 'notCompared' | 'unusable', string>>;
  readonly columns: Readonly<
    Record<'rule' | 'files' | 'reproduced' | 'known' | 'unknown' | 'notCompared' | 'unusable', string>
  >;
  readonly all: string;
  readonly noRule: string;
  readonly byLots: (files: number) => string;
  readonly official: (ours: readonly string[], theirs: readonly string[]) => readonly string[];
  readonly firstDifference: (round: number | null, project: string, ours: boolean) => string;
  readonly knownBecause: (reason: string) => string;
  readonly duration: (seconds: string, workers: number) => string;
}
