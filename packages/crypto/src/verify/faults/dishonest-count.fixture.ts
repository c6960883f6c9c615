import { makeDecryption } from '../../v1/decryption/make-decryption.ts';
import type { Election } from '../../v1/election/election.ts';
import type { Tally } from '../../v1/tally/tally.ts';
import type { Check } from '../checks.ts';
import { type CompleteElection, onElection } from '../complete-election.fixture.ts';
import { type Events, placesOf, textIn, withText } from '../tampered-archive.fixture.ts';
import {
  amountsOf,
  ballotIn,
  type CountedBallot,
  countedAnew,
  type Deviations,
  lastBallots,
  tallyOf,
  unencodedBallot,
} from './attackers.fixture.ts';
import { fault, type Pick, type SeededFault } from './seeded-fault.fixture.ts';
import { countChecks } from './vote-faults.fixture.ts';

/** The events up to the end of the vote. */
export const voteOf = (events: Events): Events => events.slice(0, (placesOf(events, 'EndBallots')[0] ?? 0) + 1);

export const hasMixed = ({ plan }: CompleteElection): boolean => plan.shuffles > 0;

/** A count that server and trustees make together of other ballots, or with other weights, than the board's. */
export const miscounted = (
  name: string,
  distort: (counted: readonly CountedBallot[], base: CompleteElection) => readonly (readonly CountedBallot[])[],
): SeededFault =>
  fault(
    'tally.ciphertexts',
    name,
    (base, pick) =>
      onElection(base, (election) => {
        const vote = voteOf(base.events);
        const sound = lastBallots(base, vote);
        return distort(sound, base).map((distorted, i): readonly [string, Events] => {
          const counted = pick(sound, distorted);
          const rest = countedAnew(base, election, tallyOf(election, counted), amountsOf(counted));
          return [`count ${i}`, [...vote, ...rest]];
        });
      }),
    ...countChecks,
  );

/** An honest count of the right ballots, but for one deviation. */
export const deviating = (
  check: Check,
  name: string,
  deviations: (base: CompleteElection) => readonly Deviations[],
  ...also: readonly Check[]
): SeededFault =>
  fault(
    check,
    name,
    (base, pick) =>
      onElection(base, (election) => {
        const vote = voteOf(base.events);
        const counted = lastBallots(base, vote);
        const tally = tallyOf(election, counted);
        return base.some(deviations(base)).map((deviation, i): readonly [string, Events] => {
          const rest = countedAnew(base, election, tally, amountsOf(counted), pick({}, deviation));
          return [`count ${i}`, [...vote, ...rest]];
        });
      }),
    ...also,
  );

/** An honest count in which the last voter's ballot encodes nothing; undefined where no question is mixed. */
export const withUnencoded = (base: CompleteElection, pick: Pick): Events | undefined =>
  onElection(base, (election) => {
    const vote = voteOf(base.events);
    const at = placesOf(vote, 'Ballot').at(-1) ?? 0;
    const own = textIn(vote[at]);
    const voter = base.voters.find(({ credential }) => credential === ballotIn(own).credential);
    const nothing = unencodedBallot(election, voter?.secret ?? 0n, own);
    if (nothing === undefined) return undefined;
    const cast = withText(vote, at, () => pick(own, nothing));
    const counted = lastBallots(base, cast);
    return [...cast, ...countedAnew(base, election, tallyOf(election, counted), amountsOf(counted))];
  });

/** Decrypts with a secret that is not the trustee's own, but the proof of it holds for the key that it belongs to. */
export const withOtherSecret = <E>(
  election: Election<E>,
  x: bigint,
  tally: Tally,
  random: Parameters<typeof makeDecryption>[3],
): string => makeDecryption(election, x + 1n, tally, random);
