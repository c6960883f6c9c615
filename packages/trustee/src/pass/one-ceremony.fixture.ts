import { type ZipContent, writeZip } from '@convite/archive';
import {
  appendEvent,
  bytesSource,
  type NewEvent,
  portableSha256,
  readArchive,
  type SimulationPlan,
  type VerifierMachine,
  ballotsHere,
  curveGroup,
  loadCurveCore,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import {
  type ClosedElection,
  listContest,
  type ListedContest,
  simulateClosed,
  writeWork,
} from '../simulation/simulated-work.ts';
import type { WorkMaterial } from '../work/make-work.ts';

const sha256 = portableSha256;
const core = await loadCurveCore();
invariant(core.ok, 'the arithmetic core runs wherever tests do');
const group = curveGroup(core.value);
const suite = { group: () => group, sha256: sha256.sha256 };

export const machine: VerifierMachine = {
  suite,
  sha256,
  ballotWorkers: (electionText) => ballotsHere(suite, electionText),
  progress: () => undefined,
};

/** An election after closing, whose trustees are those of all the others. */
export const closedElection = (seed: string, change: Partial<SimulationPlan> = {}): ClosedElection =>
  simulateClosed({ suite, sha256 }, seed, change);

/** The archive with an event more. */
export async function withEvent(archive: Uint8Array, event: NewEvent): Promise<Buffer> {
  const reading = await readArchive(bytesSource(archive), { sha256 });
  invariant(reading.ok, 'a test goes on from a sound archive');
  const written = appendEvent(reading.head, event, sha256.sha256);
  invariant(written.ok, 'the order of events is kept');
  return Buffer.concat([archive, written.value.bytes]);
}

/** A contest of a work file: one that waits for its decryption, unless it is said otherwise. */
export const waiting = async (
  id: string,
  closed: Pick<ClosedElection, 'archive' | 'uuid'>,
  change: Partial<WorkMaterial> = {},
): Promise<ListedContest> => ({ ...(await listContest(sha256, id, closed)), to_do: 'decrypt', ...change });

/** The bytes of a work file with these contests. */
export const workOf = (contests: readonly ListedContest[]): Promise<Uint8Array> => writeWork(sha256, contests);

export async function zipBytes(contents: readonly ZipContent[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}
