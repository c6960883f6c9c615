import { assertNever } from '@convite/kernel';
import { spanishConsultation } from './es-consultation.ts';
import { spanishHelp } from './es-help.ts';
import { spanishInspect } from './es-inspect.ts';
import { spanishPage } from './es-page.ts';
import { spanishPass } from './es-pass.ts';
import { spanishRecount } from './es-recount.ts';
import { spanishRefusals } from './es-refusals.ts';
import { spanishBallot } from './es-ballot.ts';
import { spanishBoard } from './es-board.ts';
import { spanishRegistrar } from './es-registrar.ts';
import { spanishTasks } from './es-task-refusals.ts';
import { spanishTrustee } from './es-trustee.ts';
import { spanishSimulate } from './es-simulate.ts';
import { spanishArchive, spanishVerify } from './es-verify.ts';
import { figuresOf } from './figures.ts';
import type { Words } from './words.ts';

const figures = figuresOf('es');
const n = figures.count;
const votes = (count: number): string => (count === 1 ? '1 voto' : `${n(count)} votos`);

const utility = {
  cost: 'por votos',
  cardinality: 'por votos por unidad de costo',
  points: 'por puntos por unidad de costo',
  borda: 'por puntos de orden (último lugar 0) por unidad de costo',
  'rank-points': 'por puntos de orden (último lugar 1) por unidad de costo',
} as const;
const totalUtility = {
  cost: 'por votos por costo',
  cardinality: 'por votos',
  points: 'por puntos',
  borda: 'por puntos de orden (último lugar 0)',
  'rank-points': 'por puntos de orden (último lugar 1)',
} as const;
const worth = {
  cost: 'lo que cuesta',
  cardinality: 'lo mismo que cualquier otro',
  points: 'los puntos que le dio',
  borda: 'sus puntos de orden (último lugar 0)',
  'rank-points': 'sus puntos de orden (último lugar 1)',
} as const;
const completion = {
  none: 'Lo que queda después no se gasta.',
  add1: 'Después se suben todas las partes paso a paso, y se cuenta de nuevo, mientras lo ganador quepa en el presupuesto (Add1).',
  'add1-greedy':
    'Después se suben todas las partes paso a paso, y se cuenta de nuevo, mientras lo ganador quepa en el presupuesto (Add1). Lo que queda va a los proyectos con más apoyo que todavía quepan.',
  greedy: 'Lo que queda va a los proyectos con más apoyo que todavía quepan.',
} as const;

/** Spanish. */
export const spanish: Words = {
  language: 'es',
  figures,
  help: spanishHelp,
  refusal: spanishRefusals,
  page: spanishPage,
  recount: spanishRecount,
  archive: spanishArchive,
  verify: spanishVerify,
  consultation: spanishConsultation,
  inspect: spanishInspect,
  simulate: spanishSimulate,
  tasks: spanishTasks,
  registrar: spanishRegistrar,
  trustee: spanishTrustee,
  pass: spanishPass,
  ballot: spanishBallot,
  board: spanishBoard,
  ruleName: {
    greedy: 'más votos primero (greedy)',
    'equal-shares': 'reparto igualitario (equal shares)',
    phragmen: 'Phragmén secuencial',
    'majority-judgement': 'juicio mayoritario',
  },
  rule: (rule) => {
    const support = rule.minimumSupport;
    return [
      ...ruleSentences(rule),
      ...(support.votes > 0 ? [`Un proyecto participa con al menos ${votes(support.votes)}.`] : []),
      ...(support.points > 0 ? [`Un proyecto participa con al menos ${n(support.points)} puntos.`] : []),
      ...(support.shareOfBallots.startsWith('0/')
        ? []
        : [`Un proyecto participa si lo eligió al menos ${support.shareOfBallots} de quienes votaron.`]),
      ...(rule.exclusiveGroups.length > 0
        ? [
            `De cada uno de estos grupos, a lo sumo un proyecto: ${rule.exclusiveGroups.map((g) => g.join(' o ')).join('; ')}.`,
          ]
        : []),
      ...parts('la categoría', rule.categoryBudgets),
      ...parts('el barrio', rule.neighbourhoodBudgets),
      ...(rule.maximumWinners === null ? [] : [`Ganan a lo sumo ${n(rule.maximumWinners)} proyectos.`]),
      tiesSentence(rule.ties),
    ];
  },
  loss: (reason, { cost, left, missing, project }) => {
    switch (reason.type) {
      case 'unaffordable':
        return `A ${reason.supporters === 1 ? 'la persona que lo eligió le quedaban' : `las ${n(reason.supporters)} personas que lo eligieron les quedaban juntas`} ${left} al final; cuesta ${cost}, así que faltaban ${missing}.`;
      case 'does_not_fit':
        return `Otros iban antes, y del presupuesto quedaban ${left}; cuesta ${cost}, así que faltaban ${missing}.`;
      case 'outbid':
        return project === undefined
          ? 'Habría cabido en lo que quedaba, pero la cuenta terminó antes de su turno.'
          : `Habría cabido en lo que quedaba, pero la cuenta terminó antes de su turno, en ${project}, que no cabía.`;
      case 'below_threshold':
        return reason.measure === 'votes'
          ? `Tiene ${votes(reason.reached)}; se participa con al menos ${n(reason.required)}.`
          : `Tiene ${n(reason.reached)} puntos; se participa con al menos ${n(reason.required)}.`;
      case 'excluded_by':
        return `De su grupo solo puede ganar uno, y fue ${project}.`;
      case 'part_budget_spent':
        return `Del dinero para ${reason.part === 'category' ? 'la categoría' : 'el barrio'} ${reason.name} quedaban ${left}; cuesta ${cost}, así que faltaban ${missing}.`;
      case 'enough_winners':
        return `Los ${n(reason.winners)} lugares se ocuparon con proyectos que iban antes.`;
      case 'no_support':
        return 'Con esta regla ninguna boleta le da apoyo.';
      default:
        return assertNever(reason);
    }
  },
};

