import { type ZipContent, writeZip } from '@convite/archive';
import {
  approvalsQuestion,
  appendEvent,
  bytesSource,
  type NewEvent,
  portableSha256,
  type Question,
  readArchive,
  seededRandomness,
  type SimulationPlan,
  simulateElection,
  type VerifierMachine,
  ballotsHere,
  withPolicy,
  curveGroup,
  loadCurveCore,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { KeyFile } from '../files/trustee-files.ts';
import { makeWork, type WorkMaterial } from '../work/make-work.ts';

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

const totals: Question = {
  answers: ['1. Farolas', '2. Bancos'],
  blank: true,
  min: 1,
  max: 1,
  question: '¿Qué obra?',
};
export const mixed: Question = approvalsQuestion(['1. Pozo', '2. Techo'], '¿Qué obras?');

/** An election after closing, whose trustees are those of all the others. */
export interface ClosedElection {
  readonly archive: Buffer;
  readonly uuid: string;
  /** Keys of all trustees, in their order. */
  readonly keys: readonly KeyFile[];
}

export function closedElection(seed: string, change: Partial<SimulationPlan> = {}): ClosedElection {
  const plan: SimulationPlan = {
    group: 'Ed25519',
    name: `Obras ${seed}`,
    description: withPolicy('Obras'),
    questions: [totals],
    voters: 12,
    revotes: 0,
    mostWeight: 1n,
    credentialForm: 'long',
    trustees: [{ kind: 'threshold', threshold: 2, size: 3 }],
    shuffles: change.questions?.[0] === mixed ? 1 : 0,
    until: 'tally',
    timestamp: 1_795_220_101,
    ...change,
  };
  const random = (from: string) => seededRandomness(from, sha256.sha256);
  const run = simulateElection(suite, plan, random(seed), random('one ceremony'));
  invariant(run.ok, 'the plan of a test is not refused');
  const parts: Uint8Array[] = [];
  const keys: KeyFile[] = [];
  let step = run.value.next();
  for (; step.done !== true; step = run.value.next()) {
    if (step.value.bytes !== undefined) parts.push(step.value.bytes);
    for (const secret of step.value.secrets) {
      if (secret.type !== 'trustee') continue;
      const { owner, public_key, secret_key } = secret;
      const name = ['Ana', 'Beto', 'Carla'][owner - 1] ?? String(owner);
      keys.push({ convite_key: 1, kind: 'member', group: 'Ed25519', name, public_key, secret: secret_key });
    }
  }
  return { archive: Buffer.concat(parts), uuid: step.value.uuid, keys };
}

/** The archive with an event more. */
export async function withEvent(archive: Uint8Array, event: NewEvent): Promise<Buffer> {
  const reading = await readArchive(bytesSource(archive), { sha256 });
  invariant(reading.ok, 'a test goes on from a sound archive');
  const written = appendEvent(reading.head, event, sha256.sha256);
  invariant(written.ok, 'the order of events is kept');
  return Buffer.concat([archive, written.value.bytes]);
}

const texts = async (archive: Uint8Array) => {
  const { index, ...reading } = await readArchive(bytesSource(archive), { sha256 });
  const setup = index.event(0);
  invariant(reading.ok && setup.type === 'Setup', 'a test lists sound archives');
  const hashOf = (part: 'election' | 'trustees'): Uint8Array => {
    const { offset, length } = setup[part];
    return sha256.sha256(archive.subarray(offset, offset + length));
  };
  return {
    head: reading.head.parent ?? '',
    fingerprint: Buffer.from(hashOf('election')).toString('base64').slice(0, 43),
    trustees: Buffer.from(hashOf('trustees')).toString('hex'),
  };
};

/** A contest of a work file. */
export async function waiting(
  id: string,
  { archive, uuid }: Pick<ClosedElection, 'archive' | 'uuid'>,
  change: Partial<WorkMaterial> = {},
): Promise<WorkMaterial & { readonly trustees: string }> {
  const { trustees, ...listed } = await texts(archive);
  return {
    ...{ id, name: `Circuito ${id}`, uuid, to_do: 'decrypt', archive: bytesSource(archive), side: undefined },
    ...{ trustees, ...listed },
    ...change,
  };
}

/** The bytes of a work file with these contests. */
export async function workOf(contests: readonly (WorkMaterial & { readonly trustees: string })[]): Promise<Buffer> {
  const consultation = { slug: 'obras-2026', title: { es: 'Obras', en: 'Works' } };
  const { contents } = await makeWork(
    { consultation, trustees: contests[0]?.trustees ?? '0'.repeat(64), contests },
    sha256,
  );
  return zipBytes(contents);
}

export async function zipBytes(contents: readonly ZipContent[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}
