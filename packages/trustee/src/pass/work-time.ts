import type { Group } from '@convite/crypto';
import type { PassSize } from './run-pass.ts';

/** Powers that are timed: a few, so that the estimate itself takes no time. */
const trials = 4;

/** About how many seconds so many powers of secrets take in a group, of bases that come only once. `now` in ms. */
export function secondsOfPowers(group: Group, powers: number, now: () => number): number {
  const base = group.generator(0);
  const start = now();
  for (let i = 1; i <= trials; i++) group.secretPower(base, group.q - BigInt(i));
  return Math.ceil(((now() - start) / 1000 / trials) * powers);
}

/** Bytes of an archive that are verified in the time of a power: 77 to 107 were measured, with totals and with ballots. */
const bytesOfPower = 80;

/** About how many seconds a pass takes on one processor. */
export const secondsOfPass = (group: Group, { bytes }: PassSize, now: () => number): number =>
  secondsOfPowers(group, bytes / bytesOfPower, now);
