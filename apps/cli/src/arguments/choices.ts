import type { RuleSet } from '@convite/counting';

/** The words that options take, in the order in which help shows them. */
export const commands = [
  'count',
  'recount',
  'verify',
  'inspect',
  'simulate',
  'registrar',
  'trustee',
  'ballot',
  'board',
] as const;
export const languages = ['es', 'en'] as const;
export const rules = ['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const;
export const utilities = ['cost', 'cardinality', 'points', 'borda', 'rank-points'] as const;
export const completions = ['none', 'add1', 'add1-greedy', 'greedy'] as const;

export type CommandName = (typeof commands)[number];
export type Language = (typeof languages)[number];
export type RuleName = RuleSet['rule'];
export type UtilityName = (typeof utilities)[number];
export type CompletionName = (typeof completions)[number];

/** The member of a closed set of words that a text is, if it is one. */
export const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text);

/** The commands of several tasks, each of which is named behind them. */
export const tools = ['registrar', 'trustee', 'ballot', 'board'] as const;
export type ToolName = (typeof tools)[number];

export const hasTasks = (command: string): command is ToolName => oneOf(tools, command) !== undefined;
