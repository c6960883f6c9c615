import type { PlacedUploadProblem } from '@convite/domain';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** Preparing the elections of a consultation: trustees, the order, the registrar's file, replacements: source texts. */
export const preparation = (f: Format) => {
  const n = (count: number): string => f.count(count);
  const problem = ({ problem: p }: PlacedUploadProblem): string => {
    switch (p.type) {
      case 'empty':
        return 'El archivo está vacío.';
      case 'not_json':
        return 'La línea no es JSON.';
      case 'line_too_long':
        return 'La línea es demasiado larga.';
      case 'too_many_problems':
        return 'Hay más problemas. Suba el archivo tal como lo escribió el programa del registro.';
      case 'wrong_form':
        return `La línea no tiene la forma debida${p.place === '' ? '' : `, en ${p.place}`}.`;
      case 'other_order':
        return 'El archivo se hizo para otro pedido. Descargue el pedido de hoy y haga los códigos otra vez.';
      case 'other_consultation':
        return `El archivo es de otra consulta: ${p.found}.`;
      case 'out_of_turn':
        return `Aquí va la papeleta ${n(p.expected + 1)} del pedido y no la ${n(p.found + 1)}.`;
      case 'contest_missing':
        return `El archivo termina antes de la papeleta ${n(p.contest + 1)} del pedido.`;
      case 'wrong_count':
        return `La papeleta ${n(p.contest + 1)} del pedido necesita ${n(p.expected)} credenciales y tiene ${n(p.found)}.`;
      case 'wrong_spares':
        return `La papeleta ${n(p.contest + 1)} del pedido necesita ${n(p.expected)} reservas y tiene ${n(p.found)}.`;
      case 'bad_credential':
        return `La credencial ${n(p.position)} de la línea no es una credencial.`;
      case 'repeated':
        return `La credencial ${n(p.position)} de la línea está repetida.`;
      case 'not_ascending':
        return `La credencial ${n(p.position)} de la línea no está en su orden.`;
      case 'bad_spare':
        return `La línea señala como reserva la credencial ${n(p.position)}, que no está o ya se señaló.`;
    }
  };
  return {
    title: 'Preparar las votaciones',
    lead: 'De las reglas congeladas a urnas listas. El servidor nunca ve un código de votación.',
    stepsTitle: 'Pasos',
    step: 'Paso',
    state: 'Estado',
    done: 'Hecho',
    missing: 'Falta',
    working: 'En marcha',
    refused: 'Rechazado',
    rule: 'Reglas congeladas por dos garantes',
    roll: 'Padrón congelado',
    rollFacts: (entries: number, version: number) =>
      `${plural(entries, { one: `${n(entries)} persona`, many: `${n(entries)} de personas`, other: `${n(entries)} personas` })}, versión ${n(version)}`,
    trustees: 'Custodios de la clave',
    holders: (threshold: number, trustees: number) => `${n(threshold)} de ${n(trustees)} abren juntos`,
    order: 'Pedido de códigos',
    credentials: 'Credenciales del registro',
    elections: 'Urnas listas',
    electionsFacts: (setUp: number, contests: number) => `${n(setUp)} de ${n(contests)}`,
    replacements: 'Carta perdida o persona agregada',
    hash: 'SHA-256',
    waiver: 'Razón de la excepción, pública',
    back: 'Volver a los pasos',

    trusteesTitle: 'Custodios de la clave',
    trusteesLead:
      'Suba la lista que armó la ceremonia (trustees.json). Su clave estará en cada votación de esta consulta.',
    trusteesFile: 'Lista de custodios',
    waiverLabel: 'Razón para tener menos custodios de los debidos',
    waiverHint:
      'Hacen falta tres o más, y que abran más de uno pero no todos. Si no es así, escriba por qué: lo leerá todo el mundo.',
    bring: 'Subir',
    trusteesRefusals: {
      trustees_refused: (check: string, place: string) =>
        `La lista no pasa las comprobaciones (${check}, en ${place}). Suba la que armó el programa de custodios.`,
      several_groups: 'Las papeletas usan grupos distintos: cada grupo necesitaría su ceremonia. Use uno solo.',
      waiver_missing: (threshold: number, trustees: number) =>
        `Abren ${n(threshold)} de ${n(trustees)}. Sume custodios, o escriba la razón.`,
      no_contest: 'Esta consulta no tiene papeletas.',
      ceremony_here:
        'Los custodios hacen su ceremonia en este sitio. Para traer otra lista, la organización la anula antes.',
      elections_set_up: 'Las votaciones ya se prepararon. Retire antes las credenciales.',
      waiver_too_long: 'La razón es demasiado larga: hasta 2000 signos.',
    },
    fileMissing: 'Elija un archivo.',
    fileTooLarge: (most: string) => `El archivo es demasiado grande: el límite es ${most}.`,
    fileBroken: 'El archivo no llegó entero. Súbalo otra vez.',

    orderTitle: 'Pedido de códigos',
    orderLead:
      'El pedido dice al registro cuántos códigos hacer y para qué papeletas. No lleva nombres. Cuántas reservas hay es público.',
    percent: 'Reservas por cada cien personas',
    minimum: 'Reservas como mínimo',
    perSlice: 'En cada grupo de personas que votan las mismas papeletas.',
    makeOrder: 'Hacer el pedido',
    downloadOrder: 'Descargar order.json',
    registrarNext:
      'Entréguelo al registro con el padrón congelado. Sin instalar nada, el registro hace los códigos en su propio equipo con',
    registrarPage: 'la página del registro',
    registrarOr:
      ', o con el programa convite. La página se guarda en una memoria junto a esos archivos, y no necesita internet.',
    orderFacts: 'Lo que se pide',
    contests: 'Papeletas',
    credentialsCount: 'Credenciales',
    sparesCount: 'De ellas, reservas',
    spareRule: 'Regla de reservas',
    spareRuleSays: (percent: number, minimum: number) => `${n(percent)}\u00a0%, y al menos ${n(minimum)}`,
    orderRefusals: {
      rule_not_frozen: 'Antes, dos garantes congelan las reglas.',
      roll_not_frozen: 'Antes se congela el padrón.',
      no_contest: 'Esta consulta no tiene papeletas.',
      elections_set_up: 'Las votaciones ya se prepararon. Retire antes las credenciales.',
      bad_spares: 'Escriba números enteros: de 0 a 100 por cada cien, y de 1 a 1000 como mínimo.',
      too_many: 'Una papeleta tendría más credenciales de las que caben.',
      roll_changed:
        'El padrón que hay no tiene tantas personas como el congelado. Avise a quien administra el servidor.',
    },

    credentialsTitle: 'Credenciales del registro',
    credentialsLead:
      'Suba upload.jsonl, que le entrega el registro (hecho en su página o con el programa). Solo lleva partes públicas. Ningún otro archivo del registro se sube: los que empiezan por PRIVATE son secretos. Se toma entero o nada.',
    credentialsFile: 'Archivo de credenciales',
    credentialsRefusals: {
      no_order: 'Antes se hace el pedido de códigos.',
      no_trustees: 'Antes se sube la lista de custodios.',
      already_brought: 'Ya se subieron. Para empezar otra vez, retírelas.',
    },
    reading: 'Leyendo las credenciales',
    notRead:
      'El archivo no se pudo leer, y no se guardó nada. Súbalo otra vez; si se repite, avise a quien administra el servidor.',
    problemsCount: (problems: number) =>
      plural(problems, {
        one: 'Hay un problema. No se guardó nada.',
        many: `Hay ${n(problems)} de problemas. No se guardó nada.`,
        other: `Hay ${n(problems)} problemas. No se guardó nada.`,
      }),
    problemsOver: (problems: number) => `Hay más de ${n(problems)} problemas. No se guardó nada.`,
    problems: 'Problemas del archivo',
    line: 'Línea',
    what: 'Qué pasa',
    wholeFile: 'Todo el archivo',
    problem,
    progress: (done: number, of: number) => `${n(done)} de ${n(of)} papeletas`,
    setUpRefused: (territory: string, check: string, place: string) =>
      `La votación de ${territory} no pasa las comprobaciones (${[check, place].filter((part) => part !== '').join(', ')}). No quedó ninguna preparada. Haga los códigos otra vez.`,
    withdraw: 'Retirar las credenciales y empezar otra vez',
    withdrawSays: 'Los códigos que ya se entregaron dejarían de servir.',
    withdrawRefusals: {
      nothing_brought: 'No hay credenciales que retirar.',
      vote_was_open: 'La votación ya se abrió: nada se retira.',
    },

    replacementTitle: 'Carta perdida o persona agregada',
    replacementLead:
      'Suba replacement.json, hecho en la página del registro o con su programa. Otra persona del registro lo aprueba, y entonces la carta perdida deja de servir.',
    replacementFile: 'Archivo del reemplazo',
    reason: 'Razón',
    reasonHint: 'Sin nombres: la leerá todo el mundo.',
    propose: 'Proponer',
    replacementRefusals: {
      not_json: 'El archivo no es JSON.',
      wrong_form: (place: string) => `El archivo no tiene la forma debida${place === '' ? '' : `, en ${place}`}.`,
      other_consultation: 'El archivo es de otra consulta.',
      unknown_election: 'El archivo nombra una votación que esta consulta no tiene.',
      already_proposed: 'Ya se propuso reemplazar esta carta, y espera a otra persona.',
      not_allowed: 'Su cuenta no puede hacer esto.',
      reason_missing: 'Escriba la razón, de hasta 2000 signos.',
    },
    replaceAct: {
      lost: 'Anular un código perdido y activar una reserva',
      added: 'Activar una reserva para una persona agregada al padrón',
    },
    replaceFollows: {
      lost: ['El código perdido ya no podrá votar.', 'Si con él ya se votó, no se hace nada.'],
      added: ['La persona podrá votar con el código de su carta.'],
    },
    lostIn: (territory: string) => `Código perdido, en ${territory}`,
    spareIn: (territory: string) => `Reserva, en ${territory}`,
    replaceFaults: {
      no_election: (territory: string) => `En ${territory} no hay una votación preparada.`,
      vote_ended: (territory: string) => `La votación de ${territory} ya terminó.`,
      unknown_credential: (territory: string) => `El código perdido no es de la votación de ${territory}.`,
      credential_used: (territory: string) => `Con el código perdido ya se votó en ${territory}: no se reemplaza.`,
      credential_void: (territory: string) => `El código perdido ya estaba anulado en ${territory}.`,
      no_free_spare: (territory: string) => `Esa reserva ya se dio, o no es de ${territory}.`,
    },
  };
};
export type PreparationMessages = ReturnType<typeof preparation>;
