import {
  type ArchiveReading,
  type ArchiveSource,
  credentialEntries,
  electionResult,
  type ElectionResultWire,
  electionWire,
  type ElectionWire,
  hashOfText,
  Misread,
  readPayload,
  readText,
  type RecordContent,
  type TrusteesWire,
  trusteesWire,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { type BallotCount, countBallots } from './count-ballots.ts';

/** An election as its archive tells it; nothing of it is verified. */
export interface ToldElection {
  readonly election: ElectionWire;
  readonly fingerprint: string;
  readonly trustees: TrusteesWire;
  readonly credentials: CredentialCount;
  readonly ballots: BallotCount;
  readonly result: ElectionResultWire | undefined;
}

export interface CredentialCount {
  readonly credentials: number;
  readonly weight: bigint;
}

/** Where what an archive holds is not what the format asks for. */
export interface UnreadableContent {
  readonly place: string;
}

type SoundReading = Extract<ArchiveReading, { readonly ok: true }>;

/** Reads what an archive says of its election. Requires: the reading is of this source. */
export async function readElection(
  source: ArchiveSource,
  { index }: SoundReading,
  progress: (done: number, of: number) => void,
): Promise<Result<ToldElection, UnreadableContent>> {
  const unreadable = (place: string) => err<UnreadableContent>({ place });
  const textOf = async (content: RecordContent): Promise<string> => {
    const bytes = await readPayload(source, content, nodeSha256);
    return bytes.ok ? Buffer.from(bytes.value).toString('utf8') : '';
  };
  const setup = index.event(0);
  if (setup.type !== 'Setup') return unreadable('setup');
  const electionText = await textOf(setup.election);
  const election = readText(electionWire, electionText);
  if (election instanceof Misread) return unreadable(`election${election.place}`);
  const trustees = readText(trusteesWire, await textOf(setup.trustees));
  if (trustees instanceof Misread) return unreadable(`trustees${trustees.place}`);
  const list = await readPayload(source, setup.credentials, nodeSha256);
  const credentials = list.ok ? countCredentials(list.value) : undefined;
  if (credentials === undefined) return unreadable('credentials');
  const last = index.event(index.length - 1);
  const result = last.type === 'Result' ? readText(electionResult, await textOf(last.payload)) : undefined;
  if (result instanceof Misread) return unreadable(`result${result.place}`);
  const ballots = await countBallots(source, index, progress);
  const fingerprint = hashOfText(nodeSha256.sha256, electionText);
  return ok({ election, fingerprint, trustees, credentials, ballots, result });
}

/** How many credentials a list has and what they weigh together; undefined where it is no list of them. */
function countCredentials(list: Uint8Array): CredentialCount | undefined {
  let [credentials, weight] = [0, 0n];
  for (const { text } of credentialEntries(list)) {
    const [, written = '1'] = /^[^,]+(?:,(\d{1,20}))?$/u.exec(text ?? '') ?? [undefined, ''];
    if (written === '') return undefined;
    credentials += 1;
    weight += BigInt(written);
  }
  return { credentials, weight };
}
