import {
  credentialSecret,
  electionWire,
  makeBallot,
  publicCredential,
  readCredentialList,
  readPrivateCredential,
  createCheckRecord,
  isMixed,
  withElection,
  type Suite,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { standsFor } from '@convite/trustee';
import { withCheckedArchive } from '../tasks/checked-archive.ts';
import { shownTracker } from '../tasks/groups-of-signs.ts';
import { type LineReader, readLines } from '../tasks/line-reader.ts';
import { isThere, writeFiles } from '../tasks/new-files.ts';
import { readTextFile, readWire, warnWhereOpen } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { askChoices, readChoices } from './read-choices.ts';

/** The election as a voter has it: its text, and its list of credentials where the archive is at hand. */
interface VotersElection {
  readonly suite: Suite;
  readonly text: string;
  readonly credentials: Uint8Array | undefined;
}

/** Does `convite ballot cast`: seals a ballot on this machine. */
export async function castBallot(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const { values, flags } = context.given;
  const [archive, election] = [values.get('archive'), values.get('election')];
  if (values.has('choices') === flags.has('choose')) return err({ type: 'choices_or_choose' });
  const out = context.value('out');
  if (await isThere(context.path(out))) return err({ type: 'exists', path: out });
  if (archive !== undefined && election === undefined) {
    return withCheckedArchive(context, archive, async (checked) => {
      const stands = standsFor(checked, 'ballot');
      if (!stands.ok) return stands;
      const setup = checked.contents.index.event(0);
      invariant(setup.type === 'Setup', 'an accepted archive begins with its setup');
      const credentials = await checked.contents.bytes(setup.credentials, createCheckRecord());
      return sealFor(context, { suite: checked.suite, text: checked.electionText, credentials });
    });
  }
  if (election === undefined || archive !== undefined) return err({ type: 'archive_or_election' });
  const read = await readWire(context, election, 'election', electionWire);
  if (!read.ok) return read;
  return sealFor(context, { suite: await loadMachineSuite(), text: read.value.text, credentials: undefined });
}

async function sealFor(context: TaskContext, election: VotersElection): Promise<Result<0, TaskRefusal>> {
  const lines = readLines(context.terminal);
  try {
    return await seal(context, election, lines);
  } finally {
    lines.close();
  }
}

async function seal(
  context: TaskContext,
  { suite, text, credentials }: VotersElection,
  lines: LineReader,
): Promise<Result<0, TaskRefusal>> {
  const typed = await credentialText(context, lines);
  if (!typed.ok) return typed;
  const credential = readPrivateCredential(typed.value);
  if (!credential.ok) return err({ type: 'credential', refusal: credential.error });
  const sealed = await withElection(suite, text, createCheckRecord(), async (election) => {
    const { group, uuid, questions } = election;
    const secret = credentialSecret(group, credential.value, uuid);
    if (credentials !== undefined) {
      const options = { mixed: questions.some(isMixed) };
      const list = readCredentialList(group, credentials, options, createCheckRecord());
      const place = list?.indexOf(group.write(publicCredential(group, secret)));
      if (place === undefined) return err<TaskRefusal>({ type: 'credential_unlisted' });
    }
    const given = context.given.values.get('choices');
    const choices = given === undefined ? await askChoices(context, election, lines) : readChoices(election, given);
    if (!choices.ok) return choices;
    const made = makeBallot(election, secret, choices.value, context.random);
    invariant(made.ok, 'the choices were checked');
    return ok(made.value);
  });
  if (sealed === undefined) {
    return err({ type: 'malformed', path: context.value('election'), kind: 'election', place: '' });
  }
  if (!sealed.ok) return sealed;
  const out = context.value('out');
  const written = await writeFiles([{ path: context.path(out), content: sealed.value.text, isPrivate: false }]);
  if (!written.ok) return written;
  const { tracker } = sealed.value;
  context.say(context.words.ballot.sealed({ out, tracker, shown: shownTracker(tracker) }));
  return ok(0);
}

/** The private credential: from a file, or typed; never from the command line, which others on the machine can see. */
async function credentialText(context: TaskContext, lines: LineReader): Promise<Result<string, TaskRefusal>> {
  const path = context.given.values.get('credential-file') ?? '-';
  if (path !== '-') {
    const text = await readTextFile(context, path, 'credentials');
    if (text.ok) await warnWhereOpen(context, path);
    return text;
  }
  const line = await lines.ask(context.words.ballot.askCredential);
  return line === undefined ? err({ type: 'input_ended' }) : ok(line);
}
