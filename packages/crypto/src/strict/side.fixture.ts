import { invariant } from '@convite/kernel';
import { hashOf, read } from '../board/archive.fixture.ts';
import { failingLog } from '../simulation/failing-log.ts';
import { seededRandomness } from '../primitives/seeded-randomness.fixture.ts';
import { verifyDecryption } from '../v1/decryption/verify-decryption.ts';
import type { Election } from '../v1/election/election.ts';
import { verifyShuffle } from '../v1/shuffle/verify-shuffle.ts';
import { readTally } from '../v1/tally/read-tally.ts';
import type { Tally } from '../v1/tally/tally.ts';
import { type CompleteElection, onElection } from '../verify/complete-election.fixture.ts';
import { archiveOfEvents, type Events, placesOf, textIn } from '../verify/tampered-archive.fixture.ts';
import { makeSection, writeSide } from './make-side.ts';
import type { SideSection } from './side-file.ts';
import type { DecryptionStatement } from './strong-proof.ts';

/** What is decrypted: the tally after all shuffles. */
function finalTally<E>(election: Election<E>, events: Events): Tally {
  const [first = 0] = placesOf(events, 'EncryptedTally');
  let tally = readTally(election.group, textIn(events[first]), failingLog);
  for (const at of placesOf(events, 'Shuffle')) {
    invariant(tally !== undefined, 'the tally and every shuffle hold');
    tally = verifyShuffle(election, tally, textIn(events[at]), 'shuffle', failingLog);
  }
  invariant(tally !== undefined, 'the tally and every shuffle hold');
  return tally;
}

/** The statements of the decryptions of an archive, made apart from the verifier. */
export async function statementsOf<E>(
  { trustees }: CompleteElection,
  election: Election<E>,
  events: Events,
): Promise<readonly DecryptionStatement[]> {
  const places = placesOf(events, 'PartialDecryption');
  const { index } = await read(archiveOfEvents(events));
  const head = index.event((places[0] ?? 1) - 1).hash;
  const tally = finalTally(election, events);
  return places.map((at) => {
    const event = events[at];
    invariant(event?.type === 'PartialDecryption', 'a decryption stands at its place');
    const { owner, payload } = event;
    const X = election.group.power(election.group.g, trustees[owner - 1] ?? 0n);
    const factors = verifyDecryption(election, X, tally, textIn(event), 'decryption', failingLog);
    invariant(factors !== undefined, 'every decryption holds');
    return { head, owner, X, decryption: hashOf(payload), tally, factors };
  });
}

/** The side file that the trustees of an election publish beside this archive, its sections altered by `change`. */
export async function sideOf(
  base: CompleteElection,
  events: Events = base.events,
  change: (sections: readonly SideSection[]) => readonly SideSection[] = (sections) => sections,
): Promise<string> {
  return onElection(base, async (election) => {
    const statements = await statementsOf(base, election, events);
    const sections = statements.map((statement) =>
      makeSection(election, base.trustees[statement.owner - 1] ?? 0n, statement, seededRandomness('side file')),
    );
    return writeSide(election, change(sections));
  });
}
