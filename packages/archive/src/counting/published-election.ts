import {
  type ArchiveSource,
  type BoardIndex,
  electionResult,
  type ElectionResultWire,
  type ElectionState,
  electionWire,
  type ElectionWire,
  Misread,
  readArchive,
  readPayload,
  readText,
  type RecordContent,
  type Sha256Maker,
  utf8Text,
} from '@convite/crypto';

/** What an archive publishes of its election. */
export interface PublishedElection {
  readonly wire: ElectionWire;
  readonly state: ElectionState;
  /** Ballots that count, and the sum of their weights; 0 before the encrypted tally. */
  readonly ballots: number;
  readonly weight: bigint;
  /** Public credentials of its set-up, spares among them. */
  readonly credentials: number;
  readonly result: ElectionResultWire | undefined;
}

/**
 * Reads what an archive publishes; undefined for a broken one.
 *
 * Hazards: it says nothing of proofs. Whatever is made of it is worth as much as what `verifyArchive` says of the same bytes.
 */
export async function readPublished(
  source: ArchiveSource,
  sha256: Sha256Maker,
): Promise<PublishedElection | undefined> {
  const reading = await readArchive(source, { sha256 });
  if (!reading.ok || reading.index.length === 0) return undefined;
  const { index, head } = reading;
  const textOf = async (content: RecordContent): Promise<string> => {
    const bytes = await readPayload(source, content, sha256);
    return bytes.ok ? (utf8Text(bytes.value) ?? '') : '';
  };
  const setup = index.event(0);
  if (setup.type !== 'Setup') return undefined;
  const wire = readText(electionWire, await textOf(setup.election));
  if (wire instanceof Misread) return undefined;
  const { ballots, weight } = tallied(index);
  const credentials = textsIn(await textOf(setup.credentials));
  const last = index.event(index.length - 1);
  const result = last.type === 'Result' ? readText(electionResult, await textOf(last.payload)) : undefined;
  return result instanceof Misread ? undefined : { wire, state: head.state, ballots, weight, credentials, result };
}

/** How many texts a list has. Requires: none of them needs an escaped sign, as credentials do not. */
function textsIn(list: string): number {
  let quotes = 0;
  for (let at = list.indexOf('"'); at >= 0; at = list.indexOf('"', at + 1)) quotes += 1;
  return quotes / 2;
}

function tallied(index: BoardIndex): { readonly ballots: number; readonly weight: bigint } {
  // It stands near the end: ballots come before it.
  for (let height = index.length - 1; height >= 0 && index.typeAt(height) !== 'Ballot'; height -= 1) {
    const event = index.event(height);
    if (event.type === 'EncryptedTally') return { ballots: event.numTallied, weight: event.totalWeight };
  }
  return { ballots: 0, weight: 0n };
}
