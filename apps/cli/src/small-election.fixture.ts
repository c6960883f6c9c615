import {
  approvalsQuestion,
  bytesSource,
  createArchiveWriter,
  type NewEvent,
  type Question,
  readArchive,
  seededRandomness,
  simulateElection,
  type SimulationPlan,
  startArchive,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';

export const worksQuestion: Question = {
  answers: ['Farolas', 'Bancos', 'Un árbol'],
  blank: true,
  min: 1,
  max: 2,
  question: '¿Qué obra primero?',
};

/** A question whose ballots are shuffled and decrypted whole. */
export const mixedQuestion: Question = approvalsQuestion(['Tambores', 'Títeres', 'Una olla común'], '¿Qué fiesta?');

const street: SimulationPlan = {
  group: 'Ed25519',
  name: 'Asamblea de la calle Cedro',
  description: 'Farolas, bancos y un árbol',
  questions: [worksQuestion],
  voters: 4,
  revotes: 1,
  mostWeight: 1n,
  credentialForm: 'long',
  trustees: [{ kind: 'single' }, { kind: 'threshold', threshold: 2, size: 3 }],
  shuffles: 0,
  until: 'result',
  timestamp: 1_795_220_101,
};

const suite = await loadMachineSuite();

/** The archive of a small election, the same for the same plan. */
export function smallArchive(change: Partial<SimulationPlan> = {}): Buffer {
  const run = simulateElection(suite, { ...street, ...change }, seededRandomness('cedro', nodeSha256.sha256));
  invariant(run.ok, 'the plan of a test is not refused');
  return Buffer.concat([...run.value].flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes])));
}

/** The archive as it stood when it had so many events. */
export async function archiveBefore(archive: Uint8Array, height: number): Promise<Uint8Array> {
  const { index } = await readArchive(bytesSource(archive), { sha256: nodeSha256 });
  return archive.subarray(0, index.event(height - 1).end);
}

/** An archive with its events changed and linked again, so that nothing is wrong but what the change did. */
export async function rewritten(archive: Uint8Array, change: (event: NewEvent) => NewEvent): Promise<Buffer> {
  const reading = await readArchive(bytesSource(archive), { sha256: nodeSha256 });
  invariant(reading.ok, 'a test changes a sound archive');
  const { index, head } = reading;
  const contentOf = ({ offset, length }: { readonly offset: number; readonly length: number }): Uint8Array =>
    archive.subarray(offset, offset + length);
  const start = startArchive(head.timestamp);
  const writer = createArchiveWriter({ head: start.head, sha256: nodeSha256.sha256 });
  const parts = Array.from({ length: index.length }, (_, height) => {
    const event = index.event(height);
    const written = writer.append(
      change(
        event.type === 'Setup'
          ? {
              type: event.type,
              election: contentOf(event.election),
              trustees: contentOf(event.trustees),
              credentials: contentOf(event.credentials),
            }
          : 'payload' in event
            ? { ...event, payload: contentOf(event.payload) }
            : event,
      ),
    );
    invariant(written.ok, 'the order of events stays');
    return written.value.bytes;
  });
  return Buffer.concat([start.bytes, ...parts]);
}

/** Every ballot with another challenge in its signature: each fails by that alone. */
export const withForgedSignatures = (archive: Uint8Array): Promise<Buffer> =>
  rewritten(archive, (event) => {
    if (event.type !== 'Ballot') return event;
    const text = Buffer.from(event.payload).toString();
    const forged = text.replace(/"challenge":"\d+"(?=,"response":"\d+"\}\}\}$)/u, '"challenge":"7"');
    invariant(forged !== text, 'a ballot ends with its signature');
    return { type: event.type, payload: Buffer.from(forged) };
  });
