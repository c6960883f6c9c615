import type { PrivateRecord } from './private-record.ts';

/** What a simulation is at, in order. */
export const simulationStages = [
  'trustees',
  'credentials',
  'setup',
  'ballots',
  'tally',
  'shuffles',
  'decryptions',
  'result',
] as const;
export type SimulationStage = (typeof simulationStages)[number];

/** One thing done. */
export interface SimulationStep {
  readonly stage: SimulationStage;
  /** How many of the stage's steps are done, this one included. */
  readonly done: number;
  readonly of: number;
  /** To be written behind what is in the archive already. */
  readonly bytes: Uint8Array | undefined;
  readonly secrets: readonly PrivateRecord[];
}

export const stepOf = (
  stage: SimulationStage,
  done: number,
  of: number,
  bytes: Uint8Array | undefined,
  ...secrets: readonly PrivateRecord[]
): SimulationStep => ({ stage, done, of, bytes, secrets });
