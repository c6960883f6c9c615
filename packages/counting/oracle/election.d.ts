import { type Rational } from '@convite/kernel';
import type { Ballot, BallotKind, Instance, Project, ProjectIndex, Utility } from '../src/index.ts';
/** What a second counter counts: the ballots as they were cast, one by one, nothing merged. */
export interface Election {
  readonly instance: Instance;
  readonly kind: BallotKind;
  readonly ballots: readonly Ballot[];
}
export declare const sum: (terms: readonly Rational[]) => Rational;
export declare const projectAt: (election: Election, p: ProjectIndex) => Project;
export declare const cost: (election: Election, p: ProjectIndex) => bigint;
export declare const costOf: (election: Election, projects: readonly ProjectIndex[]) => bigint;
/** Every ballot as many times as it weighs, each with the weight 1. */
export declare const expanded: (election: Election) => readonly Ballot[];
export declare const isMarked: (ballot: Ballot) => boolean;
/** Spec C.1: what a ballot gives a project on its paper, 0 where it does not name it. */
export declare function pointsFor(ballot: Ballot, p: ProjectIndex): bigint;
/** Spec C.1: `s(i,p)`. */
export declare function supports(election: Election, ballot: Ballot, p: ProjectIndex): boolean;
/** Spec C.1: `u(i,p)`. */
export declare function utility(election: Election, name: Utility, ballot: Ballot, p: ProjectIndex): bigint;
/** Spec C.1: `v(p)`, of ballots that were expanded. */
export declare const votes: (election: Election, voters: readonly Ballot[], p: ProjectIndex) => bigint;
/** Spec C.1: `U(p)`, of ballots that were expanded. */
export declare const totalUtility: (
  election: Election,
  name: Utility,
  voters: readonly Ballot[],
  p: ProjectIndex,
) => bigint;
/** `12.50` as minor units, exactly. */
export declare function readMoney(text: string, decimals: number): Rational;
/** `1/20`, exactly. */
export declare function readShare(text: string): Rational;
