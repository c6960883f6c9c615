import { invariant } from '@convite/kernel';
import { eventsOf } from '../board/archive.fixture.ts';
import { seededRandomness } from '../primitives/seeded-randomness.fixture.ts';
import { simulated } from '../simulation/simulated.fixture.ts';
import { approvalsQuestion } from '../v1/election/approvals-question.ts';
import { holdCeremony, withSingle } from '../v1/trustees/ceremony.fixture.ts';
import { testSuite } from '../verify/machine.fixture.ts';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const group = testSuite.group('Ed25519');

/** A whole election with every kind of question and of trustee, as small as they come. */
const { archive } = simulated(
  {
    group: 'Ed25519',
    name: 'Asamblea de la calle Cedro',
    description: 'Farolas, «bancos» y un árbol\n[convite policy=1]',
    questions: [
      { answers: ['Farolas'], min: 0, max: 1, question: '¿Qué obra?' },
      { answers: ['Sí'], blank: true, min: 1, max: 1, question: '¿Fiesta?' },
      approvalsQuestion(['Pozo', 'Techo'], '¿Qué proyectos?'),
    ],
    voters: 2,
    revotes: 0,
    mostWeight: 1n,
    credentialForm: 'long',
    trustees: [{ kind: 'single' }, { kind: 'threshold', threshold: 1, size: 1 }],
    shuffles: 2,
    until: 'result',
    timestamp: 1_795_220_101,
  },
  'fuzzed',
);
const events = await eventsOf(archive);
const [setup] = events;
invariant(setup?.type === 'Setup', 'an election begins with its setup');

const payloads = (type: 'Ballot' | 'EncryptedTally' | 'Shuffle' | 'PartialDecryption' | 'Result'): readonly string[] =>
  events.flatMap((event) => (event.type === type && 'payload' in event ? [textOf(event.payload)] : []));

/** What the election publishes, each in the form of the format. */
export const published = {
  election: textOf(setup.election),
  trustees: textOf(setup.trustees),
  credentials: textOf(setup.credentials),
  ballots: payloads('Ballot'),
  tally: payloads('EncryptedTally'),
  shuffles: payloads('Shuffle'),
  decryptions: payloads('PartialDecryption'),
  results: payloads('Result'),
} as const;

export const ceremony = holdCeremony(group, 1, 1, 'fuzzed');
/** Published trustees of both forms. */
export const trusteesText = withSingle(group, ceremony, 'fuzzed').text;
export const random = seededRandomness('fuzz');

/** A part of a JSON text, by its path, as compact text. */
export function partOf(text: string, ...path: readonly (string | number)[]): string {
  let value: unknown = JSON.parse(text);
  for (const step of path) {
    invariant(typeof value === 'object' && value !== null, 'the path leads somewhere');
    value = Reflect.get(value, step);
  }
  invariant(value !== undefined, 'the path leads somewhere');
  return JSON.stringify(value);
}

/** A JSON object once for each entry of one of its lists, which alone is left in it: short texts are altered faster. */
export function onePerEntry(text: string, list: string): readonly string[] {
  const whole: unknown = JSON.parse(text);
  invariant(typeof whole === 'object' && whole !== null, 'the text is an object');
  const entries: unknown = Reflect.get(whole, list);
  invariant(Array.isArray(entries), 'the list is there');
  return entries.map((entry: unknown) => JSON.stringify({ ...whole, [list]: [entry] }));
}
