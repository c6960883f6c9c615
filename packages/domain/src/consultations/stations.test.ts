import { expect, it } from 'vitest';
import { consultationStates } from './consultation-machine.ts';
import { mayChangeStations } from './stations.ts';

it('lets tables be mended until the vote has closed, frozen or not', () => {
  expect(consultationStates.filter(mayChangeStations)).toEqual(['draft', 'frozen', 'open']);
});
