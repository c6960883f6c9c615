import type { WasmMemory } from './wasm-engine.ts';

/** What the two-lane module does in place of the scalar one. Numbers are addresses, counts and indices. */
export interface LaneOperations {
  readonly decodePoints: (out: number, encodings: number, count: number) => number;
  readonly checkOrders: (points: number, count: number) => number;
  readonly smallProducts: (out: number, points: number, scalars: number, terms: number, count: number) => void;
  readonly multiProduct: (out: number, points: number, scalars: number, count: number, bits: number) => void;
  readonly commitStatements: (statements: number, count: number) => void;
  /** Requires: an even count. */
  readonly secretPairs: (out: number, exponents: number, shifts: number, count: number) => void;
  /** Requires: an even count. */
  readonly secretPowersOf: (out: number, points: number, scalar: number, count: number) => void;
  readonly wipe: () => void;
}

/** Exports of curve/assembly/scalar/index.ts that are called from here. */
export interface ScalarExports extends LaneOperations {
  readonly memory: WasmMemory;
  readonly initialise: () => number;
  readonly reserve: (bytes: number) => number;
  readonly setKey: (point: number) => void;
  readonly needGWide: () => void;
  readonly needGNarrow: () => void;
  readonly needWide: () => void;
  readonly needNarrow: () => void;
  readonly readTexts: (encodings: number, texts: number, count: number) => number;
  readonly readDecimals: (out: number, text: number, count: number) => number;
  readonly encodePoints: (out: number, points: number, count: number) => void;
  readonly writeTexts: (out: number, encodings: number, count: number, separator: number) => void;
  readonly addPoints: (out: number, a: number, b: number, count: number) => void;
  readonly sumPoints: (out: number, points: number, count: number) => void;
  readonly negatePoints: (out: number, a: number, count: number) => void;
  readonly equalPoints: (a: number, b: number) => number;
  readonly basePowers: (out: number, scalars: number, count: number) => void;
  readonly checkTranscripts: (transcripts: number, count: number) => void;
  readonly hashTranscripts: (out: number, transcripts: number, count: number) => void;
  readonly secretBasePowers: (out: number, scalars: number, count: number) => void;
  readonly branchExponents: (exponents: number, shifts: number, branches: number, count: number) => void;
  readonly finishProof: (hash: number, branches: number, count: number, chosen: number) => void;
  readonly answerEach: (out: number, nonces: number, secrets: number, challenges: number, count: number) => void;
}

/** Whether the sums of 128 subsets of points have prime order; 1 or 0. Requires: count ≥ 1; 4 or 8 bits at a time. */
type SubsetsHold = (points: number, choices: number, count: number, width: number) => number;

/** Exports of curve/assembly/lanes/index.ts. */
export interface FusedExports extends LaneOperations {
  readonly subsetsHold: SubsetsHold;
  readonly initialise: () => void;
  readonly packWide: () => void;
  readonly packNarrow: () => void;
}

/** The operations of one backend: the scalar module's, with those of the two-lane module in place where it is in use. */
export interface CoreOperations extends LaneOperations {
  readonly scalar: ScalarExports;
  /** In the two-lane module alone: the other one is small, for browsers, where nobody checks many points. */
  readonly subsetsHold: SubsetsHold | undefined;
  /** Makes the tables for public exponents of g and the key. */
  readonly prepareWide: () => void;
  /** Makes the tables for secret exponents of g and the key. */
  readonly prepareNarrow: () => void;
}

export const scalarOperations = (scalar: ScalarExports): CoreOperations => ({
  scalar,
  decodePoints: scalar.decodePoints,
  checkOrders: scalar.checkOrders,
  smallProducts: scalar.smallProducts,
  multiProduct: scalar.multiProduct,
  commitStatements: scalar.commitStatements,
  secretPairs: scalar.secretPairs,
  secretPowersOf: scalar.secretPowersOf,
  wipe: scalar.wipe,
  subsetsHold: undefined,
  prepareWide: scalar.needWide,
  prepareNarrow: scalar.needNarrow,
});

export const fusedOperations = (scalar: ScalarExports, fused: FusedExports): CoreOperations => ({
  scalar,
  decodePoints: fused.decodePoints,
  checkOrders: fused.checkOrders,
  smallProducts: fused.smallProducts,
  multiProduct: fused.multiProduct,
  commitStatements: fused.commitStatements,
  secretPairs: fused.secretPairs,
  secretPowersOf: fused.secretPowersOf,
  wipe: () => {
    fused.wipe();
    scalar.wipe();
  },
  subsetsHold: fused.subsetsHold,
  prepareWide: fused.packWide,
  prepareNarrow: fused.packNarrow,
});
