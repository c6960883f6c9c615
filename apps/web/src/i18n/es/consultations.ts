import type {
  BallotForm,
  CalendarProblem,
  ConsultationState,
  ContestState,
  CryptoGroup,
  EnvelopeProblem,
  OptionsProblem,
  TemplateProblem,
} from '@convite/domain';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

const states: Readonly<Record<ConsultationState, string>> = {
  draft: 'En preparación',
  frozen: 'Regla congelada',
  open: 'Votación abierta',
  closed: 'Votación cerrada',
  tallying: 'En conteo',
  provisional: 'Resultado provisional',
  certified: 'Resultado certificado',
  annulled: 'Anulada',
};

const contestStates: Readonly<Record<ContestState, string>> = {
  draft: 'En preparación',
  ready: 'Lista',
  frozen: 'Elección escrita',
  open: 'Abierta',
  closed: 'Cerrada',
  withheld: 'Sin abrir: muy pocos votos',
  tallied: 'Descifrada',
  lots_required: 'Espera sorteo',
  counted: 'Contada',
  provisional: 'Provisional',
  certified: 'Certificada',
  annulled: 'Anulada',
};

const forms: Readonly<Record<BallotForm, string>> = {
  choose_one: 'Elegir una opción',
  approval: 'Elegir varias opciones',
};

const groups: Readonly<Record<CryptoGroup, string>> = {
  Ed25519: 'Ed25519: el más rápido',
  'BELENIOS-2048': 'BELENIOS-2048: también lo verifica Belenios; solo para totales',
  'RFC-3526-2048': 'RFC-3526-2048: también lo verifica Belenios',
};

const calendarProblems: Readonly<Record<CalendarProblem['type'], string>> = {
  closes_before_it_opens: 'El cierre debe ser después de la apertura.',
  complaints_end_before_closing: 'Los reclamos deben terminar después del cierre.',
  already_begun: 'La apertura ya pasó: elija una hora futura.',
};

const templateProblems: Readonly<Record<TemplateProblem['type'], string>> = {
  most_out_of_range: 'El número de opciones por boleta no es posible con esta forma y esta regla.',
  group_without_whole_ballots:
    'Esta regla necesita boletas enteras, y ese grupo criptográfico no las lleva: elija otro.',
  rule_needs_other_ballots: 'Esta regla necesita boletas de otra clase.',
  names_options_of_many_contests: 'La regla nombra opciones por su número, y el modelo tiene más de una papeleta.',
  unknown_number: 'La regla nombra números que ninguna opción tiene.',
  unknown_theme: 'La regla pone un tope a temas que ninguna opción tiene: escríbalos igual que en las opciones.',
  unknown_place: 'La regla pone un tope a lugares que ninguna opción tiene: escríbalos igual que en las opciones.',
  money_too_fine:
    'Un monto de la regla tiene más decimales de los que se cuentan. Donde no se reparte dinero, ninguno.',
  share_above_all: 'Nadie puede tener más del 100 % de las boletas: escriba menos.',
  top_up_without_effect: 'Así nunca se completa nada: escriba menos del 100 % y una reserva mayor que cero.',
  step_not_positive: 'El paso debe ser mayor que cero.',
};

const optionsProblems: Readonly<Record<OptionsProblem['type'], string>> = {
  no_options: 'sin opciones',
  too_many_options: 'con demasiadas opciones para esta regla',
  not_approved: 'con opciones sin aprobar',
  cost_missing: 'con opciones sin costo',
  cost_above_envelope: 'con opciones más caras que su sobre',
  neither_envelope_nor_winners: 'sin sobre y sin número de ganadores',
};

const envelopeProblems: Readonly<Record<EnvelopeProblem['type'], string>> = {
  several_roots: 'Hay más de un sobre total.',
  unknown_parent: 'Un sobre depende de otro que no existe.',
  circle: 'Un sobre depende de sí mismo.',
  sum_differs: 'Las partes de un sobre no suman su monto.',
  unknown_envelope: 'Una papeleta gasta de un sobre que no existe.',
  drawn_above_leaf: 'Una papeleta gasta de un sobre que tiene partes.',
  drawn_twice: 'Dos papeletas gastan del mismo sobre.',
};

