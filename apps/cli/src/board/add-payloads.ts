import {
  ballotWire,
  Misread,
  type NewEvent,
  readText,
  sideFile,
  type SideSection,
  withElection,
  createCheckRecord,
  writeSide,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { decryptionFile, shuffleFile, standsFor } from '@convite/trustee';
import { type ReadArchive, sidePathOf, verifyAll } from '../tasks/checked-archive.ts';
import { parseWire, readTextFile } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { extendArchive } from './extend-archive.ts';
import { withBoard } from './with-board.ts';

/** What a file adds to an archive. */
interface Addition {
  readonly event: NewEvent;
  readonly task: 'ballot' | 'shuffle' | 'decrypt';
  readonly section: SideSection | undefined;
}

/**
 * Does `convite board add`: ballots, shuffles and decryptions into the archive, all or none.
 *
 * Cost: every check is made once, on the archive with what was added; where one fails, also on the archive without.
 */
export function addPayloads(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const [given = '', ...paths] = context.given.inputs;
  return withBoard(context, given, async (archive) => {
    const additions: Addition[] = [];
    for (const path of paths) {
      const addition = await readAddition(context, archive, path);
      if (!addition.ok) return addition;
      additions.push(addition.value);
    }
    for (const { task } of additions) {
      const stands = standsFor(archive, task);
      if (!stands.ok) return stands;
    }
    const sections = additions.flatMap(({ section }) => section ?? []);
    const side = await sideWith(context, archive, sections);
    if (!side.ok) return side;
    const extended = await extendArchive(context, {
      given,
      start: undefined,
      head: archive.head,
      events: additions.map(({ event }) => event),
      side: side.value,
      isStrict: archive.isStrict,
    });
    if (!extended.ok) {
      // Whose doing it is that a check fails: those who hand something in are not to be blamed for what was there.
      const before = extended.error.type === 'addition_refused' ? await verifyAll(context, archive) : extended;
      return before.ok ? extended : before;
    }
    context.say(context.words.board.added({ archive: given, files: paths, side: side.value?.path }));
    return ok(0);
  });
}

async function readAddition(
  context: TaskContext,
  { electionText }: ReadArchive,
  path: string,
): Promise<Result<Addition, TaskRefusal>> {
  const text = await readTextFile(context, path, 'payload');
  if (!text.ok) return text;
  const uuid = /"uuid":"([^"]+)"/u;
  const isOther = (found: string): boolean => !electionText.includes(`"uuid":"${found}"`);
  // Other programs end a ballot with a new line, which is no part of it.
  const ballot = text.value.trimEnd();
  if (!(readText(ballotWire, ballot) instanceof Misread)) {
    return ok({ event: { type: 'Ballot', payload: Buffer.from(ballot) }, task: 'ballot', section: undefined });
  }
  if (text.value.startsWith('{"convite_shuffle"')) {
    const read = parseWire(text.value, path, 'payload', shuffleFile);
    if (!read.ok) return read;
    if (isOther(uuid.exec(text.value)?.[1] ?? '')) return err({ type: 'other_election', path });
    const { owner, shuffle } = read.value;
    return ok({
      event: { type: 'Shuffle', owner, payload: Buffer.from(shuffle) },
      task: 'shuffle',
      section: undefined,
    });
  }
  const read = parseWire(text.value, path, 'payload', decryptionFile);
  if (!read.ok) return read;
  if (isOther(read.value.uuid)) return err({ type: 'other_election', path });
  const { owner, decryption, section } = read.value;
  return ok({
    event: { type: 'PartialDecryption', owner, payload: Buffer.from(decryption) },
    task: 'decrypt',
    section,
  });
}

/** The side file with these sections behind those of the decryptions that the archive holds. */
async function sideWith(
  context: TaskContext,
  archive: ReadArchive,
  added: readonly SideSection[],
): Promise<Result<{ readonly path: string; readonly text: string } | undefined, TaskRefusal>> {
  const path = context.given.values.get('side') ?? sidePathOf(archive.given);
  let held: readonly SideSection[] = [];
  if (archive.side !== undefined) {
    const text = await readTextFile(context, path, 'side');
    if (!text.ok) return text;
    const read = readText(sideFile, text.value);
    if (read instanceof Misread) return err({ type: 'malformed', path, kind: 'side', place: read.place });
    held = read.sections;
  }
  if (held.length + added.length === 0) return ok(undefined);
  const suite = await loadMachineSuite();
  const written = withElection(suite, archive.electionText, createCheckRecord(), (election) =>
    writeSide(election, [...held, ...added]),
  );
  if (written !== undefined) return ok({ path, text: written });
  // An election that cannot be read fails a check.
  const verified = await verifyAll(context, archive);
  return verified.ok ? err({ type: 'changed', path: archive.given }) : verified;
}
