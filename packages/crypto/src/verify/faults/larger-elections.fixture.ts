import { answersOf, layoutExtra, type NamedLayout } from '../../v1/layout/layout-extra.ts';
import type { PackedLayout } from '../../v1/layout/packed-layout.ts';
import type { MixedQuestion } from '../../v1/wire/election-wire.ts';
import {
  assembly,
  completeElection,
  type CompleteElection,
  farolas,
  fiesta,
  type SomePlaces,
} from '../complete-election.fixture.ts';

const options = ['Pozo', 'Techo', 'Cancha', 'Escuela', 'Posta'];

function mixedQuestion(layout: PackedLayout, question: string): MixedQuestion {
  const named: NamedLayout = { layout, options };
  const extra: unknown = JSON.parse(layoutExtra.write(named));
  return { type: 'NonHomomorphic', value: { answers: answersOf(named), question }, extra };
}

const points = mixedQuestion({ kind: 'points', options: options.length, most: 10 }, '¿Cuántos puntos?');
const ranking = mixedQuestion({ kind: 'ranking', options: options.length, ranks: 3 }, '¿En qué orden?');

/** The one place at this part of the way through all. */
const oneAt =
  (part: number): SomePlaces =>
  (places) => {
    const from = Math.floor(part * Math.max(0, places.length - 1));
    return places.slice(from, from + 1);
  };

/** Three elections with this many ballots, two of them replaced, on which a defect is planted at one place. */
export async function largerElections(
  ballots: number,
): Promise<readonly [approvals: CompleteElection, points: CompleteElection, ranking: CompleteElection]> {
  const size = { ...assembly, voters: ballots - 2, revotes: 2 };
  const singles = [{ kind: 'single' }, { kind: 'single' }] as const;
  const threshold = [{ kind: 'threshold', threshold: 2, size: 3 }] as const;
  return [
    await completeElection(
      `approvals, ${ballots} ballots`,
      { ...size, mostWeight: 5n, questions: [farolas, fiesta], trustees: singles, shuffles: 0 },
      oneAt(0),
    ),
    await completeElection(
      `points, ${ballots} ballots`,
      { ...size, questions: [points], trustees: threshold, shuffles: 2 },
      oneAt(0.5),
    ),
    await completeElection(
      `ranking, ${ballots} ballots`,
      { ...size, questions: [ranking], trustees: singles, shuffles: 2 },
      oneAt(1),
    ),
  ];
}
