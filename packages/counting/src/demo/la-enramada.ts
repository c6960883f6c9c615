/**
 * The demo: a commune that does not exist, with its neighbourhoods and what was put to the vote.
 * Numbers of the tables are part of the demo's definition; its results are tested to the last figure.
 */

/** A text in the two languages of the demo, Spanish being the source. */
export interface InTwoLanguages {
  readonly es: string;
  readonly en: string;
}

export type NeighbourhoodCode = 'MOL' | 'LOM' | 'RIB' | 'PUE' | 'CAM';

/** In the order in which the ballots were made. */
export const NEIGHBOURHOODS: readonly {
  readonly code: NeighbourhoodCode;
  readonly name: string;
  readonly ballots: number;
}[] = [
  { code: 'MOL', name: 'El Molino', ballots: 216 },
  { code: 'LOM', name: 'Las Lomas', ballots: 150 },
  { code: 'RIB', name: 'La Ribera', ballots: 108 },
  { code: 'PUE', name: 'Puente Viejo', ballots: 78 },
  { code: 'CAM', name: 'Campo Nuevo', ballots: 48 },
];

/** In the order in which a voter's favourite is drawn. */
export const THEMES = {
  'public-space': { es: 'espacio público', en: 'public space' },
  economy: { es: 'economía', en: 'economy' },
  sport: { es: 'deporte', en: 'sport' },
  education: { es: 'educación', en: 'education' },
  environment: { es: 'ambiente', en: 'environment' },
  mobility: { es: 'movilidad', en: 'mobility' },
  risk: { es: 'riesgo', en: 'risk' },
  water: { es: 'agua', en: 'water' },
  care: { es: 'cuidados', en: 'care' },
  culture: { es: 'cultura', en: 'culture' },
  health: { es: 'salud', en: 'health' },
} as const satisfies Record<string, InTwoLanguages>;

export type Theme = keyof typeof THEMES;

export const WHOLE_COMMUNE: InTwoLanguages = { es: 'Toda la comuna', en: 'Whole commune' };

export interface DemoProject {
  readonly id: string;
  readonly name: InTwoLanguages;
  readonly place: NeighbourhoodCode | 'ALL';
  readonly theme: Theme;
  readonly cost: number;
  /** Chance in a thousand that a resident of the place wants it; of the others. */
  readonly own: number;
  readonly out: number;
}

const project = (
  id: string,
  place: DemoProject['place'],
  theme: Theme,
  [cost, own, out]: readonly [number, number, number],
  es: string,
  en: string,
): DemoProject => ({ id, name: { es, en }, place, theme, cost, own, out });

export const PROJECTS: readonly DemoProject[] = [
  project('P01', 'MOL', 'public-space', [38_000, 720, 240], 'Renovar la plaza central', 'Renovate the central square'),
  project('P02', 'MOL', 'economy', [34_000, 610, 170], 'Techo para el mercado', 'Roof for the covered market'),
  project(
    'P03',
    'MOL',
    'sport',
    [27_000, 520, 110],
    'Luces y gradas, cancha de El Molino',
    'Lights and stands, Molino court',
  ),
  project(
    'P04',
    'MOL',
    'education',
    [9_000, 250, 60],
    'Biblioteca de noche y sala de estudio',
    'Library evening hours, study room',
  ),
  project('P05', 'MOL', 'environment', [12_000, 180, 40], 'Árboles en la avenida', 'Street trees on the avenue'),
  project('P06', 'MOL', 'mobility', [4_500, 160, 25], 'Cruces junto a la escuela', 'Crossings by the Molino school'),
  project('P07', 'LOM', 'mobility', [18_000, 560, 35], 'Escalera con pasamanos', 'Stairway and handrail'),
  project('P08', 'LOM', 'risk', [24_000, 430, 30], 'Muro de contención, Calle Alta', 'Retaining wall, Calle Alta'),
  project('P09', 'LOM', 'water', [21_000, 640, 55], 'Tanque de agua, Las Lomas alta', 'Water tank, upper Lomas'),
  project('P10', 'LOM', 'care', [5_500, 300, 40], 'Equipos para la cocina comunitaria', 'Community kitchen equipment'),
  project('P11', 'LOM', 'culture', [3_800, 170, 30], 'Taller de música por la tarde', 'After-school music workshop'),
  project(
    'P12',
    'RIB',
    'environment',
    [16_000, 520, 90],
    'Limpieza y sendero en la orilla',
    'River bank clean-up and path',
  ),
  project(
    'P13',
    'RIB',
    'economy',
    [14_000, 480, 40],
    'Arreglo del cuarto frío de pescadores',
    'Fishers’ cold-store repair',
  ),
  project('P14', 'RIB', 'risk', [7_500, 430, 60], 'Alarma y señales de crecida', 'Flood alarm and signs'),
  project('P15', 'RIB', 'culture', [8_800, 160, 25], 'Club juvenil en el galpón de botes', 'Boat-shed youth club'),
  project('P16', 'PUE', 'health', [9_500, 560, 70], 'Rampa y baño, puesto de salud', 'Ramp and toilet, health post'),
  project('P17', 'PUE', 'mobility', [3_200, 410, 15], 'Parada de bus techada', 'Bus shelter'),
  project('P18', 'PUE', 'mobility', [17_000, 500, 50], 'Arreglo del puente peatonal', 'Repair of the footbridge'),
  project('P19', 'CAM', 'water', [11_000, 880, 60], 'Pozo y bomba', 'Well and pump'),
  project('P20', 'CAM', 'environment', [2_600, 420, 40], 'Banco de semillas y vivero', 'Seed bank and nursery'),
  project(
    'P21',
    'CAM',
    'education',
    [4_200, 560, 30],
    'Ayuda con idiomas y trámites',
    'Language and paperwork help desk',
  ),
  project(
    'P22',
    'ALL',
    'culture',
    [7_000, 190, 190],
    'Transmisor de la radio comunitaria',
    'Community radio transmitter',
  ),
  project('P23', 'ALL', 'health', [15_000, 300, 300], 'Jornadas de clínica móvil', 'Mobile health clinic days'),
  project('P24', 'MOL', 'sport', [13_000, 130, 30], 'Piso de la cancha', 'Court surface'),
];
