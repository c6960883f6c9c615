import { err, type Result } from '@convite/kernel';
import { readCell } from '../tables/cell.ts';
import type { ConsultationState } from './consultation-machine.ts';

/** Hours after the end of a vote from which on a result that is not there is late. */
export const hoursToResult = 24;

/** Signs that the reason for a late result has at most. */
export const longestDelay = 500;

/** Why a result is not there yet, as a guarantor said it. */
export interface StatedDelay {
  /** ISO instant. */
  readonly at: string;
  readonly reason: string;
}

/** Why a reason is not taken: there is a result, or nobody waits for one yet; or its text is none. */
export type DelayRefusal = { readonly type: 'not_now' | 'reason_missing' | 'too_long' | 'strange_signs' };

/** Whether it may be said why there is no result: from the end of the vote until one is published. */
export const mayStateDelay = (state: ConsultationState): boolean => state === 'closed' || state === 'tallying';

/** Why there is no result yet, as one paragraph of plain text; or why it cannot be said so. */
export function readDelay(typed: string, state: ConsultationState): Result<string, DelayRefusal> {
  if (!mayStateDelay(state)) return err({ type: 'not_now' });
  const read = readCell(typed.replaceAll(/\s+/gu, ' '), 'reason', longestDelay);
  if (!read.ok) return err({ type: read.error.type === 'too_long' ? 'too_long' : 'strange_signs' });
  return read.value === '' ? err({ type: 'reason_missing' }) : read;
}
