import { type Check, numberedChecks } from '@convite/crypto';
import { checksByNumber } from './verify-report.ts';

/** What the checks are about, in the order of their numbers. */
export const checkGroups = [
  'container',
  'chain',
  'setup',
  'ballots',
  'tally',
  'shuffles',
  'decryption',
  'result',
  'policy',
  'side',
] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** The first number of each group. */
const firstNumbers: Readonly<Record<CheckGroup, number>> = {
  container: 1,
  chain: 5,
  setup: 20,
  ballots: 50,
  tally: 70,
  shuffles: 80,
  decryption: 90,
  result: 100,
  policy: 110,
  side: 120,
};

/** The checks of a group, ascending by number. */
export function checksOf(group: CheckGroup): readonly Check[] {
  const next = checkGroups[checkGroups.indexOf(group) + 1];
  const end = next === undefined ? Number.POSITIVE_INFINITY : firstNumbers[next];
  return checksByNumber.filter((check) => {
    const { number } = numberedChecks[check];
    return number >= firstNumbers[group] && number < end;
  });
}
