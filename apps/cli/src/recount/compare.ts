import type { OfficialSelected, Outcome, ProjectIndex, Round } from '@convite/counting';

/** How a count and the official result differ. Projects by position, ascending. */
export interface Comparison {
  readonly onlyCounted: readonly ProjectIndex[];
  readonly onlyOfficial: readonly ProjectIndex[];
  /** The official result is not the count's, but one of those that lots may give. */
  readonly byLots: boolean;
  readonly first:
    | { readonly round: number | undefined; readonly project: ProjectIndex; readonly fundedByCount: boolean }
    | undefined;
}

/**
 * Compares the winners of a count with what was officially selected; undefined where the file does not tell that.
 *
 * Only `1` is the outcome of the rule: `2` and `3` were paid from other money. A winner that the rule itself tops up
 * from a reserve agrees with each of the three. Projects about which the file is silent are left out.
 * Rounds are numbered from 1; the first difference has none where no round decided about the project.
 */
export function compareWithOfficial(outcome: Outcome, official: readonly OfficialSelected[]): Comparison | undefined {
  if (official.every((told) => told === undefined)) return undefined;
  const fromReserve = new Set(outcome.rounds.flatMap((round) => (isFromReserve(round) ? [round.project] : [])));
  const difference = (winners: readonly ProjectIndex[]) => {
    const funded = new Set(winners);
    const onlyCounted: ProjectIndex[] = [];
    const onlyOfficial: ProjectIndex[] = [];
    for (const [project, told] of official.entries()) {
      if (told === undefined) continue;
      const selected = told === 1 || (told > 1 && fromReserve.has(project));
      if (funded.has(project) && !selected) onlyCounted.push(project);
      if (!funded.has(project) && selected) onlyOfficial.push(project);
    }
    return { onlyCounted, onlyOfficial };
  };
  const isSame = ({ onlyCounted, onlyOfficial }: ReturnType<typeof difference>): boolean =>
    onlyCounted.length + onlyOfficial.length === 0;
  const { onlyCounted, onlyOfficial } = difference(outcome.winners);
  const byLots = outcome.status === 'lots_required' && outcome.possible.some((set) => isSame(difference(set)));
  return {
    onlyCounted: byLots ? [] : onlyCounted,
    onlyOfficial: byLots ? [] : onlyOfficial,
    byLots,
    first: byLots ? undefined : firstDifference(outcome.rounds, new Set(onlyCounted), new Set(onlyOfficial)),
  };
}

const isFromReserve = (round: Round): boolean =>
  round.type === 'considered' && round.decision === 'funded_from_reserve';

const isFunding = (round: Round): boolean => round.type !== 'considered' || round.decision !== 'refused';

function firstDifference(
  rounds: readonly Round[],
  onlyCounted: ReadonlySet<ProjectIndex>,
  onlyOfficial: ReadonlySet<ProjectIndex>,
): Comparison['first'] {
  const at = rounds.findIndex((round) => (isFunding(round) ? onlyCounted : onlyOfficial).has(round.project));
  const round = rounds[at];
  if (round !== undefined) return { round: at + 1, project: round.project, fundedByCount: isFunding(round) };
  const [neverReached] = [...onlyOfficial, ...onlyCounted];
  if (neverReached === undefined) return undefined;
  return { round: undefined, project: neverReached, fundedByCount: onlyCounted.has(neverReached) };
}
