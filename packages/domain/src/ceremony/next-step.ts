import { awaitedStep, type CeremonyState, type CeremonyStep } from './ceremony-machine.ts';

/** What a place of a ceremony has done so far. */
export interface PlaceProgress {
  /** From 1. */
  readonly place: number;
  readonly brought: readonly CeremonyStep[];
  readonly hasRehearsed: boolean;
}

/** The one thing that is next for a trustee. */
export type NextStep =
  /** Bring the message of this step. */
  | { readonly type: 'bring'; readonly step: CeremonyStep }
  /** The own message is there; these places still owe theirs. */
  | { readonly type: 'wait'; readonly step: CeremonyStep; readonly places: readonly number[] }
  /** Decrypt the test ballot with the share as it is stored. */
  | { readonly type: 'rehearse' }
  /** Nothing before the closing; these still have to rehearse. */
  | { readonly type: 'ready'; readonly places: readonly number[] }
  /** The ceremony is void. */
  | { readonly type: 'none' };

/** What a trustee does next. Requires: `place` is one of the places. */
export function nextStep(state: CeremonyState, places: readonly PlaceProgress[], place: number): NextStep {
  const own = places.find((one) => one.place === place);
  const step = awaitedStep(state);
  if (step !== null) {
    if (own?.brought.includes(step) === false) return { type: 'bring', step };
    return { type: 'wait', step, places: without(places, ({ brought }) => brought.includes(step)) };
  }
  if (state === 'void') return { type: 'none' };
  if (own?.hasRehearsed === false) return { type: 'rehearse' };
  return { type: 'ready', places: without(places, ({ hasRehearsed }) => hasRehearsed) };
}

const without = (places: readonly PlaceProgress[], has: (place: PlaceProgress) => boolean): readonly number[] =>
  places.filter((one) => !has(one)).map(({ place }) => place);
