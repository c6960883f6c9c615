import { answersFit } from '@convite/archive';
import {
  appendEvent,
  type BoardRecord,
  type CheckFailure,
  credentialEntries,
  declaredPolicy,
  electionWire,
  hashOfText,
  Misread,
  type Question,
  readText,
  splitRecords,
  startArchive,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { BallotsContext } from '../ballots-context.ts';
import { insertEvents } from '../store-board.ts';
import { insertCredentials } from '../store-credentials.ts';
import { contestToSetUp, deleteElection, insertElection, isElectionElsewhere } from '../store-elections.ts';

/** Why an archive does not become the election of a contest. */
export type SetUpRefusal =
  | { readonly type: 'not_an_archive' }
  /** The checks that `convite verify --strict` makes; the first of those that fail. */
  | { readonly type: 'archive_refused'; readonly failures: readonly CheckFailure[] }
  /** More than the setup is in it. */
  | { readonly type: 'not_only_a_setup'; readonly events: number }
  | { readonly type: 'unknown_contest' }
  /** Only before the opening. */
  | { readonly type: 'too_late' }
  /** The rule of the contest is not frozen yet. */
  | { readonly type: 'rule_not_frozen' }
  /** The description ends in the hash of another rule, or of none. */
  | { readonly type: 'other_rule'; readonly declared: string | undefined; readonly frozen: string }
  | { readonly type: 'other_group'; readonly found: string; readonly wanted: string }
  /** Its answers are not the options of the contest by number and title, each of them, in the order of the paper. */
  | { readonly type: 'other_options' | 'other_order' }
  /** Another contest has this election: a ballot of one would be a ballot of the other. */
  | { readonly type: 'election_of_other_contest' }
  /** A spare that the list of credentials does not have, or one named twice. */
  | { readonly type: 'unknown_spare'; readonly credential: string };

/** What is brought for a contest. */
export interface BroughtElection {
  readonly contest: string;
  /** An archive that holds the setup alone, made by the offline tools. */
  readonly archive: Uint8Array;
  /** Public credentials of its list that wait for additions and lost letters. */
  readonly spares: readonly string[];
  /** The account that brings it; null for a command. */
  readonly by: string | null;
}

/** What was stored. */
export interface ElectionSetUp {
  readonly uuid: string;
  readonly fingerprint: string;
  readonly credentials: number;
  readonly spares: number;
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** The first record of an archive: header and text, a block each. */
const firstRecord = 1024;

/**
 * Sets up the election of a contest: checks the archive as `convite verify --strict` does, that it is counted by the
 * frozen rule of this contest, and stores its records byte for byte. Before the opening it may be brought anew.
 */
export async function setUpElection(
  context: BallotsContext,
  brought: BroughtElection,
): Promise<Result<ElectionSetUp, SetUpRefusal>> {
  const { archive } = brought;
  const answer = await context.tallyProofs.perform({ type: 'archive', bytes: archive });
  invariant(answer.type === 'archive', 'an archive is answered as one');
  const { verdict } = answer;
  if (verdict.answer === 'not_an_archive') return err({ type: 'not_an_archive' });
  if (verdict.answer === 'refused') return err({ type: 'archive_refused', failures: verdict.failures });
  if (verdict.events !== 1) return err({ type: 'not_only_a_setup', events: verdict.events });
  const setup = readSetup(archive);
  const spares = new Set(brought.spares);
  const unknown = unknownSpare(setup.credentials, brought.spares);
  if (unknown !== undefined) return err({ type: 'unknown_spare', credential: unknown });
  return await inRefusableTransaction(context.database, async (tx) => {
    const refusal = await refusalOf(tx, brought.contest, setup);
    if (refusal !== undefined) return err(refusal);
    await deleteElection(tx, brought.contest);
    const { uuid, fingerprint, head } = setup;
    await insertElection(tx, { contest: brought.contest, uuid, fingerprint, head });
    await insertEvents(tx, brought.contest, [{ type: 'Setup', height: 0, parent: undefined, records: setup.records }]);
    const count = await storeCredentials(tx, brought.contest, setup.credentials, spares);
    await recordSetUp(tx, brought, setup, { count, spares: spares.size }, context.now());
    return ok({ uuid, fingerprint, credentials: count, spares: spares.size });
  });
}

interface Setup {
  readonly records: readonly BoardRecord[];
  readonly credentials: Uint8Array;
  readonly uuid: string;
  readonly group: string;
  readonly fingerprint: string;
  readonly questions: readonly Question[];
  /** The rule that the election declares. */
  readonly rules: string | undefined;
  readonly head: Parameters<typeof insertElection>[1]['head'];
}

/** Takes a checked setup apart. */
function readSetup(archive: Uint8Array): Setup {
  const records = splitRecords(archive.subarray(firstRecord));
  const [election, trustees, credentials] = records.map(({ content }) => content);
  invariant(election !== undefined && trustees !== undefined && credentials !== undefined, 'a setup has its records');
  const text = Buffer.from(election).toString();
  const wire = readText(electionWire, text);
  invariant(!(wire instanceof Misread), 'an accepted election can be read');
  const timestamp = recordTimeOf(archive);
  // What our own writer makes of the same contents is what was brought: so all that follows goes on from it.
  const appended = appendEvent(
    startArchive(timestamp).head,
    { type: 'Setup', election, trustees, credentials },
    sha256,
  );
  invariant(appended.ok, 'a setup comes first');
  invariant(Buffer.compare(appended.value.bytes, archive.subarray(firstRecord)) === 0, 'an archive has one form');
  return {
    records,
    credentials,
    uuid: wire.uuid,
    group: wire.group,
    questions: wire.questions,
    fingerprint: hashOfText(sha256, text),
    rules: declaredPolicy(wire.description)?.rules,
    head: { ...appended.value.head, parent: appended.value.hash },
  };
}

/** The time that the records of a checked archive carry. */
const recordTimeOf = (archive: Uint8Array): number =>
  Number(/"timestamp":"(\d+)"/u.exec(Buffer.from(archive.subarray(512, firstRecord)).toString('latin1'))?.[1]);

async function refusalOf(tx: Tx, contest: string, setup: Setup): Promise<SetUpRefusal | undefined> {
  const wanted = await contestToSetUp(tx, contest);
  if (wanted === undefined) return { type: 'unknown_contest' };
  if (wanted.state !== 'draft' && wanted.state !== 'ready' && wanted.state !== 'frozen') return { type: 'too_late' };
  if (wanted.ruleHash === null) return { type: 'rule_not_frozen' };
  if (setup.rules !== wanted.ruleHash) return { type: 'other_rule', declared: setup.rules, frozen: wanted.ruleHash };
  if (setup.group !== wanted.group) return { type: 'other_group', found: setup.group, wanted: wanted.group };
  // Without options nothing was frozen that it could be compared with.
  const fits =
    wanted.options.length === 0 || answersFit({ id: contest, ...wanted }, wanted.order, setup.questions, sha256);
  if (fits !== true && !fits.ok) return { type: fits.error };
  return (await isElectionElsewhere(tx, contest, setup.uuid)) ? { type: 'election_of_other_contest' } : undefined;
}

/** The text of a credential alone, without its weight. */
const alone = (text: string): string => text.split(',', 1)[0] ?? '';

function unknownSpare(list: Uint8Array, spares: readonly string[]): string | undefined {
  const missing = new Set<string>();
  for (const spare of spares) {
    if (missing.has(spare)) return spare;
    missing.add(spare);
  }
  if (missing.size === 0) return undefined;
  for (const { text = '' } of credentialEntries(list)) missing.delete(alone(text));
  return [...missing][0];
}

const credentialsAtOnce = 20_000;

async function storeCredentials(
  tx: Tx,
  contest: string,
  list: Uint8Array,
  spares: ReadonlySet<string>,
): Promise<number> {
  let [count, batch]: [number, string[]] = [0, []];
  const flush = async (): Promise<void> => {
    await insertCredentials(tx, contest, batch, (credential) => spares.has(credential));
    count += batch.length;
    batch = [];
  };
  for (const { text = '' } of credentialEntries(list)) {
    batch.push(alone(text));
    if (batch.length === credentialsAtOnce) await flush();
  }
  await flush();
  return count;
}

async function recordSetUp(
  tx: Tx,
  { contest, by }: BroughtElection,
  { uuid, fingerprint, head }: Setup,
  { count, spares }: { readonly count: number; readonly spares: number },
  now: Date,
): Promise<void> {
  const wanted = await contestToSetUp(tx, contest);
  await appendAudit(tx, {
    event: 'election.set_up',
    subject: contest,
    actor: by,
    territory: wanted?.territory ?? null,
    details: { uuid, fingerprint, head: head.parent, credentials: count, spares },
    isPublic: true,
    now,
  });
}
