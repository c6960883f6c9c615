import { defaultRuleSet, demoNeighbourhoods } from '@convite/counting';
import { neighbourhoodCode, places } from './places.ts';
import { stations } from './stations.ts';
import type { PlannedConsultation, PlannedOption, PlannedPaper, PlannedVoter } from './planned-consultation.ts';

/**
 * The consultation that is open when the demo is ready: two papers of which totals alone are opened. When visitors have
 * taken it to its end there is another one, with the next number, so that whoever comes after them can vote too.
 */

/** An option, and how many of a hundred voters want it. */
type Wanted = readonly [
  title: string,
  summary: string,
  cost: number | null,
  place: string,
  theme: string,
  wanted: number,
];

const works: readonly Wanted[] = [
  ['Bancas y sombra en la parada', 'Seis bancas y un techo de caña.', 6_400, 'El Molino', 'movilidad', 46],
  ['Filtro para el pozo', 'Agua limpia para la escuela y treinta casas.', 9_800, 'Campo Nuevo', 'agua', 61],
  ['Luces en la escalera', 'Doce lámparas solares en la subida.', 7_200, 'Las Lomas', 'riesgo', 52],
  ['Red y arcos para la cancha', 'Con pintura de las líneas.', 4_100, 'El Molino', 'deporte', 34],
  ['Rampa en el puesto de salud', 'Para sillas de ruedas y coches.', 8_600, 'Puente Viejo', 'salud', 57],
  ['Canoa para la escuela', 'Cruza dos veces por día.', 11_500, 'La Ribera', 'educación', 23],
  ['Vivero de árboles frutales', 'Doscientas plantas por año.', 3_300, 'Campo Nuevo', 'ambiente', 41],
  ['Ollas para la cocina común', 'Y una cocina de leña que ahorra.', 5_700, 'Las Lomas', 'cuidados', 38],
];
const market: readonly Wanted[] = [
  ['Junto al puerto', 'Cerca de los barcos, lejos de los cerros.', null, '', '', 26],
  ['En la plaza central', 'Los domingos, con las calles cerradas.', null, '', '', 45],
  ['En la vieja estación', 'Bajo techo, pero hay que arreglar el piso.', null, '', '', 29],
];

const optionsOf = (wanted: readonly Wanted[]): readonly PlannedOption[] =>
  wanted.map(([title, summary, cost, place, theme], i) => ({ number: i + 1, title, summary, cost, place, theme }));

const papers: readonly PlannedPaper[] = [
  {
    name: { es: 'Obras pequeñas', en: 'Small works' },
    territory: places.laEnramada,
    template: {
      ...{ form: 'approval', most: 3, mayBeBlank: true, group: 'Ed25519' },
      rule: { ...defaultRuleSet('greedy', 'approval'), ties: ['lower-cost'] },
    },
    amount: 30_000n,
    options: optionsOf(works),
  },
  {
    name: { es: 'Lugar del mercado', en: 'Place of the market' },
    territory: places.city,
    template: {
      ...{ form: 'choose_one', most: 1, mayBeBlank: true, group: 'Ed25519' },
      rule: { ...defaultRuleSet('greedy', 'choose-one'), maximumWinners: 1 },
    },
    amount: null,
    options: optionsOf(market),
  },
];

/** A number from 0 to 99 for each voter and option, the same at each start: the multiplier spreads neighbours apart. */
const draw = (voter: number, option: number): number => ((voter * 8 + option + 1) * 7919) % 100;

function worksOf(voter: number): readonly number[] {
  const wanted = works.flatMap(([, , , , , chance], i) => (draw(voter, i) < chance ? [i] : []));
  return wanted.slice(voter % 2, (voter % 2) + 3);
}

function marketOf(voter: number): readonly number[] {
  let left = draw(voter, 9);
  for (const [i, [, , , , , chance]] of market.entries()) {
    if (left < chance) return [i];
    left -= chance;
  }
  return [];
}

const [votersHere, votersElsewhere, absent, offeredHere, offeredElsewhere] = [36, 18, 9, 6, 2];
const peopleHere = votersHere + absent + offeredHere;
const peopleElsewhere = votersElsewhere + offeredElsewhere;

const birthDate = (i: number): string => `${1948 + (i % 57)}-0${1 + (i % 9)}-1${i % 10}`;

const here = Array.from({ length: peopleHere }, (_, i): PlannedVoter => {
  const { code, name } = demoNeighbourhoods[i % demoNeighbourhoods.length] ?? { code: 'MOL', name: '' };
  const votes = i < votersHere;
  return {
    name: `Vecina ${i + 1} de ${name}`,
    birthDate: birthDate(i),
    territory: neighbourhoodCode(code),
    choices: votes ? [worksOf(i), i % 6 === 5 ? null : marketOf(i)] : [null, null],
    isOffered: i >= votersHere + absent,
  };
});
const elsewhere = Array.from({ length: peopleElsewhere }, (_, i): PlannedVoter => {
  const [territory, name] =
    i % 2 === 0 ? [places.losTresPuentes, 'Los Tres Puentes'] : [places.campoAlegreSur, 'Campo Alegre Sur'];
  return {
    name: `Vecino ${i + 1} de ${name}`,
    birthDate: birthDate(i + 17),
    territory,
    choices: [null, i < votersElsewhere ? marketOf(i + 50) : null],
    isOffered: i >= votersElsewhere,
  };
});

const voters = [...here, ...elsewhere];

/** The short name of the open consultation of a round, counted from 1. */
export const openSlug = (round: number): string => (round === 1 ? 'obras-pequenas' : `obras-pequenas-${round}`);

const numbered = (title: string, round: number): string => (round === 1 ? title : `${title} (${round})`);

export const openConsultation = (round: number): PlannedConsultation => ({
  slug: openSlug(round),
  title: {
    es: numbered('Obras pequeñas y lugar del mercado', round),
    en: numbered('Small works and the place of the market', round),
  },
  territory: places.city,
  papers,
  stations,
  voters,
});
