import { invariant } from '@convite/kernel';
import { eventsOf } from '../board/archive.fixture.ts';
import type { NewEvent } from '../board/archive-writer.ts';
import { failingLog } from '../simulation/failing-log.ts';
import { simulated } from '../simulation/simulated.fixture.ts';
import type { SimulationPlan } from '../simulation/simulation-plan.ts';
import { declaredPolicy, withPolicy } from '../strict/policy.ts';
import { approvalsQuestion } from '../v1/election/approvals-question.ts';
import { type Election, withElection } from '../v1/election/election.ts';
import { credentialSecret } from '../v1/credentials/credential-secret.ts';
import { readPrivateCredential } from '../v1/credentials/private-credential.ts';
import type { Question } from '../v1/wire/election-wire.ts';
import { testSuite } from './machine.fixture.ts';
import { textIn } from './tampered-archive.fixture.ts';

/** A voter with the secret of the credential: what that voter, or whoever stole it, can sign with. */
export interface KnownVoter {
  readonly credential: string;
  readonly secret: bigint;
  readonly weight: bigint;
}

/** A whole election, from the setup to the result, with every secret that somebody in it has. */
export interface CompleteElection {
  readonly title: string;
  readonly plan: SimulationPlan;
  readonly events: readonly NewEvent[];
  readonly electionText: string;
  /** By number, from 1 at index 0. */
  readonly trustees: readonly bigint[];
  /** Owners of the partial decryptions, in order. */
  readonly decrypting: readonly number[];
  readonly voters: readonly KnownVoter[];
  /** Those of many like places at which a defect is planted: all of them in a small election, one in a large one. */
  readonly some: SomePlaces;
}

export type SomePlaces = <T>(places: readonly T[]) => readonly T[];

const everyPlace: SomePlaces = (places) => places;

export const farolas: Question = { answers: ['Farolas', 'Bancos', 'Árboles'], min: 1, max: 2, question: '¿Qué obras?' };
export const fiesta: Question = { answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: '¿Fiesta en mayo?' };
const pozo = approvalsQuestion(['Pozo', 'Techo', 'Cancha'], '¿Qué proyectos?');

/** The assembly without its questions and trustees. */
export const assembly = {
  group: 'Ed25519',
  name: 'Asamblea de la calle Cedro',
  description: withPolicy('Farolas, bancos y un árbol', 'ab'.repeat(32)),
  voters: 4,
  revotes: 2,
  mostWeight: 1n,
  credentialForm: 'long',
  until: 'result',
  timestamp: 1_795_220_101,
} as const;

const plans = {
  /** Totals only, weighted; two trustees who must both decrypt. */
  totals: {
    ...assembly,
    mostWeight: 5n,
    questions: [farolas, fiesta],
    trustees: [{ kind: 'single' }, { kind: 'single' }],
    shuffles: 0,
  },
  /** Whole ballots beside totals; any two of three trustees decrypt; two shuffle. */
  threshold: {
    ...assembly,
    questions: [farolas, pozo],
    trustees: [{ kind: 'threshold', threshold: 2, size: 3 }],
    shuffles: 2,
  },
  /** Two questions of whole ballots; two trustees who must both shuffle and decrypt. */
  mixed: {
    ...assembly,
    voters: 3,
    questions: [pozo, approvalsQuestion(['Escuela', 'Posta'], '¿Qué más?'), fiesta],
    trustees: [{ kind: 'single' }, { kind: 'single' }],
    shuffles: 2,
  },
} as const satisfies Readonly<Record<string, SimulationPlan>>;

/** An election that goes its whole way as planned: the seed decides every byte. */
export async function completeElection(
  title: string,
  electionPlan: SimulationPlan,
  some: SomePlaces = everyPlace,
): Promise<CompleteElection> {
  const { archive, secrets } = simulated(electionPlan, title);
  const events = await eventsOf(archive);
  const [setup] = events;
  invariant(setup?.type === 'Setup', 'an election begins with its setup');
  const electionText = Buffer.from(setup.election).toString();
  const inUse = { title, plan: electionPlan, events, electionText };
  const { group, uuid } = onElection(inUse, (election) => ({ group: election.group, uuid: election.uuid }));
  return {
    ...inUse,
    some,
    trustees: secrets.flatMap((known) => (known.type === 'trustee' ? [BigInt(known.secret_key)] : [])),
    decrypting: events.flatMap((event) => (event.type === 'PartialDecryption' ? [event.owner] : [])),
    voters: secrets.flatMap((known) => {
      if (known.type !== 'voter') return [];
      const own = readPrivateCredential(known.credential);
      invariant(own.ok, 'a simulation writes credentials that can be read');
      const secret = credentialSecret(group, own.value, uuid);
      return [{ credential: known.public_credential, secret, weight: BigInt(known.weight) }];
    }),
  };
}

/** The three elections on which defects are planted. */
export const completeElections = {
  totals: await completeElection('totals', plans.totals),
  threshold: await completeElection('threshold', plans.threshold),
  mixed: await completeElection('mixed', plans.mixed),
} as const;

invariant(declaredPolicy(assembly.description) !== undefined, 'the elections of these tests declare our policy');

/** Does something with the election as its own programs read it. */
export function onElection<R>(
  { electionText }: Pick<CompleteElection, 'electionText'>,
  use: <E>(election: Election<E>) => R,
): R {
  const done = withElection(testSuite, electionText, failingLog, (election) => ({ value: use(election) }));
  invariant(done !== undefined, 'the election can be read');
  return done.value;
}

/** The voter who cast the ballot of an event. */
export function voterOf({ voters }: CompleteElection, event: NewEvent | undefined): KnownVoter {
  const found = voters.find(({ credential }) => textIn(event).includes(credential));
  invariant(found !== undefined, 'a ballot is some voter’s');
  return found;
}
