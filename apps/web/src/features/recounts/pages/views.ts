import type { CountReport, RuleSet, ToldSwitches } from '@convite/counting';
import type { ComparedCount, Supporters } from '../../../report/report-views.ts';

export type { ComparedCount } from '../../../report/report-views.ts';

/** Something to take home: a file that belongs to a result. */
export interface Download {
  readonly kind: 'ballots' | 'rule' | 'table' | 'data-package' | 'report' | 'transcript' | 'share';
  readonly href: string;
  /** Name under which it is saved; also what the command line names. */
  readonly fileName: string;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** A small change asked for by whoever reads: each has an address of its own. */
export interface Changes {
  /** Exact decimal, units of the currency. */
  readonly budget: string | null;
  readonly rule: RuleChoice | null;
  /** Ids of withdrawn projects. */
  readonly without: readonly string[];
}

/** The rules a visitor may ask for by name; the server makes the rule set. */
export const ruleChoices = ['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const;
export type RuleChoice = (typeof ruleChoices)[number];

/** One recount as its pages need it. */
export interface Recount {
  /** Path of the result, `/recounts/{hash}`. Project pages live under it. */
  readonly address: string;
  /** `demo` and `sample` come with the project; `upload` was brought by a visitor. */
  readonly origin: 'demo' | 'sample' | 'upload';
  readonly report: CountReport;
}

/** Everything on the page of a result. */
export interface ResultView extends Recount {
  /** The other rule on the same ballots, drawn beside. Null when it could not be counted. */
  readonly compared: ComparedCount | null;
  /** How many people got more of their own projects under which rule; null when not known. */
  readonly preference: { readonly chosen: number; readonly compared: number; readonly equal: number } | null;
  /** Ids that the file itself marks as the official winners; null when it does not say. */
  readonly official: readonly string[] | null;
  /** Set on a what-if: what was changed, and the result it was changed from. */
  readonly changed: { readonly changes: Changes; readonly from: string } | null;
  readonly downloads: readonly Download[];
  /** GET forms go here with the fields of `whatIfFields`; the rules are those that fit these ballots. */
  readonly whatIf: { readonly action: string; readonly rules: readonly RuleChoice[] };
  /** Present for whoever may remove it: a POST form. */
  readonly removal: { readonly action: string; readonly token: string } | null;
  /** ISO instant at which an upload is deleted by itself. */
  readonly expires: string | null;
  /** Path of the page where drawn lots are typed in; present under `lots_required`. */
  readonly lots: string | null;
}

/** Names of the GET fields of a what-if. `without` may repeat. */
export const whatIfFields = { budget: 'budget', rule: 'rule', without: 'without' } as const;

/** Everything on the page of one project. */
export interface ProjectView extends Recount {
  /** Its id; one of `report.projects`. */
  readonly project: string;
  readonly compared: ComparedCount | null;
  readonly supporters: Supporters;
  readonly whatIf: ResultView['whatIf'];
  /** `counting`: still being worked out, the page offers to look again. */
  readonly switches: ToldSwitches | 'counting' | 'not_available';
}

/** A count that is not there yet. */
export interface PendingView {
  readonly address: string;
  readonly fileName: string;
  readonly state: 'queued' | 'reading' | 'counting';
  /** How many stand before it; 0 when it is being done. */
  readonly ahead: number;
  /** Ballots read so far, of those the file says it has. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /**
   * True when the answer carries the header `Refresh`, so that the page may say that it refreshes by itself. (Not a
   * `meta` element: that is a known barrier.) A waiting page is known by `aria-busy="true"` on its `main`.
   */
  readonly refreshes: boolean;
}

/** A line of the uploaded file that could not be read. */
export interface LineProblem {
  /** Null when it concerns the file as a whole. */
  readonly line: number | null;
  /** The reader's stable code. */
  readonly code: string;
  /** The reader's sentence, in the languages that it speaks. */
  readonly message: CountReport['warnings'][number]['message'];
}

/** Why an upload was refused before any line was read. */
export type UploadRefusal =
  | 'no_file'
  | 'too_large'
  | 'not_text'
  | 'empty'
  | 'no_declared_rule'
  | 'unknown_sample'
  | 'timeout'
  | 'uploads_full';

export interface UploadProblemsView {
  readonly fileName: string | null;
  readonly refusal: UploadRefusal | null;
  readonly problems: readonly LineProblem[];
  /** How many more were found than are shown. */
  readonly more: number;
  readonly form: RecountForm;
}

/** One election that comes with the project. */
export interface Sample {
  readonly id: string;
  readonly name: string;
  /** One sentence on what can be learned from it. */
  readonly lesson: string | null;
  readonly ballots: number;
  readonly projects: number;
}

/** The form that starts a recount: POST, multipart, fields `file`, `rule`; samples POST their `sample`. */
export interface RecountForm {
  readonly action: string;
  readonly samples: readonly Sample[];
  readonly maximumBytes: number;
}

export const recountFields = { file: 'file', rule: 'rule', sample: 'sample', token: 'token' } as const;

export interface HomeView {
  /** The result that the site shows first. */
  readonly demo: Recount | null;
  readonly form: RecountForm;
}

/** Typing in a drawn order. POST; each `lot` names the project drawn next; `lots` is the same as text. */
export interface LotsView extends Recount {
  readonly action: string;
  /** Why the last order was refused. */
  readonly problem: 'missing' | 'repeated' | 'unknown' | null;
  /** What was typed, to show again. */
  readonly typed: readonly string[];
}

export const lotFields = { lot: 'lot', lots: 'lots' } as const;

/** Why these ballots cannot be counted under that rule. */
export interface RefusedView {
  readonly fileName: string;
  readonly reason:
    | { readonly type: 'utility_needs_points' | 'rule_needs_scores' | 'unsupported' }
    | { readonly type: 'unknown_project'; readonly id: string };
  readonly rule: RuleSet['rule'] | null;
  readonly form: RecountForm;
}
