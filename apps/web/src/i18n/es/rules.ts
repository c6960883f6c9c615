import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** Rules, reasons and checks in plain words: source texts. */
export const rules = (f: Format) => ({
  names: {
    greedy: 'Más votos',
    greedyPerCost: 'Más votos por dinero',
    greedyPoints: 'Más puntos',
    'equal-shares': 'Partes iguales',
    phragmen: 'Carga pareja',
    'majority-judgement': 'Mejor nota',
  },
  /** Four sentences at most for each rule. */
  explained: {
    greedy: [
      'Los proyectos se ponen en fila, del más votado al menos votado.',
      'Se miran uno por uno, en ese orden.',
      'Entra cada proyecto que el dinero que queda puede pagar.',
    ],
    'equal-shares': [
      'Cada persona que votó recibe una parte igual del dinero, para los proyectos que eligió.',
      'Un proyecto gana cuando quienes lo eligieron pueden pagarlo juntos.',
      'Se reparten su costo por igual.',
      'Lo que ya se gastó no vuelve a contar. Así cada grupo decide sobre su parte.',
    ],
    phragmen: [
      'Cada proyecto pesa lo que cuesta.',
      'Ese peso se reparte entre quienes lo eligieron.',
      'En cada ronda entra el proyecto que deja más liviana la carga más pesada.',
      'La cuenta termina con el primer proyecto que ya no se puede pagar.',
    ],
    'majority-judgement': [
      'Cada persona puso una nota a cada proyecto.',
      'Cuenta la nota del medio: la mitad le puso esa nota o una mejor.',
      'Los proyectos se miran de la mejor nota del medio a la peor.',
      'Entra cada proyecto que el dinero que queda puede pagar.',
    ],
  },
  orderBy: {
    cost: 'Cuenta cuántas personas eligieron cada proyecto.',
    cardinality: 'Los votos de cada proyecto se dividen entre su costo: van primero los que rinden más.',
    points: 'Cuentan los puntos que recibió cada proyecto.',
    borda: 'Cada proyecto recibe un punto por cada proyecto que quedó debajo de él en una boleta.',
    'rank-points': 'Cada proyecto recibe más puntos cuanto más arriba está en una boleta.',
  },
  /** Where it is not divided by the cost. */
  orderTotal: {
    cost: 'Los votos de cada proyecto se multiplican por su costo: van primero los que mueven más dinero.',
    cardinality: 'Cuentan solo los votos, también los de proyectos que no cuestan nada.',
  },
  misfit: {
    skip: 'Si un proyecto no cabe, se salta y se mira el siguiente.',
    stop: 'Con el primer proyecto que no cabe, la cuenta termina.',
    topUp: 'El primer proyecto que no cabe puede completarse con una reserva.',
  },
  sharesStart: (share: string) => `Al empezar, cada persona tenía ${share}.`,
  sharesRaised: (from: string, to: string, times: number) =>
    `Sobraba dinero. La parte de cada persona subió de ${from} a ${to}, en ${f.count(times)} ${plural(times, {
      one: 'paso',
      many: 'de pasos',
      other: 'pasos',
    })}.`,
  completed: (n: number) =>
    plural(n, {
      one: 'Con lo que quedó entró un proyecto más: el más votado que cabía.',
      many: `Con lo que quedó entraron ${f.count(n)} de proyectos más: los más votados que cabían.`,
      other: `Con lo que quedó entraron ${f.count(n)} proyectos más: los más votados que cabían.`,
    }),
  compared: (shares: number, greedy: number, equal: number) =>
    `Después se compararon dos resultados: ${f.count(shares)} personas prefieren partes iguales, ${f.count(greedy)} más votos, y a ${f.count(equal)} les da igual.`,
  stands: { 'equal-shares': 'Queda el de partes iguales.', greedy: 'Queda el de más votos.' },
  minimumVotes: (votes: number) => `Hacían falta al menos ${f.count(votes)} votos.`,
  minimumShare: (percent: string) => `Hacían falta votos del ${percent} de las boletas.`,
  minimumPoints: (points: number) => `Hacían falta al menos ${f.count(points)} puntos.`,
  onlyOneOf: (names: string) => `Solo uno de estos podía entrar: ${names}.`,
  partLimits: 'Algunos temas o barrios tenían un tope de dinero.',
  maximumWinners: (n: number) =>
    n === 1 ? 'Solo podía ganar un proyecto.' : `No podían ganar más de ${f.count(n)} proyectos.`,

  status: { funded: 'Financiado', notFunded: 'No esta vez', open: 'Depende del sorteo' },
  /** Beside a project that lost; at most a few words. */
  short: {
    unaffordable: 'No esta vez',
    does_not_fit: 'No cabía',
    outbid: 'Otros iban antes',
    below_threshold: (required: number) => `Bajo el mínimo de ${f.count(required)}`,
    excluded_by: (winner: string) => `Ganó en su lugar: ${winner}`,
    part_budget_spent: (name: string) => `Tope de ${name} gastado`,
    enough_winners: (n: number) => `Ya ganaban ${f.count(n)}`,
    no_support: 'Sin votos',
  },
  /** The reason as whole sentences. */
  reasons: {
    unaffordable: (left: string, cost: string) =>
      `Cuando terminó la cuenta, a quienes lo eligieron les quedaban ${left} entre todos. Hacían falta ${cost}.`,
    does_not_fit: (left: string, cost: string) => `Cuando le tocó, quedaban ${left}. Hacían falta ${cost}.`,
    outbid: (winner: string | null) =>
      winner === null
        ? 'Otros proyectos iban antes y la cuenta terminó.'
        : `${winner} iba antes, y con eso la cuenta terminó.`,
    below_threshold: (measure: 'votes' | 'points', reached: number, required: number) =>
      `Tuvo ${f.count(reached)} ${measure === 'votes' ? 'votos' : 'puntos'}. La regla pide al menos ${f.count(required)}.`,
    excluded_by: (winner: string) => `Ganó ${winner}. La regla solo deja entrar a uno de los dos.`,
    part_budget_spent: (name: string, left: string, cost: string) =>
      `El dinero para ${name} tenía un tope. Quedaban ${left} y hacían falta ${cost}.`,
    enough_winners: (n: number) => `La regla permite ${f.count(n)} ganadores, y ya estaban.`,
    no_support: 'Ninguna boleta lo eligió.',
  },
});
export type RulesMessages = ReturnType<typeof rules>;
