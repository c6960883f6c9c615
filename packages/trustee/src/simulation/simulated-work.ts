import { writeZip } from '@convite/archive';
import {
  approvalsQuestion,
  bytesSource,
  hashOfText,
  isMixed,
  type Question,
  readArchive,
  seededRandomness,
  type Sha256Maker,
  sha256Hex,
  simulateElection,
  type SimulationPlan,
  type Suite,
  utf8Text,
  withPolicy,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { KeyFile } from '../files/trustee-files.ts';
import { makeWork, type WorkMaterial } from '../work/make-work.ts';

/** Elections of one ceremony after the end of their votes, and the work file of them: for tests and rehearsals. */

const totals: Question = {
  ...{ answers: ['1. Farolas', '2. Bancos'], blank: true, min: 1, max: 1 },
  question: '¿Qué obra?',
};

/** A question whose ballots are shuffled, for the plan of a simulated election. */
export const simulatedMixed: Question = approvalsQuestion(['1. Pozo', '2. Techo'], '¿Qué obras?');

/** What simulating takes of the machine. */
export interface SimulationTools {
  readonly suite: Suite;
  readonly sha256: Sha256Maker;
}

/** An election after closing, whose trustees are those of all the others. */
export interface ClosedElection {
  readonly archive: Uint8Array;
  readonly uuid: string;
  /** Keys of all trustees, in their order. */
  readonly keys: readonly KeyFile[];
}

/**
 * Simulates an election of twelve voters up to its encrypted tally, under the key of three trustees of whom two open.
 *
 * Requires: changes that a simulation does not refuse.
 * Hazards: the seed decides everything but the trustees, and those are the same for every seed.
 */
export function simulateClosed(
  { suite, sha256 }: SimulationTools,
  seed: string,
  change: Partial<SimulationPlan> = {},
): ClosedElection {
  const plan: SimulationPlan = {
    ...{ group: 'Ed25519', name: `Obras ${seed}`, description: withPolicy('Obras'), questions: [totals] },
    ...{ voters: 12, revotes: 0, mostWeight: 1n, credentialForm: 'long', until: 'tally', timestamp: 1_795_220_101 },
    trustees: [{ kind: 'threshold', threshold: 2, size: 3 }],
    shuffles: change.questions?.some(isMixed) === true ? 1 : 0,
    ...change,
  };
  const random = (from: string) => seededRandomness(from, sha256.sha256);
  const run = simulateElection(suite, plan, random(seed), random('one ceremony'));
  invariant(run.ok, 'the plan is not refused');
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
  return { archive: joined(parts), uuid: step.value.uuid, keys };
}

/** A contest as a work file lists it, and the hash of its trustees. */
export interface ListedContest extends WorkMaterial {
  readonly trustees: string;
}

/** Lists an election in a work file: what waits for its trustees follows from its questions. Requires: a sound archive. */
export async function listContest(
  sha256: Sha256Maker,
  id: string,
  { archive, uuid }: Pick<ClosedElection, 'archive' | 'uuid'>,
): Promise<ListedContest> {
  const { index, ...reading } = await readArchive(bytesSource(archive), { sha256 });
  const setup = index.event(0);
  invariant(reading.ok && setup.type === 'Setup', 'the archive is sound');
  const bytesOf = (part: 'election' | 'trustees'): Uint8Array => {
    const { offset, length } = setup[part];
    return archive.subarray(offset, offset + length);
  };
  const election = utf8Text(bytesOf('election')) ?? '';
  return {
    ...{ id, name: `Circuito ${id}`, uuid },
    fingerprint: hashOfText(sha256.sha256, election),
    head: reading.head.parent ?? '',
    to_do: election.includes('"NonHomomorphic"') ? 'shuffle' : 'decrypt',
    ...{ archive: bytesSource(archive), side: undefined },
    trustees: sha256Hex(sha256.sha256(bytesOf('trustees'))),
  };
}

/** The bytes of a work file with these contests. */
export async function writeWork(sha256: Sha256Maker, contests: readonly ListedContest[]): Promise<Uint8Array> {
  const consultation = { slug: 'obras-2026', title: { es: 'Obras de la comuna', en: 'Works of the commune' } };
  const trustees = contests[0]?.trustees ?? '0'.repeat(64);
  const { contents } = await makeWork({ consultation, trustees, contests }, sha256);
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return joined(pieces);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
