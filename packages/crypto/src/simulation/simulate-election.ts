import { err, invariant, ok, type Result } from '@convite/kernel';
import { createArchiveWriter, type NewEvent, startArchive } from '../board/archive-writer.ts';
import type { ElectionState } from '../board/event-order.ts';
import { utf8 } from '../primitives/bytes.ts';
import type { Randomness } from '../primitives/randomness.ts';
import { type Election, type Suite, withElection } from '../v1/election/election.ts';
import { makeElection, newElectionId } from '../v1/election/make-election.ts';
import { failingLog } from './failing-log.ts';
import { simulateCount } from './simulate-count.ts';
import { simulateVote } from './simulate-vote.ts';
import { simulateCredentials } from './simulated-credentials.ts';
import { simulateTrustees } from './simulated-trustees.ts';
import type { Simulation } from './simulation.ts';
import { type SimulationPlan, type SimulationRefusal, simulationRefusal } from './simulation-plan.ts';
import { type SimulationStep, stepOf } from './simulation-step.ts';

/** What became of a simulation. */
export interface SimulatedElection {
  readonly uuid: string;
  readonly name: string;
  readonly state: ElectionState;
  readonly ballots: number;
  /** The side file with the strong proofs, once there are decryptions. */
  readonly side: string | undefined;
}

/**
 * Simulates a whole election: trustees and credentials, random ballots, tally, shuffles, decryptions, result.
 *
 * Gives one step after the other and keeps no ballot, so that very many voters need little memory: of each the secret of
 * the credential, and of mixed questions the ciphertexts that count.
 *
 * Requires: the same suite and randomness give the same bytes.
 * Hazards: whoever runs it knows every secret: an election for tests and demonstrations, never one that is to be secret.
 *
 * @param forTrustees what the trustees are drawn from, where several elections are to have the same ones
 */
export function simulateElection(
  suite: Suite,
  plan: SimulationPlan,
  random: Randomness,
  forTrustees: Randomness = random,
): Result<Generator<SimulationStep, SimulatedElection>, SimulationRefusal> {
  const refusal = simulationRefusal(suite.group(plan.group), plan);
  return refusal === undefined ? ok(steps(suite, plan, random, forTrustees)) : err(refusal);
}

function* steps(
  suite: Suite,
  plan: SimulationPlan,
  random: Randomness,
  forTrustees: Randomness,
): Generator<SimulationStep, SimulatedElection> {
  const group = suite.group(plan.group);
  const uuid = newElectionId(random);
  const { name } = plan;
  const start = startArchive(plan.timestamp);
  const writer = createArchiveWriter({ head: start.head, sha256: suite.sha256 });
  const append = (event: NewEvent): Uint8Array => {
    const appended = writer.append(event);
    invariant(appended.ok, 'a simulation goes through an election in its order');
    return appended.value.bytes;
  };

  const head = (): string => {
    const { parent } = writer.head();
    invariant(parent !== undefined, 'the setup is written first');
    return parent;
  };

  const trustees = simulateTrustees(group, plan.trustees, forTrustees);
  const first = { type: 'election', uuid, name, group: group.name } as const;
  yield stepOf('trustees', 1, 1, start.bytes, first, ...trustees.records);
  const credentials = yield* simulateCredentials(group, uuid, plan, random);
  const made = makeElection(group, { ...plan, uuid, key: trustees.verified.electionKey });
  invariant(made.ok, 'a plan that is not refused is that of an election');
  const setup = {
    type: 'Setup',
    election: utf8(made.value),
    trustees: utf8(trustees.text),
    credentials: utf8(credentials.list),
  } as const;
  yield stepOf('setup', 1, 1, append(setup));
  const rest = withElection(suite, made.value, failingLog, (published) =>
    voteAndCount(published, { plan, trustees, credentials, append, head, random }),
  );
  invariant(rest !== undefined, 'an election that was made here can be read');
  return { uuid, name, ...(yield* rest), state: writer.head().state };
}

/** All that follows the setup. */
function* voteAndCount<E>(
  election: Election<E>,
  simulation: Simulation,
): Generator<SimulationStep, Pick<SimulatedElection, 'ballots' | 'side'>> {
  const { until } = simulation.plan;
  if (until === 'setup') return { ballots: 0, side: undefined };
  const { ballots, tally } = yield* simulateVote(election, simulation);
  const side = until === 'ballots' ? undefined : yield* simulateCount(election, simulation, tally);
  return { ballots, side };
}
