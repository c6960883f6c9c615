import { add, multiply, type Rational, rational, reduced } from '@convite/kernel';
import type { Ballot, BallotKind, Instance, Project, ProjectIndex, Utility } from '../src/index.ts';

/** What a second counter counts: the ballots as they were cast, one by one, nothing merged. */
export interface Election {
  readonly instance: Instance;
  readonly kind: BallotKind;
  readonly ballots: readonly Ballot[];
}

export const sum = (terms: readonly Rational[]): Rational =>
  terms.reduce((total, term) => reduced(add(total, term)), rational(0n));

export const projectAt = (election: Election, p: ProjectIndex): Project => {
  const project = election.instance.projects[p];
  if (project === undefined) throw new Error(`no project at position ${p}`);
  return project;
};

export const cost = (election: Election, p: ProjectIndex): bigint => projectAt(election, p).cost;

export const costOf = (election: Election, projects: readonly ProjectIndex[]): bigint =>
  projects.reduce((total, p) => total + cost(election, p), 0n);

/** Every ballot as many times as it weighs, each with the weight 1. */
export const expanded = (election: Election): readonly Ballot[] =>
  election.ballots.flatMap((ballot) => Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 })));

export const isMarked = (ballot: Ballot): boolean => ballot.choices.length > 0;

/** Spec C.1: what a ballot gives a project on its paper, 0 where it does not name it. */
function pointsFor(ballot: Ballot, p: ProjectIndex): bigint {
  const at = ballot.choices.indexOf(p);
  return at < 0 ? 0n : BigInt(ballot.points?.[at] ?? 0);
}

/** Spec C.1: `s(i,p)`. */
export function supports(election: Election, ballot: Ballot, p: ProjectIndex): boolean {
  if (!ballot.choices.includes(p)) return false;
  return election.kind === 'points' || election.kind === 'scores' ? pointsFor(ballot, p) > 0n : true;
}

/** Spec C.1: `u(i,p)`. */
export function utility(election: Election, name: Utility, ballot: Ballot, p: ProjectIndex): bigint {
  if (!supports(election, ballot, p)) return 0n;
  const position = ballot.choices.indexOf(p);
  switch (name) {
    case 'cost':
      return cost(election, p);
    case 'cardinality':
      return 1n;
    case 'points':
      return pointsFor(ballot, p);
    case 'borda':
      return BigInt(ballot.choices.length - position - 1);
    case 'rank-points':
      return BigInt(ballot.choices.length - position);
  }
}

/** Spec C.1: `v(p)`, of ballots that were expanded. */
export const votes = (election: Election, voters: readonly Ballot[], p: ProjectIndex): bigint =>
  BigInt(voters.filter((ballot) => supports(election, ballot, p)).length);

/** Spec C.1: `U(p)`, of ballots that were expanded. */
export const totalUtility = (election: Election, name: Utility, voters: readonly Ballot[], p: ProjectIndex): bigint =>
  voters.reduce((total, ballot) => total + utility(election, name, ballot, p), 0n);

/** `12.50` as minor units, exactly. */
export function readMoney(text: string, decimals: number): Rational {
  const [whole = '0', fraction = ''] = text.split('.');
  const exact = rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  return reduced(multiply(exact, rational(10n ** BigInt(decimals))));
}

/** `1/20`, exactly. */
export function readShare(text: string): Rational {
  const [num = '0', den = '1'] = text.split('/');
  return rational(BigInt(num), BigInt(den));
}
