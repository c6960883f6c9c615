import {
  approvalsQuestion,
  mostInts,
  type Question,
  type SimulationPlan,
  type TrusteePlan,
  withPolicy,
} from '@convite/crypto';
import type { AskedQuestion, AskedTrustees, SimulateRequest } from '../arguments/simulate-request.ts';

/** Works that a street may want; the language of the command does not change them, nor so what a seed gives. */
const works = [
  'Farolas en la cuesta',
  'Bancos junto a la parada',
  'Techo de la escuela',
  'Pozo de la plaza',
  'Arreglo del camino viejo',
  'Huerto comunitario',
  'Cancha de pelota',
  'Biblioteca de barrio',
  'Paso de peatones',
  'Árboles de sombra',
  'Fuente de agua',
  'Local para la asamblea',
] as const;

const workNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => works[i] ?? `Obra ${i + 1}`);

/** A fixed moment for the records of a simulation that can be run again: 3 May 2026, noon in Caracas. */
const seededTimestamp = 1_777_824_000;

/** The election that a request asks for. `now` is in seconds since 1970. */
export function planOf(request: SimulateRequest, now: number): SimulationPlan {
  const { group, voters, revotes, until, seed } = request;
  const trustees = trusteesOf(request.trustees);
  const isMixed = request.questions.some(({ kind }) => kind === 'mixed');
  const size = request.trustees === 'one' ? 1 : request.trustees.size;
  const shuffles = request.shuffles ?? (isMixed ? Math.min(2, size) : 0);
  const isSeeded = seed !== undefined;
  const description = isSeeded
    ? 'Elección simulada con una semilla: quien la conoce conoce todos los secretos.'
    : 'Elección simulada: quien la hizo conoció todos los secretos.';
  return {
    group,
    name: `${isSeeded ? 'SIMULATION: ' : ''}Asamblea de la calle Cedro`,
    description: keepsPolicy(request, shuffles) ? withPolicy(description) : description,
    questions: request.questions.map(questionOf),
    voters,
    revotes,
    mostWeight: 1n,
    // The stock tool of Debian, which knows the other groups alone, votes with the older form.
    credentialForm: group === 'Ed25519' ? 'long' : 'checked',
    trustees,
    shuffles,
    until,
    timestamp: isSeeded ? seededTimestamp : now,
  };
}

/** Whether an election can pass our own policy: two shuffle at least, and all that is shuffled has a layout. */
const keepsPolicy = ({ questions }: SimulateRequest, shuffles: number): boolean =>
  questions.every((asked) => asked.kind === 'homomorphic' || (shuffles >= 2 && asked.ints <= mostInts));

const trusteesOf = (asked: AskedTrustees): readonly TrusteePlan[] => [
  asked === 'one' ? { kind: 'single' } : { kind: 'threshold', ...asked },
];

function questionOf(asked: AskedQuestion, i: number): Question {
  const number = `Pregunta ${i + 1}`;
  if (asked.kind === 'homomorphic') {
    const { answers, min, max, blank } = asked;
    const question = `${number}. ¿Qué obras quiere este año? De ${min} a ${max}.`;
    return { answers: workNames(answers), ...(blank ? { blank } : {}), min, max, question };
  }
  const { ints } = asked;
  // Options that leave some bits of the last int unused: that is what most elections have.
  if (ints >= 1 && ints <= mostInts) {
    return approvalsQuestion(workNames(ints * 8 - 3), `${number}. ¿Qué obras aprueba? Todas las que quiera.`);
  }
  const answers = Array.from({ length: ints }, (_, k) => `Número ${k + 1}`);
  return { type: 'NonHomomorphic', value: { answers, question: `${number}. Un número de 0 a 255 cada vez.` } };
}
