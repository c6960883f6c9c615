import type { ElectionRefusal, SimulationRefusal } from '@convite/crypto';
import { assertNever } from '@convite/kernel';
import { askedOption, type SimulateRequest } from '../arguments/simulate-request.ts';
import { figuresOf } from './figures.ts';
import type { SimulateWords } from './simulate-words.ts';

const { count: n } = figuresOf('es');

/** What `convite simulate --help` prints. */
export const spanishSimulateHelp = `convite simulate: inventa una elección entera de boletas selladas

Uso
  npm run -s convite -- simulate --out CARPETA [opciones]

Escribe el archivo de una elección (.bel) en la que todo el mundo vota al azar, su archivo lateral y, aparte, un archivo
privado con lo que en una de verdad no sabe nadie: la credencial de cada votante, las claves de los custodios, quién
eligió qué. Para probar, para enseñar y para pruebas del programa; nunca para una elección que deba ser secreta.

Opciones
  --out CARPETA              la carpeta en que se escribe: una nueva o una vacía
  --group GRUPO              Ed25519 (si no se dice); BELENIOS-2048 o RFC-3526-2048 para lo que belenios-tool 2.0 deba
                             comprobar
  --homomorphic N:MIN..MAX   una pregunta con N respuestas de las que se eligen de MIN a MAX; solo se descifran los
                             totales; N:MIN..MAX:blank admite además el voto en blanco; puede repetirse; N hasta 1.000
  --mixed NÚMEROS            una pregunta cuyas boletas se mezclan y se descifran una por una, de tantos números: hasta
                             16 llevan ocho aprobaciones cada uno (Ed25519: no más; RFC-3526-2048: 200 sueltos;
                             BELENIOS-2048: ninguno); puede repetirse. Sin preguntas: 5:1..2:blank y una de 1
  --voters N                 cuántas personas votan; si no se dice, 12; hasta 1.000.000
  --revotes N                cuántas boletas reemplazan a una anterior; si no se dice, 2
  --trustees 1|TofN          una persona con toda la clave, o N de las que descifran T cualesquiera; si no se dice,
                             2of3; N hasta 100
  --shuffles N               cuántos custodios mezclan, solo con preguntas mezcladas; si no se dice, 2, o todos si son
                             menos
  --seed TEXTO               el mismo texto da los mismos archivos, byte por byte; el nombre de la elección y los de los
                             archivos dicen entonces SIMULATION, porque quien conoce el texto conoce cada secreto
  --until ESTADO             parar con los votos por venir (setup), terminados (ballots), sumados (tally) o descifrados
                             (result, si no se dice)
  --lang es|en               idioma de lo que se dice aquí; si no se dice, el de LC_ALL o LANG

Los archivos reciben su nombre cuando están completos; nada queda a medias. Antes de un trabajo largo se dice cuánto
durará.

Ejemplos
  npm run -s convite -- simulate --out calle
  npm run -s convite -- simulate --out clasica --group BELENIOS-2048 --homomorphic 4:1..2 --trustees 1

Termina con 0 si la elección está hecha, 2 si la carpeta o la línea no se pueden usar.
`;

