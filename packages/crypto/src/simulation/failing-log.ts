import { InvariantError } from '@convite/kernel';
import type { CheckLog } from '../v1/protocol-checks.ts';

/** The log of checks on what was made here: one that fails is a bug. */
export const failingLog: CheckLog = {
  made: () => undefined,
  failed: (check, place, message) => {
    throw new InvariantError(`${check} at ${place}: ${message}`);
  },
};
