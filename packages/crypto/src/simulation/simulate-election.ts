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
}

/**
 * Simulates a whole election: trustees and credentials, random ballots, tally, shuffles, decryptions, result.
 *
 * Gives one step after the other and keeps no ballot, so that very many voters need little memory: of each the secret of
 * the credential, and of mixed questions the ciphertexts that count.
 *
 * Requires: the same suite and randomness give the same bytes.
 * Hazards: whoever runs it knows every secret: an election for tests and demonstrations, never one that is to be secret.
 */
export function simulateElection(
  suite: Suite,
  plan: SimulationPlan,
  random: Randomness,
): Result<Generator<SimulationStep, SimulatedElection>, SimulationRefusal> {
  const refusal = simulationRefusal(suite.group(plan.group), plan);
  return refusal === undefined ? ok(steps(suite, plan, random)) : err(refusal);
}

function* steps(suite: Suite, plan: SimulationPlan, random: Randomness): Generator<SimulationStep, SimulatedElection> {
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

  const trustees = simulateTrustees(group, plan.trustees, random);
  const first = { type: 'election', uuid, name, group: group.name } as const;
  yield stepOf('trustees', 1, 1, start.bytes, first, ...trustees.records);
  const credentials = yield* simulateCredentials(group, uuid, plan, random);
  const made = makeElection(group, { ...plan, uuid, key: trustees.verified.electionKey });
  invariant(made.ok, 'a plan that is not refused is that of an election');
  const setup = [made.value, trustees.text, credentials.list].map(utf8);
  const [election = utf8(''), trusteesBytes = utf8(''), list = utf8('')] = setup;
  yield stepOf('setup', 1, 1, append({ type: 'Setup', election, trustees: trusteesBytes, credentials: list }));
  const rest = withElection(suite, made.value, failingLog, (published) =>
    voteAndCount(published, { plan, trustees, credentials, append, random }),
  );
  invariant(rest !== undefined, 'an election that was made here can be read');
  const ballots = yield* rest;
  return { uuid, name, state: writer.head().state, ballots };
}

/** All that follows the setup; returns the number of ballots. */
function* voteAndCount<E>(election: Election<E>, simulation: Simulation): Generator<SimulationStep, number> {
  const { until } = simulation.plan;
  if (until === 'setup') return 0;
  const { ballots, tally } = yield* simulateVote(election, simulation);
  if (until !== 'ballots') yield* simulateCount(election, simulation, tally);
  return ballots;
}
