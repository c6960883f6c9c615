import type { CountedContest, ManifestContest } from '@convite/archive';
import { counterfactuals, type ToldSwitches, toldSwitches } from '@convite/counting';
import { canonicalJson } from '@convite/kernel';
import { createHash } from 'node:crypto';

/** Options that can be asked about, those that lost first. */
export function optionsToAsk(
  { most }: Pick<ManifestContest, 'most'>,
  { ballots, outcome }: CountedContest,
): readonly number[] {
  if (outcome.status !== 'complete') return [];
  // From totals nobody knows which ballots named an option alone, unless each named one.
  const knowsAlone = ballots.opened === 'ballots' || most === 1;
  const lost = outcome.notFunded.map(({ project }) => project);
  return knowsAlone ? [...lost, ...outcome.winners] : lost;
}

/** Options times different ballots: each answer takes some tens of counts of so much. */
export const searchWork = ({ instance, ballots }: CountedContest): number =>
  instance.projects.length * ballots.profile.groups;

/** What would have changed the fate of an option, and the number of that option. */
export function switchesOf(
  { instance, ballots, rule, outcome }: CountedContest,
  project: number,
): { readonly option: string; readonly switches: ToldSwitches } {
  const found = counterfactuals(instance, ballots.profile, rule, outcome, project);
  return { option: String(instance.projects[project]?.id), switches: toldSwitches(instance, found) };
}

/**
 * SHA-256 of all that the switches of a contest hang on: its paper, its rule, its sealed ballots, its lots. Whether it is
 * certified changes nothing of them.
 */
export function switchesKey({ state, ...contest }: ManifestContest, decimals: number): string {
  const text = canonicalJson({ ...contest, isAnnulled: state === 'annulled', decimals });
  return createHash('sha256').update(`convite-switches-1\n${text}`).digest('hex');
}
