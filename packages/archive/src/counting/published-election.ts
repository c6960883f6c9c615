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
  type TrusteesWire,
  trusteesWire,
  utf8Text,
} from '@convite/crypto';

/** A trustee of an election, by the number that shuffles and decryptions have; and what of these was its own. */
export interface PresentTrustee {
  readonly number: number;
  /** As the election publishes it; null where it publishes none. */
  readonly name: string | null;
  readonly shuffled: boolean;
  readonly decrypted: boolean;
}

/** What a board shows without anything being opened. */
export interface PublishedBoard {
  /** Of the format in which the election is written. */
  readonly version: number;
  readonly events: number;
  /** SHA-256 of the last event, which holds all before it. */
  readonly head: string;
  /** Ballots as they were cast: those that were replaced are among them. */
  readonly ballots: number;
  /** Public credentials of its set-up, spares among them. */
  readonly credentials: number;
  /** Of each ceremony how many had to decrypt, and of how many; one who decrypts alone is 1 of 1. */
  readonly key: readonly { readonly threshold: number; readonly members: number }[];
  readonly trustees: readonly PresentTrustee[];
}

/** What an archive publishes of its election. */
export interface PublishedElection {
  readonly wire: ElectionWire;
  readonly state: ElectionState;
  /** Ballots that count, and the sum of their weights; 0 before the encrypted tally. */
  readonly ballots: number;
  readonly weight: bigint;
  readonly board: PublishedBoard;
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
  if (!reading.ok) return undefined;
  const { index, head } = reading;
  if (head.parent === undefined) return undefined;
  const textOf = async (content: RecordContent): Promise<string> => {
    const bytes = await readPayload(source, content, sha256);
    return bytes.ok ? (utf8Text(bytes.value) ?? '') : '';
  };
  const setup = index.event(0);
  if (setup.type !== 'Setup') return undefined;
  const wire = readText(electionWire, await textOf(setup.election));
  if (wire instanceof Misread) return undefined;
  const trustees = readText(trusteesWire, await textOf(setup.trustees));
  if (trustees instanceof Misread) return undefined;
  const { ballots, weight } = tallied(index);
  const board = {
    ...{ version: wire.version, events: index.length, head: head.parent },
    ...{ ballots: ballotsOn(index), credentials: textsIn(await textOf(setup.credentials)) },
    ...presentOn(index, trustees),
  };
  const last = index.event(index.length - 1);
  const result = last.type === 'Result' ? readText(electionResult, await textOf(last.payload)) : undefined;
  return result instanceof Misread ? undefined : { wire, state: head.state, ballots, weight, board, result };
}

function ballotsOn(index: BoardIndex): number {
  let ballots = 0;
  for (let height = 0; height < index.length; height += 1) if (index.typeAt(height) === 'Ballot') ballots += 1;
  return ballots;
}

/** Who holds the key, and whose shuffles and decryptions stand on the board. */
function presentOn(index: BoardIndex, wire: TrusteesWire): Pick<PublishedBoard, 'key' | 'trustees'> {
  const owners = { Shuffle: new Set<number>(), PartialDecryption: new Set<number>() };
  // They stand behind all ballots.
  for (let height = index.length - 1; height >= 0 && index.typeAt(height) !== 'Ballot'; height -= 1) {
    const event = index.event(height);
    if (event.type === 'Shuffle' || event.type === 'PartialDecryption') owners[event.type].add(event.owner);
  }
  const names = wire.flatMap((one) =>
    one[0] === 'Single' ? [one[1].name ?? null] : one[1].verification_keys.map(({ name }) => name ?? null),
  );
  return {
    key: wire.map((one) =>
      one[0] === 'Single'
        ? { threshold: 1, members: 1 }
        : { threshold: one[1].threshold, members: one[1].verification_keys.length },
    ),
    trustees: names.map((name, i) => {
      const number = i + 1;
      return { number, name, shuffled: owners.Shuffle.has(number), decrypted: owners.PartialDecryption.has(number) };
    }),
  };
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
