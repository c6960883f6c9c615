import { assertNever } from '@convite/kernel';
import { figuresOf } from './figures.ts';
import type { PageWords } from './words.ts';

const figures = figuresOf('es');
const n = figures.count;
const list = new Intl.ListFormat('es', { type: 'conjunction' });
/** The first few of many, and how many more. */
const someOf = (names: readonly string[]): readonly string[] =>
  names.length <= 4 ? names : [...names.slice(0, 3), `${n(names.length - 3)} más`];
const votes = (count: number): string => (count === 1 ? '1 voto' : `${n(count)} votos`);
const projects = (count: number): string => (count === 1 ? '1 proyecto' : `${n(count)} proyectos`);

/** The page of a count, in Spanish. */
export const spanishPage: PageWords = {
  answer: (winners, cost, budget) =>
    `${winners === 1 ? 'Se financia un proyecto' : `Se financian ${n(winners)} proyectos`}, por ${cost} de ${budget}.`,
  answerNone: (budget) => `No se financia ningún proyecto. El presupuesto de ${budget} queda entero.`,
  answerLots: (tied) =>
    tied.length === 0
      ? 'Esto no está decidido: hay más empates de los que se pudieron seguir, y hace falta un sorteo.'
      : `Esto no está decidido: hace falta un sorteo entre ${list.format(tied)}.`,
  sureWinners: (winners, cost) =>
    `Salga lo que salga en el sorteo, ${winners === 1 ? 'se financia un proyecto' : `se financian estos ${n(winners)} proyectos`}, por ${cost}.`,
  noSureWinners: 'No hay ningún proyecto que se financie salga lo que salga en el sorteo.',
  headings: {
    lots: 'Hace falta un sorteo',
    winners: 'Financiados, en el orden en que ganaron',
    sureWinners: 'Financiados, salga lo que salga en el sorteo',
    ballots: 'Boletas',
    how: 'Cómo se contó',
    rounds: 'Ronda por ronda',
    losses: 'No financiados, y por qué',
    ties: 'Empates',
    checks: 'Lo que se comprobó',
    remarks: 'Rarezas del archivo',
    repeat: 'Compruébelo usted',
  },
  columns: {
    place: 'N.º',
    id: 'Id',
    project: 'Proyecto',
    votes: 'Votos',
    points: 'Puntos',
    cost: 'Costo',
    effectiveVotes: 'Votos ef.',
    supporters: 'Lo eligieron',
    each: 'Cada uno',
    full: 'Entero',
    emptied: 'El resto',
    load: 'Carga de cada uno',
    decision: 'Decisión',
    left: 'Queda',
    funded: 'Financiados',
    marked: 'Eligieron algo',
    served: 'Con algo financiado',
    paid: 'Dinero pagado',
    strength: 'Apoyo',
  },
  sum: 'Suma',
  envelope: 'Presupuesto',
  left: 'Queda',
  overEnvelope: 'De la reserva',
  ballots: ({ total, blank, marks, distinct }) =>
    `${total === 1 ? '1 boleta' : `${n(total)} boletas`}, ${blank === 0 ? 'ninguna en blanco' : `${n(blank)} en blanco`}; ${marks === 1 ? '1 elección' : `${n(marks)} elecciones`}; ${n(distinct)} ${distinct === 1 ? 'boleta distinta' : 'boletas distintas'}.`,
  served: (served, marked) =>
    marked === 0
      ? 'Nadie eligió ningún proyecto.'
      : `De ${n(marked)} que eligieron algún proyecto, ${n(served)} (${figures.percent(served, marked)}) tienen al menos uno de los suyos financiado; ${n(marked - served)} no tienen ninguno.`,
  endowment: ({ divisor, increments, stopped }, start, reached) => [
    `Cada uno de ${votes(divisor)} empezó con ${start}.`,
    ...(increments === 0
      ? []
      : [`Add1 lo subió ${increments === 1 ? 'una vez' : `${n(increments)} veces`}, hasta ${reached}.`]),
    ...(stopped === 'exhaustive'
      ? ['Paró porque ya no cabía nada más en el presupuesto.']
      : stopped === 'next_over_budget'
        ? ['Paró porque con un paso más lo ganador costaría más que el presupuesto.']
        : []),
  ],
  comparison: (c) =>
    `Comparado con más votos primero: ${votes(c.prefer_equal_shares)} por el reparto igualitario, ${votes(c.prefer_greedy)} por más votos primero, a ${n(c.equal)} les da igual. ${c.stands === 'greedy' ? 'Queda más votos primero.' : 'Queda el reparto igualitario.'}`,
  decision: { funded: 'financiado', funded_from_reserve: 'financiado con la reserva', refused: 'no financiado' },
  completion: 'Con lo que quedaba',
  oneBranch:
    'Hasta el primer empate abierto fue así; desde ahí se muestra un curso posible, como si el sorteo cayera en el orden de los identificadores.',
  purchases:
    'En cada ronda gana el proyecto con el precio más bajo para lo que vale; si los proyectos valen lo que cuestan, es el de más votos efectivos. Votos efectivos: quienes lo eligieron, contando en parte a quien ya no le alcanza para el precio entero. Entero: cuántos pagan ese precio (Cada uno). El resto: cuántos dan todo lo que les queda.',
  rounding: 'Las cifras con decimales están cortadas aquí; --json las tiene todas exactas.',
  costs: (cost, count) => `${votes(count)}, cuesta ${cost}`,
  noLosses: 'Se financian todos los proyectos.',
  tie: ({ tied, settled_by, round }, names, chosen) => {
    const equal = `${list.format(names)} tenían exactamente el mismo derecho${round === null ? ' en el camino' : ` en la ronda ${n(round + 1)}`}`;
    switch (settled_by) {
      case 'same_winners':
        return `${equal}. Da lo mismo: ganan los mismos proyectos, vaya quien vaya primero.`;
      case 'lower_cost':
        return `${equal}. ${chosen} fue primero porque cuesta menos, como dice la regla.`;
      case 'project_id':
        return `${equal}. ${chosen} fue primero por su identificador, como dice la regla.`;
      case 'lots':
        return `${equal}. El sorteo puso primero a ${chosen}.`;
      case 'open':
        return `${equal}, y cuál de ${tied.length === 2 ? 'los dos' : 'ellos'} va primero cambia quién gana. No está resuelto.`;
      default:
        return assertNever(settled_by);
    }
  },
  lotsWhy: ({ round }, names) =>
    `${list.format(names)} tienen exactamente el mismo derecho${round === null ? '' : ` en la ronda ${n(round + 1)}`}, y la regla no dice cuál va primero. De eso depende quién gana, así que ni este programa ni ninguna persona puede elegir: debe hacerlo el azar, en público.`,
  lotsOutcomes: (outcomes, allFollowed) =>
    allFollowed
      ? `Además de los que ganan de todos modos, el sorteo puede dar ${n(outcomes)} resultados:`
      : `Hay demasiados empates para seguirlos todos; ${n(outcomes)} de los resultados que el sorteo puede dar, además de los que ganan de todos modos:`,
  lotsOutcome: (number, names) => `${n(number)}. ${names.length === 0 ? 'nada más' : list.format(names)}`,
  lotsAfter: (example) =>
    `Saquen los proyectos uno tras otro, anoten el orden y vuelvan a contar con él. Si salieron ${list.format(example.slice(0, 4))}${example.length > 4 ? ' y así' : ''} en este orden, es:`,
  checks: {
    yes: 'sí',
    no: 'NO',
    unknown: '–',
    withinBudget: (holds) =>
      holds ? 'Lo ganador no cuesta más de lo que hay.' : 'Lo ganador cuesta más de lo que hay.',
    exhaustive: (fits) =>
      fits.length === 0
        ? 'Nada de lo que quedó fuera cabría todavía en el dinero que queda.'
        : `${projects(fits.length)} de fuera ${fits.length === 1 ? 'cabría' : 'cabrían'} todavía en el dinero que queda: ${list.format(someOf(fits))}. La regla no ${fits.length === 1 ? 'lo' : 'los'} financia.`,
    priceSystem: (holds, covers, outside) =>
      `${holds ? `${covers === 1 ? 'Un proyecto fue pagado entero' : `${n(covers)} proyectos fueron pagados enteros`} por quienes ${covers === 1 ? 'lo' : 'los'} eligieron, nadie pagó más que una parte igual, y ningún otro proyecto podrían pagarlo quienes lo eligieron.` : 'Los pagos de las rondas no se sostienen como sistema de precios.'}${outside.length === 0 ? '' : ` Con lo que quedaba, sin esos pagos: ${list.format(someOf(outside))}.`}`,
    ejr: (holds, violations) =>
      holds === null
        ? 'Si cada grupo bastante grande recibió su parte (EJR+ salvo un proyecto) no se puede decidir aquí: las personas valoran distinto el mismo proyecto.'
        : holds
          ? 'Cada grupo bastante grande para reclamar un proyecto recibió su parte, salvo un proyecto (EJR+).'
          : `Hay grupos bastante grandes para reclamar un proyecto que recibieron menos que su parte (EJR+ salvo un proyecto): ${list.format(someOf(violations.map(({ project, group }) => `${n(group)} que eligieron ${project}`)))}.`,
    distribution: (choices) =>
      `Elecciones financiadas de cada quien: ${choices.map((voters, k) => `${n(k)}: ${n(voters)}`).join(' · ')}`,
    projectsBy: { category: 'Proyectos por categoría', neighbourhood: 'Proyectos por barrio' },
    votersBy: { neighbourhood: 'Votantes por barrio', channel: 'Votantes por vía' },
  },
  moreRemarks: (count) => `y ${n(count)} más; --json las tiene todas.`,
  repeat: {
    file: 'Archivo',
    ruleSet: 'Regla',
    bytes: 'bytes',
    again: 'La misma cuenta otra vez, en cualquier máquina:',
    stdin: 'El archivo vino por la entrada estándar; dé el mismo archivo.',
    everything: 'Lo mismo con cada cifra exacta, para un programa:',
  },
  seconds: (seconds, exact) =>
    `Contado en ${seconds} s de procesador${exact === 0 ? '' : `; ${exact === 1 ? 'una comparación fue tan estrecha que la decidieron' : `${n(exact)} comparaciones fueron tan estrechas que las decidieron`} fracciones exactas`}.`,
};
