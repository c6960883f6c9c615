import { canonicalJson, type CanonicalJson } from '@convite/kernel';
import type { RuleSet } from '@convite/counting';
import type { OptionsProblem } from '../contests/options.ts';
import type { TemplateProblem } from '../contests/template-problems.ts';
import type { EnvelopeProblem } from '../envelopes/envelope-tree.ts';
import { type Calendar, type CalendarProblem, calendarProblems } from './calendar.ts';
import type { ConsultationState } from './consultation-machine.ts';
import type { Instant } from './local-time.ts';

/** What must be known of a consultation before its rules are frozen. */
export interface FreezingFacts {
  readonly state: ConsultationState;
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly envelopes: readonly EnvelopeProblem[];
  readonly templates: readonly { readonly id: string; readonly problems: readonly TemplateProblem[] }[];
  /** Contests that are not annulled. */
  readonly contests: number;
  /** In how many contests each kind of problem stands. */
  readonly options: readonly { readonly type: OptionsProblem['type']; readonly contests: number }[];
  /** A code by e-mail is asked for, and letters by e-mail cannot be sent. */
  readonly lacksMailer: boolean;
}

/** What is missing before the rules of a consultation can be frozen. */
export type FreezingProblem =
  | { readonly type: 'not_now'; readonly state: ConsultationState }
  | { readonly type: 'calendar'; readonly problem: CalendarProblem }
  | { readonly type: 'no_contests' | 'no_mailer' }
  | { readonly type: 'envelope'; readonly problem: EnvelopeProblem }
  | { readonly type: 'template'; readonly id: string; readonly problem: TemplateProblem }
  | { readonly type: 'options'; readonly problem: OptionsProblem['type']; readonly contests: number };

/** Everything that is missing, each with where; empty when the rules can be frozen. */
export function freezingProblems(facts: FreezingFacts): readonly FreezingProblem[] {
  const { state, calendar, now, envelopes, templates, contests, options, lacksMailer } = facts;
  const notNow: readonly FreezingProblem[] = state === 'draft' ? [] : [{ type: 'not_now', state }];
  const none: readonly FreezingProblem[] = contests === 0 ? [{ type: 'no_contests' }] : [];
  return [
    ...notNow,
    ...calendarProblems(calendar, now).map((problem) => ({ type: 'calendar', problem }) as const),
    ...none,
    ...envelopes.map((problem) => ({ type: 'envelope', problem }) as const),
    ...templates.flatMap(({ id, problems }) => problems.map((problem) => ({ type: 'template', id, problem }) as const)),
    ...options
      .filter((one) => one.contests > 0)
      .map((one) => ({ type: 'options', problem: one.type, contests: one.contests }) as const),
    ...(lacksMailer ? [{ type: 'no_mailer' } as const] : []),
  ];
}

/** A rule as it is frozen: the one text that stands for it, and the SHA-256 of its UTF-8, which names it for ever. */
export interface FrozenRule {
  readonly hash: string;
  readonly canonical: string;
}

/** @param sha256 of a text's UTF-8, in hexadecimal. */
export function frozenRule(rule: RuleSet, sha256: (text: string) => string): FrozenRule {
  const json: CanonicalJson = rule;
  const canonical = canonicalJson(json);
  return { hash: sha256(canonical), canonical };
}
