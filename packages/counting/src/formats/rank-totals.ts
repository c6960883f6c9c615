import type { Profile } from '../model/profile.ts';

/** What a place on a ranked ballot may be worth. */
export type RankUtility = 'rank-points' | 'points' | 'borda';

/** Summed worth of the places of each project; undefined where the ballots carry no points of their own. */
export function rankTotals(profile: Profile, projects: number, utility: RankUtility): Float64Array | undefined {
  const { groups, start, choice, points, votes } = profile;
  if (utility === 'points' && points === undefined) return undefined;
  const totals = new Float64Array(projects);
  for (let g = 0; g < groups; g++) {
    const end = start[g + 1] ?? 0;
    for (let at = start[g] ?? 0; at < end; at++) {
      const worth = utility === 'points' ? (points?.[at] ?? 0) : end - at - (utility === 'borda' ? 1 : 0);
      const project = choice[at] ?? 0;
      totals[project] = (totals[project] ?? 0) + worth * (votes[g] ?? 0);
    }
  }
  return totals;
}
