import { demoNeighbourhoods } from '@convite/counting';

/** Codes of the territories of the demo. */
export const places = { city: 'PS', laEnramada: 'PS-EN', losTresPuentes: 'PS-TP', campoAlegreSur: 'PS-CA' } as const;

/** The code of a neighbourhood of La Enramada. */
export const neighbourhoodCode = (short: string): string => `${places.laEnramada}-${short}`;

const rows: readonly (readonly [code: string, parent: string, level: string, name: string, people: string])[] = [
  [places.city, '', 'municipality', 'Puerto Solana', '61000'],
  [places.laEnramada, places.city, 'commune', 'La Enramada', '2900'],
  [places.losTresPuentes, places.city, 'commune', 'Los Tres Puentes', '3400'],
  [places.campoAlegreSur, places.city, 'commune', 'Campo Alegre Sur', '2100'],
  ...demoNeighbourhoods.map(
    ({ code, name }) => [neighbourhoodCode(code), places.laEnramada, 'sector', name, ''] as const,
  ),
];

/** The file of territories that an administrator of the demo brings. */
export const territoriesFile = `code,parent,level,name,population\n${rows.map((row) => row.join(',')).join('\n')}\n`;
