import type { AxiomName } from './every-axiom.ts';

/** A town small enough to be counted by hand. */
export interface Counterexample {
  /** Minor units. */
  readonly budget: bigint;
  /** By position of the project, minor units. */
  readonly costs: readonly bigint[];
  /** Weight, projects named, and their points where the rule wants points. */
  readonly ballots: readonly (readonly [weight: number, choices: readonly number[], points?: readonly number[]])[];
}

/** An axiom that some rules do not keep, and an election in which each of them breaks it. */
export interface DeclaredFailure {
  readonly axiom: AxiomName;
  /** As `ruleName` writes them. */
  readonly rules: readonly string[];
  readonly because: string;
  /** A key of docs/references.bib, a section of the specification, or both. The counterexamples are our own. */
  readonly source: string;
  readonly counterexample: Counterexample;
}
