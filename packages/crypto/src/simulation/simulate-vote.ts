import { invariant } from '@convite/kernel';
import { utf8 } from '../primitives/bytes.ts';
import { makeBallot } from '../v1/ballot/make-ballot.ts';
import { verifyBallot } from '../v1/ballot/verify-ballot.ts';
import type { Election } from '../v1/election/election.ts';
import { runningTally, type Tally } from '../v1/tally/tally.ts';
import { randomCasts } from './cast-order.ts';
import { failingLog } from './failing-log.ts';
import { randomChoices } from './random-choices.ts';
import type { Simulation } from './simulation.ts';
import { type SimulationStep, stepOf } from './simulation-step.ts';

/** The vote of a simulation: how many ballots, and what those that count add up to where there is to be a tally. */
export interface SimulatedVote {
  readonly ballots: number;
  readonly tally: Tally;
}

/**
 * Casts the ballots one after the other, and ends the vote where it is to be counted or is asked for.
 *
 * A ballot enters the tally only after it was verified, as in any election.
 */
export function* simulateVote<E>(
  election: Election<E>,
  { plan, credentials, append, random }: Simulation,
): Generator<SimulationStep, SimulatedVote> {
  const { group, questions } = election;
  const ballots = plan.voters + plan.revotes;
  const running = runningTally(election);
  const isCounted = plan.until !== 'ballots';
  let done = 0;
  for (const { voter, isLast } of randomCasts(plan.voters, plan.revotes, random)) {
    const own = credentials.voters[voter];
    invariant(own !== undefined, 'every voter has a credential');
    const choices = questions.map((question) => randomChoices(question, group, random));
    const made = makeBallot(election, own.secret, choices, random);
    invariant(made.ok, 'allowed choices make a ballot');
    const { text, tracker } = made.value;
    if (isCounted && isLast) {
      const ballot = verifyBallot(election, () => voter, text, 'ballot', failingLog);
      invariant(ballot !== undefined, 'a ballot that was made here holds');
      running.add(ballot, own.weight);
    }
    done += 1;
    const bytes = append({ type: 'Ballot', payload: utf8(text) });
    yield stepOf('ballots', done, ballots, bytes, { type: 'ballot', voter: voter + 1, choices, tracker });
  }
  yield stepOf('ballots', ballots, ballots, append({ type: 'EndBallots' }));
  return { ballots, tally: running.sums() };
}
