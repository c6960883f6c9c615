import type { Check } from '../checks.ts';
import type { CompleteElection } from '../complete-election.fixture.ts';
import { archiveOfEvents, type Events } from '../tampered-archive.fixture.ts';

/**
 * Takes the faulty one of two values, or the sound one where the twin is made: the same file, made in the same way, with
 * the defect undone.
 */
export type Pick = <T>(sound: T, faulty: T) => T;

/** One tampered archive: where the defect is, and the bytes, written when they are asked for. */
export interface Planted {
  readonly at: string;
  readonly archive: () => Uint8Array;
}

/** A kind of defect, planted at every place of an election where it can be. */
export interface SeededFault {
  readonly name: string;
  /** The check that the defect is about: it must fail. */
  readonly check: Check;
  /** Checks that the same defect may fail as well; no other may. */
  readonly also: readonly Check[];
  /** Gives nothing for an election that has no such place. */
  readonly plant: (base: CompleteElection, pick: Pick) => readonly Planted[];
}

/** A kind of defect whose archives are said by their events, every hash recomputed. */
export const fault = (
  check: Check,
  name: string,
  plant: (base: CompleteElection, pick: Pick) => readonly (readonly [at: string, events: Events])[],
  ...also: readonly Check[]
): SeededFault => ({
  name,
  check,
  also,
  plant: (base, pick) => plant(base, pick).map(([at, events]) => ({ at, archive: () => archiveOfEvents(events) })),
});

/** A kind of defect of the container or the chain itself. */
export const rawFault = (
  check: Check,
  name: string,
  plant: (base: CompleteElection, pick: Pick) => readonly (readonly [at: string, archive: Uint8Array])[],
  ...also: readonly Check[]
): SeededFault => ({
  name,
  check,
  also,
  plant: (base, pick) => plant(base, pick).map(([at, archive]) => ({ at, archive: () => archive })),
});
