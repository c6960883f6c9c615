import { invariant } from '@convite/kernel';
import { utf8 } from '../../board/archive.fixture.ts';
import type { NewEvent } from '../../board/archive-writer.ts';
import { randomChoices } from '../../simulation/random-choices.ts';
import { makeBallot } from '../../v1/ballot/make-ballot.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import type { Election } from '../../v1/election/election.ts';
import { ballotIn } from './attackers.fixture.ts';
import { type CompleteElection, type KnownVoter, onElection } from '../complete-election.fixture.ts';
import { type Events, placesOf, textIn } from '../tampered-archive.fixture.ts';

const credentialAt = (events: Events, at: number): string => ballotIn(textIn(events[at])).credential;

/** The place of the ballot that counts of each credential. */
const lastPlaces = (events: Events): ReadonlyMap<string, number> =>
  new Map(placesOf(events, 'Ballot').map((at) => [credentialAt(events, at), at]));

/** The places of the ballots that count. */
export const lastIn = (events: Events): readonly number[] => [...lastPlaces(events).values()].toSorted((a, b) => a - b);

/** The places of the ballots that a later one of the same credential replaces. */
export function supersededIn(events: Events): readonly number[] {
  const counted = new Set(lastPlaces(events).values());
  return placesOf(events, 'Ballot').filter((at) => !counted.has(at));
}

/** The place of the ballot that counts of the voter who cast the one at a place. */
export function lastOfSame(events: Events, at: number): number {
  const last = lastPlaces(events).get(credentialAt(events, at));
  invariant(last !== undefined, 'one ballot of each voter counts');
  return last;
}

/** A ballot of random choices that a text decides. */
export function castBy<E>(election: Election<E>, { secret }: Pick<KnownVoter, 'secret'>, seed: string): string {
  const random = seededRandomness(seed);
  const choices = election.questions.map((question) => randomChoices(question, election.group, random));
  const made = makeBallot(election, secret, choices, random);
  invariant(made.ok, 'random choices are allowed');
  return made.value.text;
}

export const ballotEvent = (text: string): NewEvent => ({ type: 'Ballot', payload: utf8(text) });

/** The text of an election that differs from this one in its name alone. */
export const namesake = ({ electionText, plan }: CompleteElection): string =>
  electionText.replace(plan.name, 'Asamblea de otra calle');

/** What one voter casts in this election, and in the other with the same choices. */
export interface CastInBoth {
  readonly voter: KnownVoter;
  readonly here: string;
  readonly elsewhere: string;
}

export function castInBoth(base: CompleteElection): readonly CastInBoth[] {
  const cast = (voter: KnownVoter, electionText: string) =>
    onElection({ electionText }, (election) => castBy(election, voter, `twice ${voter.credential}`));
  return base.some(base.voters).map((voter) => ({
    voter,
    here: cast(voter, base.electionText),
    elsewhere: cast(voter, namesake(base)),
  }));
}
