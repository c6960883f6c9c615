import type { QuestionKind } from './template.ts';

/**
 * From how many ballots on a contest is published by itself: below, totals or whole ballots could tell who voted how.
 * Decision 13; docs/spec/ballot-protocol.md.
 */
export const leastBallots: Readonly<Record<QuestionKind, number>> = { homomorphic: 10, mixed: 50 };

/**
 * Whether what is opened of so few ballots is published for a contest by itself: only where its organisers signed a
 * visible waiver before the vote. The same bound on the slice of the roll says who must sign one.
 */
export const publishedAlone = (kind: QuestionKind, ballots: number, hasWaiver: boolean): boolean =>
  hasWaiver || ballots >= leastBallots[kind];
