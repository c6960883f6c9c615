import type { ConsultationWords } from './consultation-words.ts';
import { figuresOf } from './figures.ts';

const { count: n } = figuresOf('es');
const contestsOf = (contests: number): string => (contests === 1 ? '1 votación' : `${n(contests)} votaciones`);

/** What `convite verify` says of a consultation, in Spanish. */
export const spanishConsultation: ConsultationWords = {
  noCompanions:
    'Este es el archivo de una consulta: trae sus archivos anexos y siempre se comprueba con --strict. --side y --earlier son para el archivo de una sola elección.',
  accepted: (contests, checks) =>
    `ACEPTADO: ${contestsOf(contests)}, se cumplen las ${n(checks)} clases de comprobaciones que corresponden.`,
  refused: (failures) => `RECHAZADO: ${failures === 1 ? '1 falla' : `${n(failures)} fallas`}.`,
  unread:
    'No se miraron las votaciones: donde la forma del archivo o su índice están rotos, nada de ellos es de confiar.',
  part: (roots, whole) =>
    `Esta es una parte: ${roots} y todo lo que está debajo. El todo es el archivo cuyo índice tiene el SHA-256 ${whole}.`,
  headings: {
    failures: 'Qué falla, y dónde',
    territories: 'Por territorio',
    checks: 'Qué se comprobó',
    file: 'El archivo',
    meaning: 'Qué significa',
  },
  columns: {
    territory: 'Territorio',
    contests: 'Votaciones',
    eligible: 'Podían votar',
    ballots: 'Boletas',
    blank: 'En blanco',
    winners: 'Ganan',
    cost: 'Costo',
  },
  checkColumns: { check: 'Comprobación', made: 'Veces', result: 'Resultado' },
  check: {
    'container.form': 'el archivo tiene su única forma',
    'container.entries': 'está lo que nombra el índice, y nada más',
    'manifest.form': 'el índice tiene su forma',
    'manifest.tree': 'los territorios forman un árbol, y la parte está completa',
    'files.hashes': 'cada archivo es el del índice',
    'rules.form': 'las reglas tienen su único texto',
    'election.archive': 'cada elección pasa todas las comprobaciones, también las propias',
    'election.identity': 'la elección es la de la votación, con su regla',
    'election.paper': 'la pregunta es la boleta de la votación',
    'election.stage': 'la elección está donde dice la votación',
    'election.slice': 'las credenciales son las de quienes podían votar, y no hay más boletas que personas',
    'election.order': 'las opciones están en el orden de sus números, o en el que se sorteó',
    'count.small': 'nada se abre de muy pocas boletas',
    'count.possible': 'la regla puede contar las boletas',
    'count.lots': 'hay sorteo donde hace falta, con la semilla pública',
    'count.outcome': 'el resultado es el que se cuenta aquí',
  },
  reason: {
    not_a_zip: 'no es un archivo ZIP',
    other_form: 'es un ZIP de otra forma, quizá empaquetado de nuevo',
    missing_entry: 'falta',
    unexpected_entry: 'nada lo nombra',
    other_place_on_paper: 'las opciones no están en el orden de sus números, ni en el sorteado',
    other_order: 'está en otro lugar del que dice el índice',
    malformed: 'no tiene su forma',
    not_ascending: 'la lista no está en orden ascendente, o algo está dos veces',
    no_times: 'las fechas no se siguen unas a otras',
    unknown_rule: 'nombra una regla que no está',
    unused_rule: 'ninguna votación tiene esta regla',
    files_unlike_state: 'tiene otros archivos de los que dice su estado',
    unlike_annulled: 'está anulada sin acto, o tiene un acto sin estar anulada',
    repeated_election: 'su elección se muestra también para otra votación',
    no_seed: 'hay sorteos sin semilla pública',
    no_standing_option: 'no queda ninguna opción',
    cost_unlike_envelope: 'las opciones tienen costo sin que haya un fondo, o les falta habiéndolo',
    slice_unlike_election: 'dice cuántas personas podían votar sin que haya elección, o no lo dice habiéndola',
    slice_beyond_roll: 'podían votar más personas de las que el padrón congelado tiene',
    repeated_language: 'un idioma de la consulta está dos veces',
    other_language: 'un nombre o un título está otra vez en el primer idioma, o en uno que la consulta no tiene',
    broken_tree: 'nada lleva desde aquí hasta una raíz',
    unknown_territory: 'su territorio no está',
    outside_part: 'no pertenece a la parte',
    root_below_root: 'está debajo de otra raíz de la parte',
    other_size: 'tiene otro tamaño del que dice el índice',
    other_crc: 'sus bytes se dañaron: el CRC-32 es otro',
    other_sha256: 'no es el archivo del índice: el SHA-256 es otro',
    archive_refused: 'el archivo de la elección se rechaza',
    not_an_archive: 'no es el archivo de una elección',
    other_uuid: 'es otra elección que la del índice',
    other_fingerprint: 'la huella es otra que la del índice',
    other_rule: 'la elección declara otra regla que la votación',
    several_questions: 'la elección no hace exactamente una pregunta',
    other_kind: 'la pregunta abre otra cosa de la que la regla necesita',
    other_limits: 'la pregunta permite elegir otra cosa que la boleta',
    other_options: 'las respuestas no son las opciones de la votación',
    other_result: 'el resultado tiene otra forma que la boleta',
    other_credentials: 'las personas y las credenciales de reserva no suman las de la elección',
    more_ballots_than_people: 'cuentan más boletas que personas podían votar',
    unlike_state: 'la elección no está donde dice la votación',
    too_few_ballots: 'se abrió algo de muy pocas boletas sin la renuncia firmada',
    enough_ballots: 'se retiene un resultado aunque hay boletas suficientes',
    neither_envelope_nor_winners: 'ni un fondo ni la regla limitan lo que gana',
    uncountable: 'la regla no puede contar estas boletas',
    lots_missing: 'un empate necesita sorteo, y no está',
    lots_not_needed: 'hay un sorteo que ningún empate necesita',
    lots_differ: 'el sorteo no es el de la semilla pública',
    tie_undecided: 'un empate cambia quién gana, y no hay semilla para decidirlo',
    no_tie: 'espera un sorteo que ningún empate necesita',
    outcome_differs: 'al contar de nuevo sale otra cosa',
  },
  inState: (state, contests) => {
    const each = contests === 1;
    switch (state) {
      case 'provisional':
        return `${contestsOf(contests)} ${each ? 'tiene' : 'tienen'} resultado provisional.`;
      case 'certified':
        return `${contestsOf(contests)} ${each ? 'tiene' : 'tienen'} resultado definitivo.`;
      case 'lots_required':
        return `${contestsOf(contests)} ${each ? 'espera' : 'esperan'} un sorteo público.`;
      case 'withheld':
        return `${contestsOf(contests)} ${each ? 'tiene' : 'tienen'} muy pocas boletas para abrirlas.`;
      case 'annulled':
        return `${contestsOf(contests)} ${each ? 'está anulada' : 'están anuladas'}: el motivo está en el índice.`;
    }
  },
  seed: (seed) => `Los empates se decidieron por sorteo con la semilla pública «${seed}».`,
  holds: 'se cumple',
  fails: 'FALLA',
  notMade: 'no se hizo',
  more: (more) => `y ${n(more)} más; --json trae todo.`,
  labels: { manifest: 'Índice', size: 'Tamaño', checked: 'Comprobado' },
  seconds: (seconds) => `en ${seconds} s`,
  meaning: (accepted) =>
    accepted
      ? [
          'En cada votación, cada boleta contada se hizo con una credencial de la lista publicada, los totales o las boletas mezcladas son exactamente lo que dicen esas boletas, y gana lo que da la regla congelada: para esto no hace falta confiar en nadie.',
          'No puede mostrar quién tenía las credenciales, ni que una anulación fue justa, ni que los demás vean este mismo archivo: compare el SHA-256 del índice con el de otras personas.',
        ]
      : [
          'Algo en este archivo no es lo que piden las reglas de la consulta. Mientras no se explique, no confíe en ninguna cifra que las fallas toquen.',
          'Esto no dice quién lo causó, ni si fue por error o a propósito: consiga el archivo de otro lugar y compare.',
        ],
  protocol: {
    ofConsultation: '--protocol, --signature y --key son para el archivo de una consulta (.zip).',
    oneAnswer: '--json y --protocol son dos respuestas. Pida una de ellas.',
    together: '--signature y --key van juntas, y con --protocol.',
    refused: 'El archivo se rechaza, así que no hay acta. Pídalo sin --protocol para ver qué falla y dónde.',
    fault: {
      not_a_protocol: 'El archivo de --signature no es la firma de un acta: no se imprime nada.',
      not_a_key: 'El archivo de --key no es la clave pública de un sitio: no se imprime nada.',
      other_key: 'La firma se hizo con otra clave que la de --key: no se imprime nada.',
      signature_fails: 'La firma no vale: lo que nombra fue cambiado. No se imprime nada.',
      other_protocol:
        'La firma es de otra acta: el sitio firmó otra cosa que la que dice este archivo. No se imprime nada.',
    },
    signed: (software) => `El sitio firmó exactamente esta acta; dice que usa ${software}.`,
  },
  progress: {
    files: (done, of) => `Leyendo: ${done} de ${of}`,
    contests: (done, of) => `Votaciones: ${done} de ${of}`,
  },
};
