import { figuresOf } from './figures.ts';
import { spanishChecks } from './es-checks.ts';
import { spanishMessage } from './es-messages.ts';
import type { ArchiveWords, VerifyWords } from './verify-words.ts';

const { count: n, decimal } = figuresOf('es');
const cores = (threads: number): string => (threads === 1 ? 'un núcleo' : `${n(threads)} núcleos`);

/** What both commands on archives say, in Spanish. */
export const spanishArchive: ArchiveWords = {
  notAnArchive: (path) => `${path} no es el archivo de una elección (.bel): no empieza como uno. No se comprobó nada.`,
  changed: (path) =>
    `${path} cambió mientras se leía, así que nada se puede decir de él. Guarde una copia en la que nadie escriba y pregunte de nuevo.`,
  stands: {
    unpublished: 'Todavía no hay nada publicado.',
    voting: 'La votación está abierta: aún pueden llegar boletas. Todavía no hay resultado.',
    closed: 'La votación terminó. Faltan el escrutinio cifrado y el resultado.',
    tallied: 'La votación terminó y el escrutinio cifrado está publicado. Todavía no se descifra nada.',
    shuffling: 'La votación terminó y se están mezclando las boletas. Todavía no se descifra nada.',
    shuffled: 'La votación terminó y las boletas están mezcladas. Todavía no se descifra nada.',
    decrypting: 'Los custodios están descifrando. Todavía no hay resultado.',
    finished: 'El resultado está publicado: la elección está completa.',
  },
  bytes: (bytes) => `${n(bytes)} bytes`,
};

/** Words of places, which the verifier writes in English. */
const placeWords: readonly (readonly [RegExp, string])[] = [
  [/\bevent (?=\d)/u, 'evento '],
  [/\brecord (?=[0-9A-Za-z])/u, 'registro '],
  [/^archive$/u, 'todo el archivo'],
  [/^side file/u, 'archivo anexo'],
  [/, decryption of trustee (?=\d)/u, ', descifrado del custodio '],
  [/, ballot/u, ', boleta'],
  [/, shuffle/u, ', mezcla'],
  [/, decryption/u, ', descifrado'],
  [/, result/u, ', resultado'],
];

/** What `convite verify` says, in Spanish. */
export const spanishVerify: VerifyWords = {
  fault: (message) =>
    `El archivo no se pudo comprobar hasta el final, y no se da respuesta: falló el programa o esta máquina (${message}). Por favor avise.`,
  accepted: (checks) => `ACEPTADO: se cumplen las ${n(checks)} comprobaciones que corresponden.`,
  refused: (failed, checks) =>
    `RECHAZADO: ${failed === 1 ? 'falla 1' : `fallan ${n(failed)}`} de las ${n(checks)} comprobaciones que se pudieron hacer.`,
  unread: 'No se miró lo que el archivo contiene: donde su forma está rota, no se puede confiar en nada de él.',
  headings: {
    checks: 'Qué se comprobó',
    failures: 'Qué falla, y dónde',
    file: 'El archivo',
    meaning: 'Qué significa',
  },
  groups: {
    container: 'El archivo mismo',
    chain: 'La cadena de eventos',
    setup: 'Elección, custodios y credenciales',
    ballots: 'Boletas',
    tally: 'Escrutinio cifrado',
    shuffles: 'Mezclas',
    decryption: 'Descifrado',
    result: 'Resultado',
    policy: 'Política propia de Convite',
    side: 'Archivo anexo: pruebas fuertes de descifrado',
  },
  columns: { check: 'Comprobación', made: 'Veces', result: 'Resultado' },
  check: (check) => spanishChecks[check],
  holds: 'se cumple',
  fails: (places) => (places === 1 ? 'FALLA una vez' : `FALLA ${n(places)} veces`),
  doesNotApply: 'no corresponde',
  notAsked: 'no se pidió (--strict)',
  notMade: 'no se hizo',
  place: (place) => placeWords.reduce((text, [word, spanish]) => text.replace(word, spanish), place),
  message: spanishMessage,
  more: (failures) => `y ${n(failures)} más; --json trae los primeros mil de cada comprobación.`,
  labels: {
    sha256: 'SHA-256',
    size: 'Tamaño',
    events: 'Eventos',
    head: 'Último evento',
    election: 'Elección',
    fingerprint: 'Huella',
    earlier: 'Anterior',
    checked: 'Comprobado',
  },
  earlier: (path, holds) =>
    holds ? `este archivo empieza con todo ${path} y sigue desde ahí` : `este archivo no sigue desde ${path}`,
  checkedBy: (backend, threads, seconds) =>
    `en ${seconds} s${backend === null ? '' : `, boletas con ${threads === 0 ? 'un núcleo' : cores(threads)}, aritmética: ${backend}`}`,
  meaning: (state) => {
    if (state === 'policy_only') {
      return [
        'Se cumple todo lo que vale para cualquier archivo del formato; lo que falla es de la política propia de Convite, que usted pidió con --strict.',
        'Una elección que declara esa política debe rechazarse; para una que nunca la declaró, pregunte sin --strict.',
      ];
    }
    if (state === 'refused') {
      return [
        'Algo en este archivo no es lo que piden las reglas de la elección; mientras no se explique, no confíe en nada de él.',
        'Esto no dice quién lo causó, ni si fue por error o a propósito: consiga el archivo de otro lugar y compare el SHA-256.',
      ];
    }
    const elsewhere =
      'No puede mostrar quién tenía las credenciales, ni que los demás vean este mismo archivo: compare el SHA-256 con el de otras personas, y que cada quien busque su código de seguimiento.';
    if (state === 'finished') {
      return [
        'Cada boleta se hizo con una credencial de la lista publicada y cumple las reglas de sus preguntas, y el resultado publicado es exactamente lo que dice la última boleta de cada credencial: para esto no hace falta confiar en nadie.',
        elsewhere,
      ];
    }
    return [
      `Cada boleta hasta ahora se hizo con una credencial de la lista publicada y cumple las reglas de sus preguntas${state === 'voting' ? '; cuáles cuentan se sabe solo cuando termina la votación' : ', y todo lo que se hizo con ellas desde entonces está en orden'}.`,
      `Todavía no hay resultado, así que nada se dice de él. ${elsewhere}`,
    ];
  },
  progress: {
    archive: (done, of) => `Leyendo el archivo: ${done} de ${of}`,
    credentials: (done, of) => `Credenciales: ${done} de ${of}`,
    ballots: (done, of) => `Boletas: ${done} de ${of}`,
    shuffles: (done, of) => `Mezclas: ${done} de ${of}`,
    decryptions: (done, of) => `Descifrados: ${done} de ${of}`,
  },
  pace: (perSecond, left) => `, ${perSecond} por segundo, faltan unos ${left}`,
  megabytes: (bytes) => `${decimal((bytes / 1e6).toFixed(1))} MB`,
  duration: (seconds) =>
    seconds < 90
      ? `${n(seconds)} s`
      : seconds < 5400
        ? `${n(Math.round(seconds / 60))} min`
        : `${n(Math.round(seconds / 3600))} h`,
};
