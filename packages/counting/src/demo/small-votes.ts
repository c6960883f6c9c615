import { mulberry32 } from './mulberry.ts';
import { drawnBallots, repeatedBallots, sharedOut, type SmallVote } from './small-vote.ts';

/** Forty neighbours of one street in a room; two choices each, one blank ballot. */
export const STREET_ASSEMBLY: SmallVote = {
  description: { es: 'Asamblea de la calle Los Almendros', en: 'Assembly of Los Almendros street' },
  unit: 'Los Almendros',
  budget: 1_500,
  voteType: 'approval',
  rule: 'greedy',
  limits: [['max_length', '2']],
  projects: [
    { id: 'A1', cost: 640, name: { es: 'Faroles en el callejón', en: 'Street lamps in the alley' } },
    { id: 'A2', cost: 900, name: { es: 'Cancha de bolas criollas', en: 'Bowling court' } },
    { id: 'A3', cost: 380, name: { es: 'Bancos bajo los almendros', en: 'Benches under the almond trees' } },
    { id: 'A4', cost: 450, name: { es: 'Tambores para la lluvia', en: 'Rain barrels' } },
    { id: 'A5', cost: 210, name: { es: 'Cartelera de la calle', en: 'Notice board of the street' } },
  ],
  ballots: repeatedBallots([
    ['A1,A3', 9],
    ['A1,A4', 6],
    ['A1', 4],
    ['A2', 7],
    ['A2,A5', 3],
    ['A3,A4', 5],
    ['A2,A3', 2],
    ['A4,A5', 3],
    ['', 1],
  ]),
};

/** Two projects with equal votes, and money for one of them: no rule may choose, so lots are drawn in public. */
export const TIED_VILLAGE: SmallVote = {
  description: { es: 'Consulta de la vereda El Sauce', en: 'Consultation of El Sauce village' },
  unit: 'El Sauce',
  budget: 20_000,
  voteType: 'choose-1',
  rule: 'greedy',
  limits: [],
  projects: [
    { id: '01', cost: 11_000, name: { es: 'Acueducto, tramo norte', en: 'Water pipe, northern stretch' } },
    { id: '02', cost: 8_500, name: { es: 'Paso del caño para la escuela', en: 'Footbridge to the school' } },
    { id: '03', cost: 9_000, name: { es: 'Techo del puesto de salud', en: 'Roof of the health post' } },
    { id: '04', cost: 2_500, name: { es: 'Semilla de frijol', en: 'Bean seed' } },
  ],
  ballots: repeatedBallots([
    ['01', 34],
    ['02', 21],
    ['03', 21],
    ['04', 8],
  ]),
};

/** Pupils put up to three ideas in order; a first place is worth three points when three are named. */
export const RANKED_SCHOOL: SmallVote = {
  description: { es: 'Presupuesto de la escuela Los Samanes', en: 'School budget of Los Samanes' },
  unit: 'Los Samanes',
  budget: 2_400,
  voteType: 'ordinal',
  rule: 'greedy',
  limits: [['max_length', '3']],
  projects: [
    { id: 'bebedero', cost: 700, name: { es: 'Bebedero en el patio', en: 'Drinking fountain in the yard' } },
    { id: 'cancha', cost: 1_300, name: { es: 'Aros y mallas', en: 'Hoops and nets' } },
    { id: 'huerto', cost: 450, name: { es: 'Huerto de la escuela', en: 'School garden' } },
    { id: 'libros', cost: 600, name: { es: 'Libros de aventuras', en: 'Adventure books' } },
    { id: 'mural', cost: 300, name: { es: 'Mural del río', en: 'Mural of the river' } },
    { id: 'radio', cost: 850, name: { es: 'Radio del recreo', en: 'Break-time radio' } },
  ],
  ballots: drawnBallots(mulberry32(40_127), 96, 3, [
    ['bebedero', 5],
    ['cancha', 9],
    ['huerto', 3],
    ['libros', 4],
    ['mural', 2],
    ['radio', 6],
  ]),
};

/** Members of a cooperative share out five points each; equal shares buy with them. */
export const POINTS_COOPERATIVE: SmallVote = {
  description: { es: 'Fondo de la cooperativa La Espiga', en: 'Fund of the cooperative La Espiga' },
  unit: 'La Espiga',
  budget: 36_000,
  voteType: 'cumulative',
  rule: 'equalshares/add1',
  limits: [['max_sum_points', '5']],
  projects: [
    { id: 'E-1', cost: 14_000, name: { es: 'Horno nuevo', en: 'New oven' } },
    { id: 'E-2', cost: 9_500, name: { es: 'Triciclos de reparto', en: 'Delivery tricycles' } },
    { id: 'E-3', cost: 6_000, name: { es: 'Guardería en la panadería', en: 'Childcare at the bakery' } },
    { id: 'E-4', cost: 11_000, name: { es: 'Paneles solares', en: 'Solar panels' } },
    { id: 'E-5', cost: 3_000, name: { es: 'Cursos de contabilidad', en: 'Bookkeeping courses' } },
  ],
  ballots: drawnBallots(mulberry32(71_903), 58, 3, [
    ['E-1', 8],
    ['E-2', 5],
    ['E-3', 4],
    ['E-4', 5],
    ['E-5', 2],
  ]).map((ballot) => sharedOut(ballot, 5)),
};