/** What `convite simulate` says, in Spanish. */
export const spanishSimulate: SimulateWords = {
  refusal: (refusal, request) => `${sentence(refusal, request)} No se escribió nada.`,
  folder: (fault, path) => {
    switch (fault.type) {
      case 'not_empty':
        return `${path} no está vacía. Nombre una carpeta nueva, o una vacía, para que nada suyo se mezcle.`;
      case 'not_a_folder':
        return `${path} no es una carpeta (${fault.code}).`;
      case 'no_permission':
        return `No hay permiso para escribir en ${path} (${fault.code}).`;
      case 'other':
        return `No se puede escribir en ${path} (${fault.code}).`;
      default:
        return assertNever(fault);
    }
  },
  started: (ballots, size, duration) => `Se hacen ${n(ballots)} boletas: unos ${size}, más o menos ${duration}.`,
  stage: {
    trustees: 'custodios',
    credentials: 'credenciales',
    setup: 'apertura',
    ballots: 'boletas',
    tally: 'escrutinio cifrado',
    shuffles: 'mezclas',
    decryptions: 'descifrados',
    result: 'resultado',
  },
  made: (name) => `Hecha: ${name}`,
  sizes: (voters, ballots) =>
    `${voters === 1 ? '1 votante' : `${n(voters)} votantes`}, ${ballots === 1 ? '1 boleta' : `${n(ballots)} boletas`}.`,
  headings: { files: 'Archivos', check: 'Para comprobarla' },
  archive: (path, size) => `${path}: el archivo de la elección, para todo el mundo (${size})`,
  side: (path) => `${path}: el archivo lateral con las pruebas fuertes de descifrado, para todo el mundo`,
  secrets: (path) => `${path}: PRIVADO: credenciales, claves y quién eligió qué`,
  seeded: 'Hecha con una semilla: quien la conoce conoce cada secreto. Los archivos dicen SIMULATION.',
  took: (seconds) => `Tardó ${seconds} s.`,
};

function sentence(refusal: SimulationRefusal, request: SimulateRequest): string {
  switch (refusal.type) {
    case 'election':
      return electionSentence(refusal.refusal, request);
    case 'voters_out_of_range':
      return `--voters ${n(refusal.found)}: pueden votar entre 1 y ${n(refusal.most)}.`;
    case 'revotes_out_of_range':
      return `--revotes ${n(refusal.found)}: puede haber a lo sumo ${n(refusal.most)}.`;
    case 'trustees_out_of_range':
      return `--trustees: la clave la pueden tener entre 1 y ${n(refusal.most)} personas; ${n(refusal.found)}, no.`;
    case 'threshold_out_of_range':
      return `--trustees ${refusal.threshold}of${refusal.size}: descifra al menos una persona y a lo sumo las ${n(refusal.size)}.`;
    case 'weights_too_large':
      return `Todos los pesos juntos pueden llegar a ${n(Number(refusal.most))}.`;
    case 'weights_with_mixed':
      return 'Donde hay una pregunta mezclada, todos los votos pesan lo mismo.';
    case 'shuffles_out_of_range':
      return refusal.most === 0
        ? `--shuffles ${n(refusal.found)}: solo se mezclan las boletas de preguntas mezcladas, y no hay ninguna --mixed.`
        : `--shuffles ${n(refusal.found)}: mezcla al menos un custodio, y cada uno a lo sumo una vez: de 1 a ${n(refusal.most)}.`;
    default:
      return assertNever(refusal);
  }
}

function electionSentence(refusal: ElectionRefusal, { questions, group }: SimulateRequest): string {
  const asked = 'question' in refusal ? questions[refusal.question] : undefined;
  const option = asked === undefined ? '' : askedOption(asked);
  switch (refusal.type) {
    case 'question_unanswerable':
      return asked?.kind === 'mixed'
        ? `${option}: eso no es una pregunta de ${group}. Las mezcladas tienen de 1 a 16 números en Ed25519, de 1 a 200 en RFC-3526-2048, y no son posibles en BELENIOS-2048.`
        : `${option}: eso no lo puede contestar nadie. Hay al menos una respuesta, MIN no pasa de MAX, y MAX no pasa de N.`;
    case 'nothing_to_choose':
      return `${option}: no hay nada que elegir. MAX es al menos 1 donde no se admite el voto en blanco.`;
    case 'too_many_answers':
      return `${option}: una pregunta tiene a lo sumo ${n(refusal.most)} respuestas.`;
    case 'too_many_questions':
      return `Una elección tiene a lo sumo ${n(refusal.most)} preguntas; aquí hay ${n(refusal.found)}.`;
    case 'election_too_large':
    case 'text_too_long':
    case 'no_question':
    case 'text_missing':
    case 'text_malformed':
    case 'answer_repeated':
    case 'layout_unusable':
      return `Una elección así no se puede preparar (${refusal.type}).`;
    default:
      return assertNever(refusal);
  }
}