function ruleSentences(rule: Parameters<Words['rule']>[0]): readonly string[] {
  switch (rule.rule) {
    case 'greedy':
      return [
        `Los proyectos se toman ${(rule.order === 'total' ? totalUtility : utility)[rule.utility]}, de más a menos, y se financian mientras alcance el dinero.`,
        rule.misfit === 'skip'
          ? 'El que no cabe se salta, y se prueba el siguiente.'
          : rule.misfit === 'stop'
            ? 'En el primero que no cabe termina la cuenta.'
            : `En el primero que no cabe termina la cuenta; si el presupuesto cubre al menos ${rule.misfit.topUp} de su costo, una reserva de ${figures.decimal(rule.misfit.reserve)} paga el resto.`,
      ];
    case 'equal-shares':
      return [
        'Cada persona que votó recibe una parte igual del dinero para apoyar los proyectos que eligió. Un proyecto gana cuando quienes lo eligieron pueden pagarlo juntos; se reparten su costo. Lo ya gastado no vuelve a contar para los siguientes.',
        `Para quien lo eligió, un proyecto vale ${worth[rule.utility]}.`,
        completion[rule.completion],
        ...(rule.comparison === 'greedy'
          ? ['Al final se compara este resultado con el de más votos primero; queda el que más votantes prefieren.']
          : []),
      ];
    case 'phragmen':
      return [
        'El costo de cada proyecto es una carga para quienes lo eligieron. Gana cada vez el proyecto que deja más baja la carga más alta; la cuenta termina en el primero que no cabe (Phragmén secuencial).',
      ];
    case 'majority-judgement':
      return [
        'Los proyectos se ordenan por su nota del medio: la mitad de las personas les da esa o una mejor. Los mejores se financian mientras alcance el dinero.',
        rule.misfit === 'skip'
          ? 'El que no cabe se salta, y se prueba el siguiente.'
          : 'En el primero que no cabe termina la cuenta.',
      ];
    default:
      return assertNever(rule);
  }
}

function tiesSentence(ties: Parameters<Words['rule']>[0]['ties']): string {
  if (ties.length === 0) return 'Un empate que cambia quién gana se deja al sorteo.';
  const steps = ties.map((criterion) =>
    criterion === 'lower-cost'
      ? 'primero el más barato'
      : criterion === 'project-id'
        ? 'primero el identificador menor, carácter por carácter'
        : `en el orden del sorteo, ${criterion.lots.join(', ')}`,
  );
  return `Con igual derecho: ${steps.join('; después ')}.`;
}

const parts = (part: string, budgets: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(budgets).map(([name, money]) => `Para ${part} ${name}: a lo sumo ${figures.decimal(money)}.`);