/** Consultations, for everyone and for those who prepare them. Source texts. */
export const consultations = (f: Format) => ({
  states,
  contestStates,
  forms,
  groups,
  calendarProblems,
  templateProblems,
  ruleNames: (names: string) => `Nombra: ${names}.`,
  optionsProblems,
  envelopeProblems,

  // Public pages.
  listTitle: 'Consultas',
  listRail: 'Lo que aquí se decide, con su regla y sus fechas.',
  see: 'Ver la consulta',
  vote: 'Votar',
  mayVote: '¿Puedo votar aquí?',
  findVote: 'Buscar mi voto',
  opens: (when: string) => `Se vota desde el ${when}.`,
  closes: (when: string) => `Se vota hasta el ${when}, sin contar ese minuto.`,
  closed: (when: string) => `La votación cerró el ${when}.`,
  zone: (zone: string) => `Horas de ${zone}.`,
  annulledLead: 'Esta consulta fue anulada: no se cuenta ningún voto.',
  annulment: {
    title: 'Por qué fue anulada',
    nothingCounts: 'No se cuenta ningún voto y no hay resultado.',
    signed: (people: readonly string[], when: string) =>
      people.length === 0 ? `Anulada el ${when}.` : `Firmaron ${people.join(' y ')}, el ${when}.`,
    staysPublic:
      'Lo publicado sigue donde estaba: los tableros, el registro y “Buscar mi voto”. Ninguna boleta se abre ya.',
    archive: 'Había un resultado provisional. Su archivo se puede descargar todavía, pero no vale.',
    boards: 'Ver y descargar los tableros',
    download: 'Descargar aquel archivo',
  },
  yourContest: 'Busque su papeleta',
  yourContestRail: 'Escriba el nombre o el código de su territorio.',
  search: 'Nombre o código',
  searchGo: 'Buscar',
  territory: 'Territorio',
  code: 'Código',
  found: (n: number) =>
    plural(n, { one: 'Una papeleta', many: `${f.count(n)} de papeletas`, other: `${f.count(n)} papeletas` }),
  noneFound: 'Ninguna papeleta tiene ese nombre ni ese código.',
  next: 'Siguientes',
  previous: 'Anteriores',
  pageOf: (from: number, to: number, of: number) => `${f.count(from)} a ${f.count(to)} de ${f.count(of)}`,
  theRule: 'La regla',
  ruleRail: 'Se conoce antes de votar y ya no cambia.',
  readRule: 'Leer la regla y su huella',
  trail: 'Registro público de actos',

  rulesTitle: 'La regla de esta consulta',
  rulesLead: 'Dos personas la congelaron antes de abrir la votación.',
  ruleFor: (name: string) => `Regla de “${name}”`,
  howToVote: 'Cómo se vota',
  chooseOne: 'Cada persona elige una opción.',
  chooseUpTo: (most: number) => `Cada persona elige hasta ${f.count(most)} opciones.`,
  blank: 'También puede votar en blanco.',
  noBlank: 'No hay voto en blanco.',
  least: (votes: number) =>
    plural(votes, {
      one: 'Hace falta al menos un voto.',
      many: `Hacen falta al menos ${f.count(votes)} de votos.`,
      other: `Hacen falta al menos ${f.count(votes)} votos.`,
    }),
  leastShare: (percent: string) => `Hacen falta votos del ${percent} de las boletas.`,
  onlyOneOf: (numbers: string) => `Solo puede ganar una de estas opciones: ${numbers}.`,
  tuned: {
    topUp: (most: string) =>
      `El primer proyecto que no cabe se completa con una reserva de hasta ${most}. Ahí termina la cuenta.`,
    topUpCovers: (percent: string) => `Lo que queda debe pagar al menos ${percent} de su costo.`,
    cardinality: 'Cada proyecto que gana vale lo mismo para quien lo eligió, cueste lo que cueste.',
    allBallots: 'El dinero se divide entre todas las boletas. La parte de las blancas no la gasta nadie.',
    step: (amount: string) => `La parte de cada persona sube en pasos de ${amount}.`,
    compared:
      'Al final se compara con “Más votos”. Queda ese resultado si más personas lo prefieren, por el dinero de lo que eligieron.',
    themeLimit: (theme: string, most: string) => `Las opciones del tema “${theme}” suman hasta ${most}.`,
    placeLimit: (place: string, most: string) => `Las opciones del lugar “${place}” suman hasta ${most}.`,
    limitsCount: 'En esos topes se suman los costos. Donde no se reparte dinero, cada opción suma 1.',
  },
  howCounted: 'Cómo se cuenta',
  secrecy: 'Qué se llega a saber',
  totalsOnly: 'Solo se descifran los totales de cada opción. Ninguna boleta suelta se abre.',
  wholeBallots:
    'La regla necesita saber qué se eligió junto. Las boletas se mezclan varias veces y luego se abren, sin nombres.',
  smallGroup: (least: number) =>
    `Con menos de ${f.count(least)} boletas, el resultado de una papeleta no se publica por separado, salvo aceptación firmada antes.`,
  ties: 'Si hay empate',
  tie: {
    'lower-cost': 'Gana la opción de menor costo.',
    'project-id': 'Gana la opción cuyo número va antes, cifra por cifra: 10 va antes que 2.',
  },
  thenTie: {
    'lower-cost': 'Si sigue el empate, gana la de menor costo.',
    'project-id': 'Si sigue el empate, gana la de número anterior, cifra por cifra: 10 va antes que 2.',
  },
  tieLots: 'Si el empate sigue y decide quién gana, hay sorteo público.',
  hash: 'Huella de la regla',
  hashSays: 'SHA-256 del texto exacto. Está en cada elección y en cada resultado.',
  exactText: 'Ver el texto exacto',
  changes: 'Cambios después de congelar',
  changesRail: 'Cada uno con dos firmas y una razón.',
  noChanges: 'Ninguno.',
  changed: {
    'rule.freeze': 'Se congeló la regla',
    'order.draw': 'Se sorteó el orden de las opciones',
    'vote.open': 'Se abrió la votación',
    'vote.close': 'Se cerró la votación',
    'vote.extend': 'Se prolongó la votación',
    'option.withdraw': 'Se retiró una opción',
    'contest.annul': 'Se anuló una papeleta',
    'contests.annul': 'Se anularon varias papeletas',
    'consultation.annul': 'Se anuló la consulta',
  },

  envelope: (amount: string) => `Hay ${amount} para repartir.`,
  winners: (n: number) =>
    plural(n, {
      one: 'Gana una opción.',
      many: `Ganan hasta ${f.count(n)} de opciones.`,
      other: `Ganan hasta ${f.count(n)} opciones.`,
    }),
  voters: (n: number) =>
    plural(n, {
      one: 'Una persona puede votar aquí.',
      many: `${f.count(n)} de personas pueden votar aquí.`,
      other: `${f.count(n)} personas pueden votar aquí.`,
    }),
  optionsTitle: 'Opciones',
  optionsRail: 'El número de cada una es el que se escribe al votar.',
  noOptions: 'Todavía no hay opciones.',
  number: 'Número',
  option: 'Opción',
  cost: 'Costo',
  place: 'Lugar',
  withdrawn: 'Retirada',
  approved: 'Aprobada',
  pending: 'Sin aprobar',
  contestAnnulled: 'Esta papeleta fue anulada. La regla de la consulta dice por qué.',
  waiver: 'Quienes organizan aceptaron publicar el resultado aunque voten muy pocas personas.',

  // What two people agree on.
  acts: {
    freezeTitle: (title: string) => `Congelar la regla de “${title}”`,
    freezeSays: [
      'Desde ese momento no cambia la regla, el calendario, los sobres ni las opciones.',
      'La huella de la regla estará en cada elección y en cada resultado.',
    ],
    contests: 'Papeletas',
    lineUp: 'Huella de todo lo que se vota',
    ruleHash: (name: string) => `Huella de la regla “${name}”`,
    opens: 'Apertura',
    closes: 'Cierre',
    closesByCalendar: 'Cierre del calendario',
    openTitle: (title: string) => `Abrir la votación de “${title}”`,
    openSays: ['Desde la hora de apertura se reciben boletas.', 'Las papeletas quedan como están.'],
    closeTitle: (title: string) => `Cerrar la votación de “${title}”`,
    closeSays: [
      'Desde que otra persona lo acepta no se recibe ninguna boleta.',
      'Después se puede descifrar y contar.',
    ],
    extendTitle: (title: string) => `Prolongar la votación de “${title}”`,
    extendSays: ['La hora de cierre pasa a ser más tarde, para todas las personas.'],
    from: 'Cierre de ahora',
    to: 'Cierre nuevo',
    withdrawTitle: (number: number, option: string) => `Retirar la opción ${f.count(number)}, “${option}”`,
    withdrawSays: ['Su número queda vacío. Las demás conservan el suyo.', 'Quien ya la eligió puede votar otra vez.'],
    wholeTitle: (title: string) => `Anular toda la consulta “${title}”`,
    wholeSays: [
      'Todas sus papeletas terminan sin resultado. Esto no se puede deshacer.',
      'No se recibe, se abre ni se cuenta ninguna boleta más. Los tableros siguen publicados.',
    ],
    stateNow: 'Estado en que se anula',
    annulTitle: (place: string) => `Anular la papeleta de ${place}`,
    annulSays: ['La papeleta termina sin resultado. Esto no se puede deshacer.'],
    annulManyTitle: (n: number, place: string) =>
      `Anular ${plural(n, { one: 'una papeleta', many: `${f.count(n)} de papeletas`, other: `${f.count(n)} papeletas` })} de ${place}`,
    annulManySays: ['Estas papeletas terminan sin resultado. Esto no se puede deshacer.'],
    places: 'Territorios',
    place: 'Territorio',
    optionName: 'Opción',
    consultation: 'Consulta',
    refused: {
      missing: 'No está todo lo que hace falta. La página de donde salió la propuesta dice qué.',
      changed: 'Algo cambió después de proponerlo. Retire la propuesta y propóngalo otra vez.',
      not_over: 'Todavía no es la hora de cierre: a nadie se le quita tiempo.',
      not_now: 'En el estado de ahora esto ya no se puede hacer.',
      already_closed: 'La votación ya cerró.',
      not_later: 'El cierre nuevo debe ser más tarde que el de ahora.',
      complaints_end_before_closing: 'El plazo de reclamos terminaría antes del cierre nuevo.',
      unknown_option: 'Esa opción no existe.',
      already_withdrawn: 'Esa opción ya fue retirada.',
      last_option: 'Es la única opción que queda. Anule la papeleta en su lugar.',
      already_proposed: 'Esto ya está propuesto y espera a la segunda persona.',
      not_allowed: 'Su cuenta no puede proponer esto.',
      reason_missing: 'Escriba la razón. La podrá leer todo el mundo.',
    },
  },
});
export type ConsultationsMessages = ReturnType<typeof consultations>;
