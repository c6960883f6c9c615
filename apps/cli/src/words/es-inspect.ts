import type { EventType } from '@convite/crypto';
import { figuresOf } from './figures.ts';
import type { InspectWords } from './inspect-words.ts';

const { count: n } = figuresOf('es');
const ballots = (count: number): string => (count === 1 ? '1 boleta' : `${n(count)} boletas`);
const credentials = (count: number): string => (count === 1 ? '1 credencial' : `${n(count)} credenciales`);

const nextEvents: Readonly<Record<EventType, string>> = {
  Setup: 'la preparación',
  Ballot: 'otra boleta',
  EndBallots: 'el cierre de la votación',
  EncryptedTally: 'el escrutinio cifrado',
  Shuffle: 'una mezcla',
  EndShuffles: 'el cierre de las mezclas',
  PartialDecryption: 'el descifrado de un custodio',
  Result: 'el resultado',
};

const shuffledWhole = 'Las boletas se mezclan y después se descifran enteras.';

/** What `convite inspect` says, in Spanish. */
export const spanishInspect: InspectWords = {
  broken: (path, failures, verifyCommand) =>
    `${path} empieza como el archivo de una elección, pero su forma está rota en ${failures === 1 ? 'un lugar' : `${n(failures)} lugares`}, así que no se puede mostrar nada de él. Qué está mal: ${verifyCommand}`,
  unreadable: (path, place, verifyCommand) =>
    `${path} es un archivo de elección, pero no se puede leer lo que contiene (${place}). Qué está mal: ${verifyCommand}`,
  notVerified: (verifyCommand) =>
    `Esto se leyó, no se verificó: no se comprobó ninguna prueba, y nada de aquí dice que las boletas o el resultado sean correctos. Para comprobarlo: ${verifyCommand}`,
  labels: {
    election: 'Elección',
    fingerprint: 'Huella',
    group: 'Grupo',
    archive: 'Archivo',
    policy: 'Política',
    rules: 'Regla',
    administrator: 'Administra',
    credentialAuthority: 'Credenciales de',
    sha256: 'SHA-256',
  },
  group: {
    Ed25519: 'Ed25519 (curva elíptica)',
    'BELENIOS-2048': 'BELENIOS-2048 (números de 2.048 bits)',
    'RFC-3526-2048': 'RFC-3526-2048 (números de 2.048 bits)',
  },
  otherGroup: (name) => `${name} (desconocido aquí)`,
  archiveMade: (utc) => `empezado el ${utc}, según dice él mismo`,
  policy: (version) => `declara la política de Convite, versión ${n(version)}; se comprueba con verify --strict`,
  noPolicy: 'no declara ninguna de Convite',
  noRules: 'no nombra ninguna: es una votación sin regla de cuenta',
  next: (types) =>
    types.length === 0
      ? 'Después de esto no puede venir nada.'
      : `Qué puede venir ahora: ${types.map((type) => nextEvents[type]).join(', o ')}.`,
  headings: { questions: 'Preguntas', trustees: 'Custodios', voters: 'Votantes y boletas', events: 'Eventos' },
  limits: (min, max, answers, blank) =>
    `Se eligen ${min === max ? `exactamente ${n(min)}` : min === 0 ? `hasta ${n(max)}` : `de ${n(min)} a ${n(max)}`} de ${n(answers)}${blank ? ', o se vota en blanco' : ''}. Solo se descifran los totales.`,
  mixed: (ints) => `Cada boleta lleva ${ints === 1 ? 'un número' : `${n(ints)} números`} de 0 a 255. ${shuffledWhole}`,
  layout: {
    approvals: (options) => `Se aprueban cuantas se quiera de ${n(options)}. ${shuffledWhole}`,
    ranking: (options, most) => `Se ordenan hasta ${n(most)} de ${n(options)}, la mejor primero. ${shuffledWhole}`,
    points: (options, most) => `Se dan de 0 a ${n(most)} puntos a cada una de ${n(options)}. ${shuffledWhole}`,
  },
  blank: 'en blanco',
  published: 'Resultado publicado:',
  decryptedBallots: (count) => `${ballots(count)} descifradas, según lo publicado.`,
  allMust: (trustees, entries) =>
    trustees === 1
      ? 'Un solo custodio tiene la clave y puede abrir todas las boletas.'
      : entries === 1
        ? 'Para abrir el resultado:'
        : 'Para abrir el resultado hace falta cada uno de estos:',
  mandatory: 'tiene que participar',
  threshold: (needed, of) => `${n(needed)} cualesquiera de estos ${n(of)}`,
  unnamed: '(sin nombre)',
  hasShuffled: 'ya mezcló',
  hasDecrypted: 'ya descifró',
  credentials: (count, weight) => `${credentials(count)} para votar, con un peso total de ${weight}.`,
  ballots: (count, voters, revotes) =>
    count === 0
      ? 'Todavía no hay ninguna boleta en la cartelera.'
      : `${ballots(count)} en la cartelera, de ${credentials(voters)}${revotes === 0 ? '' : `; ${n(revotes)} ${revotes === 1 ? 'fue reemplazada' : 'fueron reemplazadas'} por otra posterior de la misma credencial`}.`,
  counted: (count, weight) => `El escrutinio cifrado dice que cuenta ${ballots(count)} con un peso total de ${weight}.`,
  event: {
    Setup: 'preparación',
    Ballot: 'boleta',
    EndBallots: 'cierre de la votación',
    EncryptedTally: 'escrutinio cifrado',
    Shuffle: 'mezcla',
    EndShuffles: 'cierre de las mezclas',
    PartialDecryption: 'descifrado',
    Result: 'resultado',
  },
  byTrustee: (owner) => ` del custodio ${n(owner)}`,
  columns: { height: 'N.º', event: 'Evento', hash: 'SHA-256' },
  leftOut: (events) => `${n(events)} más; --events los muestra`,
};
