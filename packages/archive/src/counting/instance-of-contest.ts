import { type Instance, makeInstance, projectId, type RuleSet, withoutProjects } from '@convite/counting';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type { PaperOfContest } from './contest-paper.ts';

/** The money of a consultation. */
export interface Currency {
  readonly currency: string;
  readonly decimals: number;
}

/**
 * What a contest decides about: its options that are not withdrawn, by number.
 *
 * Source: docs/spec/consultation-archive.md, D.5 and D.6: where no money is divided each option costs 1, and as much is to
 * be spent as the rule lets win at most.
 *
 * @returns err where neither an envelope nor the rule bounds what wins
 */
export function instanceOfContest(
  { options, envelope }: PaperOfContest,
  { maximumWinners }: RuleSet,
  { currency, decimals }: Currency,
): Result<Instance, 'neither_envelope_nor_winners'> {
  if (envelope === null && maximumWinners === null) return err('neither_envelope_nor_winners');
  const projects = options
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ number, title, place, theme, cost }) => ({
      id: projectId(String(number)),
      name: title,
      cost: envelope === null ? 1n : BigInt(cost ?? 0),
      categories: theme === '' ? [] : [theme],
      neighbourhood: place === '' ? undefined : place,
    }));
  const instance = makeInstance({
    budget: envelope === null ? BigInt(maximumWinners ?? 0) : BigInt(envelope),
    currency,
    decimals: envelope === null ? 0 : decimals,
    projects,
  });
  invariant(instance.ok, 'a manifest has each number once and no negative money');
  return ok(instance.value);
}

/**
 * The frozen rule of a contest as it stands once options are withdrawn: it stops naming them.
 *
 * Source: docs/spec/consultation-archive.md, D.5.
 */
export const standingRule = (rule: RuleSet, { options }: Pick<PaperOfContest, 'options'>): RuleSet =>
  withoutProjects(rule, new Set(options.filter(({ withdrawn }) => withdrawn).map(({ number }) => String(number))));
