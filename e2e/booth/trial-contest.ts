import {
  approvalsQuestion,
  ballotWire,
  credentialSecret,
  ed25519Group,
  electionWire,
  hashOfText,
  isMixed,
  Misread,
  newElectionId,
  newPrivateCredential,
  portableSha256,
  publicCredential,
  type Question,
  readText,
  seededRandomness,
  type Suite,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { Paper, PaperOption } from '../../apps/web/src/features/booth/pages/views.ts';

const group = ed25519Group();
export const suite: Suite = { group: () => group, sha256: portableSha256.sha256 };

const [opensAt, closesAt] = ['2026-06-07T10:00:00Z', '2026-06-07T22:00:00Z'];
/** An instant at which the trial contests are open. */
export const whileOpen = new Date('2026-06-07T15:20:00Z');

const works = [
  ['7', 'Escalera con pasamanos', '18000', 'Las Lomas', 'Movilidad'],
  ['12', 'Limpieza y sendero en la orilla', '16000', 'La Ribera', 'Ambiente'],
  ['21', 'Ayuda con idiomas y trámites', '4200', 'Campo Nuevo', 'Educación'],
  ['3', 'Luces y gradas, cancha de El Molino', '27000', 'El Molino', 'Deporte'],
  ['16', 'Rampa y baño, puesto de salud', '9500', 'Puente Viejo', 'Salud'],
  ['9', 'Tanque de agua, Las Lomas alta', '21000', 'Las Lomas', 'Agua'],
  ['23', 'Jornadas de clínica móvil', '15000', 'Toda la comuna', 'Salud'],
  ['18', 'Arreglo del puente peatonal', '17000', 'Puente Viejo', 'Movilidad'],
  ['1', 'Renovar la plaza central', '38000', 'El Molino', 'Espacio público'],
  ['14', 'Alarma y señales de crecida', '7500', 'La Ribera', 'Riesgo'],
  ['5', 'Árboles en la avenida', '12000', 'El Molino', 'Ambiente'],
  ['20', 'Banco de semillas y vivero', '2600', 'Campo Nuevo', 'Ambiente'],
  ['11', 'Taller de música por la tarde', '3800', 'Las Lomas', 'Cultura'],
  ['24', 'Piso de la cancha', '13000', 'El Molino', 'Deporte'],
  ['2', 'Techo para el mercado', '34000', 'El Molino', 'Economía'],
  ['8', 'Muro de contención, Calle Alta', '24000', 'Las Lomas', 'Riesgo'],
  ['22', 'Transmisor de la radio comunitaria', '7000', 'Toda la comuna', 'Cultura'],
  ['17', 'Parada de bus techada', '3200', 'Puente Viejo', 'Movilidad'],
  ['6', 'Cruces junto a la escuela', '4500', 'El Molino', 'Movilidad'],
  ['13', 'Arreglo del cuarto frío de pescadores', '14000', 'La Ribera', 'Economía'],
  ['10', 'Equipos para la cocina comunitaria', '5500', 'Las Lomas', 'Cuidados'],
  ['19', 'Pozo y bomba', '11000', 'Campo Nuevo', 'Agua'],
  ['4', 'Biblioteca de noche y sala de estudio', '9000', 'El Molino', 'Educación'],
  ['15', 'Club juvenil en el galpón de botes', '8800', 'La Ribera', 'Cultura'],
] as const;

const projects: readonly PaperOption[] = works.map(([number, title, cost, place, theme]) => {
  const summary = `Vecinas y vecinos de ${place} lo pidieron en asamblea. Incluye materiales, mano de obra y un año de cuidado.`;
  const option = { number: Number(number), title, summary, cost, place, theme, isWithdrawn: number === '20' };
  // Answers stand in the order of the numbers, whatever the order on the paper.
  return { ...option, answer: option.number - 1, text: `${number}. ${title}` };
});

const spokespeople: readonly PaperOption[] = ['Rosa Marín', 'Elías Toro', 'Berta Quispe'].map((title, answer) => ({
  number: answer + 1,
  title,
  summary: '',
  cost: null,
  place: '',
  theme: '',
  isWithdrawn: false,
  answer,
  text: `${answer + 1}. ${title}`,
}));

/** What is asked in a trial contest. */
export type TrialKind = 'approval' | 'shares' | 'one';

/** A contest with an election of its own, of which the test knows every secret. */
export interface TrialContest {
  readonly paper: Paper;
  readonly election: string;
  /** Private codes of letters, and the public credentials that the election lists for them. */
  readonly codes: readonly string[];
  readonly credentials: ReadonlySet<string>;
  /** Opens a ballot as no one else could: the numbers of the options that it names, `blank` for none. */
  open(ballot: string): readonly number[] | 'blank';
}

const secretKey = 4_321n;
const codes = [1, 2, 3].map((voter) =>
  newPrivateCredential(voter === 3 ? 'long' : 'checked', seededRandomness(`letter ${voter}`, suite.sha256)),
);

export function trialContest(kind: TrialKind, contest: string, change: Partial<Paper> = {}): TrialContest {
  const options = kind === 'one' ? spokespeople : projects;
  const answers = options.toSorted((a, b) => a.answer - b.answer).map(({ text }) => text);
  const most = kind === 'one' ? 1 : 6;
  const question: Question =
    kind === 'shares'
      ? approvalsQuestion(answers, 'Proyectos')
      : { answers, blank: true, min: 1, max: most, question: 'Elija' };
  const uuid = newElectionId(seededRandomness(contest, suite.sha256));
  const election = electionWire.write({
    version: 1,
    group: 'Ed25519',
    public_key: group.write(group.power(group.g, secretKey)),
    questions: [question],
    description: '[convite policy=1]',
    name: 'Consulta 2026',
    uuid,
  });
  const credentials = codes.map((code) => group.write(publicCredential(group, credentialSecret(group, code, uuid))));
  const paper: Paper = {
    consultation: { slug: 'la-enramada-2026', title: 'Consulta 2026' },
    contest,
    territory: 'La Enramada',
    state: 'open',
    opensAt,
    closesAt,
    complaintsUntil: '2026-06-12T22:00:00Z',
    zone: 'America/Caracas',
    currency: 'u',
    decimals: 0,
    isSingle: kind === 'one',
    most,
    mayBeBlank: true,
    options,
    fingerprint: hashOfText(portableSha256.sha256, election),
    trust: { kind: kind === 'shares' ? 'mixed' : 'homomorphic', threshold: 3, trustees: 5, isServerKey: false },
    stations: [{ name: 'Mesa 2', place: 'casa comunal', hours: 'De 8:00 a 18:00' }],
    companions: [],
    isDemo: false,
    isOrderDrawn: false,
    asksMailCode: false,
    ...change,
  };
  return {
    paper,
    election,
    codes: codes.map(({ text }) => text),
    credentials: new Set(credentials),
    open: (ballot) => openBallot(ballot, question, options),
  };
}

function openBallot(ballot: string, question: Question, options: readonly PaperOption[]): readonly number[] | 'blank' {
  const wire = readText(ballotWire, ballot);
  invariant(!(wire instanceof Misread), 'a ballot can be read');
  const [answer] = wire.answers;
  invariant(answer !== undefined, 'a ballot has an answer');
  const opened = ({ alpha, beta }: { readonly alpha: string; readonly beta: string }) => {
    const [a, b] = [group.parse(alpha), group.parse(beta)];
    invariant(a !== undefined && b !== undefined, 'a ciphertext is of members');
    return group.multiply(b, group.inverse(group.power(a, secretKey)));
  };
  let chosen: readonly number[];
  if ('proof' in answer) {
    invariant(isMixed(question), 'the answer is of the kind of the question');
    const ints = group.decodeInts(opened(answer.choices), question.value.answers.length);
    invariant(ints !== undefined, 'the plaintext is canonical');
    chosen = ints.flatMap((int, k) => [0, 1, 2, 3, 4, 5, 6, 7].filter((b) => (int >> b) & 1).map((b) => 8 * k + b));
  } else {
    const bits = answer.choices.map((choice) => (group.equals(opened(choice), group.g) ? 1 : 0));
    invariant(bits.filter((bit) => bit === 1).length > 0, 'a ballot says something');
    // The blank choice stands first.
    chosen = bits.slice(1).flatMap((bit, i) => (bit === 1 ? [i] : []));
  }
  if (chosen.length === 0) return 'blank';
  return options
    .filter((option) => chosen.includes(option.answer))
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
}
