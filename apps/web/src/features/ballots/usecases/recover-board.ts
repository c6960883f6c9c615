import { type BoardHead, splitRecords } from '@convite/crypto';
import { credentialMachine, moved } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import type { Tx } from '../../../persistence/database.ts';
import type { KeptArchive } from '../board/kept-archive.ts';
import { type BallotRow, credentialStandings, insertBallots, insertEvents, moveHead } from '../store-board.ts';
import { releaseCredential } from '../store-credentials.ts';
import { lockElection } from '../store-elections.ts';
import { hashOf, headOf, nextEvent } from './append-event.ts';
import { claimedCredential } from './claimed-credential.ts';

/** Why the events that a database lost are not put back. */
export type RecoverRefusal =
  | 'no_election'
  /** The last event of the database is not one of the board that was signed. */
  | 'board_differs'
  /** Not only ballots are missing: what the tally left beside the board is gone too. */
  | 'tally_lost';

/** Events read at once. */
const eventsAtOnce = 256;

/**
 * Puts the events back that a database has lost: from its own last event up to the signed head, and none beyond.
 *
 * Every event is made anew behind the last one that stands, and its hash is that of the archive: so what is put back is,
 * byte for byte, what was signed. Spare letters that cast were given out. Requires: the archive holds the signed board.
 *
 * @returns how many ballots came back
 */
export async function recoverBoard(
  tx: Tx,
  signed: BoardHead,
  { source, index }: KeptArchive,
  { territory, now }: { readonly territory: string; readonly now: Date },
): Promise<Result<number, RecoverRefusal>> {
  const { contest } = signed;
  const election = await lockElection(tx, contest);
  if (election === undefined) return err('no_election');
  const from = election.height + 1;
  if (from >= signed.size) return ok(0);
  if (index.event(election.height).hash !== election.head) return err('board_differs');
  for (let height = from; height < signed.size; height++) {
    const type = index.typeAt(height);
    if (type !== 'Ballot' && type !== 'EndBallots') return err('tally_lost');
  }
  let head = headOf(election);
  let { ballots, voters } = election;
  for (let at = from; at < signed.size; at += eventsAtOnce) {
    const events = [];
    const texts: { readonly height: number; readonly text: string }[] = [];
    for (let height = at; height < Math.min(at + eventsAtOnce, signed.size); height++) {
      const { hash, type, end } = index.event(height);
      const start = index.event(height - 1).end;
      const [payload] = splitRecords(await source.read(start, end - start));
      invariant(payload !== undefined, 'an event has records');
      const isBallot = type === 'Ballot';
      const next = nextEvent(head, isBallot ? { type, payload: payload.content } : { type: 'EndBallots' });
      invariant(next?.hash === hash, 'what is made anew has the hash that was signed');
      events.push(next.event);
      if (isBallot) texts.push({ height, text: Buffer.from(payload.content).toString() });
      ({ head } = next);
    }
    await insertEvents(tx, contest, events);
    const rows = await ballotRows(tx, contest, texts, now);
    await insertBallots(tx, contest, rows);
    ballots += rows.length;
    voters += rows.filter(({ revision }) => revision === 1).length;
  }
  invariant(head.parent === signed.hash, 'the last event put back is the one that was signed');
  await moveHead(tx, contest, head, { ballots, voters });
  await appendAudit(tx, {
    ...{ event: 'board.recovered', subject: contest, actor: null, territory, isPublic: true, now },
    details: { from, size: signed.size, head: signed.hash, ballots: ballots - election.ballots },
  });
  return ok(ballots - election.ballots);
}

/** The rows of ballots, each the next of its credential. */
async function ballotRows(
  tx: Tx,
  contest: string,
  texts: readonly { readonly height: number; readonly text: string }[],
  now: Date,
): Promise<readonly BallotRow[]> {
  const cast = texts.map(({ height, text }) => {
    const credential = claimedCredential(text);
    invariant(credential !== undefined, 'a ballot that was signed is in its one form');
    return { height, credential, tracker: hashOf(text) };
  });
  const standings = await credentialStandings(tx, contest, [...new Set(cast.map((each) => each.credential))]);
  const revisions = new Map([...standings].map(([credential, { lastRevision }]) => [credential, lastRevision]));
  for (const { credential, state } of standings.values()) {
    // That it was given out is forgotten; that it cast is on the board.
    if (moved(credentialMachine, state, 'give').ok) await releaseCredential(tx, contest, credential, now);
    else invariant(moved(credentialMachine, state, 'cast').ok, 'what is void when a board is signed casts no more');
  }
  return cast.map((ballot) => {
    const revision = (revisions.get(ballot.credential) ?? 0) + 1;
    revisions.set(ballot.credential, revision);
    return { ...ballot, revision };
  });
}
