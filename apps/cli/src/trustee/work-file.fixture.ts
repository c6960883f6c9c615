import { writeZip } from '@convite/archive';
import {
  bytesSource,
  type Question,
  readArchive,
  seededRandomness,
  sha256Hex,
  type SimulationPlan,
  simulateElection,
  withPolicy,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { fileText, type KeyFile, keyFile, makeWork, type WorkMaterial } from '@convite/trustee';

const totals: Question = {
  ...{ answers: ['1. Farolas', '2. Bancos'], blank: true, min: 1, max: 1 },
  question: '¿Qué obra?',
};

const suite = await loadMachineSuite();

/** A contest of a work file, and the hash of its trustees. */
interface ListedContest extends WorkMaterial {
  readonly trustees: string;
}

/** A contest that waits for trustees, and their keys: those of all elections made here. */
export interface WaitingContest extends ListedContest {
  /** Texts of the key files. */
  readonly keys: readonly string[];
}

/** An election after closing; `seed` decides everything but the trustees. */
export async function waitingContest(
  id: string,
  seed: string,
  change: Partial<SimulationPlan> = {},
): Promise<WaitingContest> {
  const plan: SimulationPlan = {
    group: 'Ed25519',
    name: `Obras ${id}`,
    description: withPolicy('Obras'),
    questions: [totals],
    voters: 12,
    revotes: 0,
    mostWeight: 1n,
    credentialForm: 'long',
    trustees: [{ kind: 'threshold', threshold: 2, size: 3 }],
    shuffles: change.questions === undefined ? 0 : 1,
    until: 'tally',
    timestamp: 1_795_220_101,
    ...change,
  };
  const random = (from: string) => seededRandomness(from, nodeSha256.sha256);
  const run = simulateElection(suite, plan, random(seed), random('one ceremony'));
  invariant(run.ok, 'the plan of a test is not refused');
  const parts: Uint8Array[] = [];
  const keys: string[] = [];
  let step = run.value.next();
  for (; step.done !== true; step = run.value.next()) {
    if (step.value.bytes !== undefined) parts.push(step.value.bytes);
    for (const secret of step.value.secrets) {
      if (secret.type !== 'trustee') continue;
      const { owner, public_key, secret_key } = secret;
      const name = ['Ana', 'Beto', 'Carla'][owner - 1] ?? String(owner);
      const file: KeyFile = { convite_key: 1, kind: 'member', group: 'Ed25519', name, public_key, secret: secret_key };
      keys.push(fileText(keyFile, file));
    }
  }
  const archive = Buffer.concat(parts);
  const { index, ...reading } = await readArchive(bytesSource(archive), { sha256: nodeSha256 });
  const setup = index.event(0);
  invariant(reading.ok && setup.type === 'Setup', 'a simulation begins with its setup');
  const hashOf = ({ offset, length }: { readonly offset: number; readonly length: number }) =>
    nodeSha256.sha256(archive.subarray(offset, offset + length));
  return {
    id,
    name: `Circuito ${id}`,
    uuid: step.value.uuid,
    fingerprint: Buffer.from(hashOf(setup.election)).toString('base64').slice(0, 43),
    head: reading.head.parent ?? '',
    to_do: plan.shuffles > 0 ? 'shuffle' : 'decrypt',
    archive: bytesSource(archive),
    side: undefined,
    trustees: sha256Hex(hashOf(setup.trustees)),
    keys,
  };
}

/** The bytes of a work file. */
export async function workFile(contests: readonly ListedContest[]): Promise<Buffer> {
  const consultation = { slug: 'obras-2026', title: { es: 'Obras de la comuna', en: 'Works of the commune' } };
  const { contents } = await makeWork({ consultation, trustees: contests[0]?.trustees ?? '', contests }, nodeSha256);
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}
