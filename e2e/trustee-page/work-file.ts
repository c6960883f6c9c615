import { writeZip } from '@convite/archive';
import {
  approvalsQuestion,
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
import { fileText, keyFile, type KeyFile, makeWork, type WorkMaterial } from '@convite/trustee';

const totals: Question = {
  ...{ answers: ['1. Farolas', '2. Bancos'], blank: true, min: 1, max: 1 },
  question: '¿Qué obra?',
};
const mixed = approvalsQuestion(['1. Pozo', '2. Techo'], '¿Qué obras?');

const suite = await loadMachineSuite();

/** A contest that waits for trustees, and their keys: those of all elections made here. */
export interface WaitingContest extends WorkMaterial {
  readonly bytes: Buffer;
  readonly trustees: string;
  /** Texts of the key files. */
  readonly keys: readonly string[];
}

/** An election after closing; `seed` decides everything but the trustees. */
export async function waitingContest(
  id: string,
  seed: string,
  kind: 'totals' | 'mixed',
  voters: number,
): Promise<WaitingContest> {
  const isMixed = kind === 'mixed';
  const plan: SimulationPlan = {
    ...{ group: 'Ed25519', name: `Obras ${id}`, description: withPolicy('Obras'), voters, revotes: 0, mostWeight: 1n },
    ...{ questions: [isMixed ? mixed : totals], shuffles: isMixed ? 1 : 0, until: 'tally', credentialForm: 'long' },
    ...{ trustees: [{ kind: 'threshold', threshold: 2, size: 3 }], timestamp: 1_795_220_101 },
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
  const bytes = Buffer.concat(parts);
  const { index, ...reading } = await readArchive(bytesSource(bytes), { sha256: nodeSha256 });
  const setup = index.event(0);
  invariant(reading.ok && setup.type === 'Setup', 'a simulation begins with its setup');
  const hashOf = ({ offset, length }: { readonly offset: number; readonly length: number }) =>
    nodeSha256.sha256(bytes.subarray(offset, offset + length));
  return {
    ...{ id, name: `Circuito ${id}`, uuid: step.value.uuid, to_do: isMixed ? 'shuffle' : 'decrypt' },
    fingerprint: Buffer.from(hashOf(setup.election)).toString('base64').slice(0, 43),
    head: reading.head.parent ?? '',
    ...{ archive: bytesSource(bytes), bytes, side: undefined, keys },
    trustees: sha256Hex(hashOf(setup.trustees)),
  };
}

/** The bytes of a work file. */
export async function workFile(contests: readonly WaitingContest[]): Promise<Buffer> {
  const consultation = { slug: 'obras-2026', title: { es: 'Obras de la comuna', en: 'Works of the commune' } };
  const { contents } = await makeWork({ consultation, trustees: contests[0]?.trustees ?? '', contests }, nodeSha256);
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}
