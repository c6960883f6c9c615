import {
  demoBallots,
  demoCommune,
  demoNeighbourhoods,
  demoProjects,
  demoThemes,
  LA_ENRAMADA_RULE_SET,
} from '@convite/counting';
import { neighbourhoodCode, places } from './places.ts';
import type { PlannedConsultation, PlannedVoter } from './planned-consultation.ts';
import { stations } from './stations.ts';

/**
 * The consultation that is finished when the demo is ready: the very vote whose count is shown on the first page, with its
 * 600 ballots sealed, shuffled and opened by trustees. Equal shares need whole ballots.
 */

const numberOf = (project: string): number => demoProjects.findIndex(({ id }) => id === project) + 1;
const placeName = (place: string): string =>
  demoNeighbourhoods.find(({ code }) => code === place)?.name ?? demoCommune.es;

/** People on the roll of a neighbourhood for each ten who vote there: 1,140 in all. */
const [peopleOnRoll, votersOfThem] = [19, 10] as const;

const ballots = demoBallots();

const voters = demoNeighbourhoods.flatMap(({ code, name }): readonly PlannedVoter[] => {
  const own = ballots.filter(({ neighbourhood }) => neighbourhood === code);
  return Array.from({ length: Math.floor((own.length * peopleOnRoll) / votersOfThem) }, (_, i) => {
    const choices = own[i]?.choices;
    return {
      name: `Vecina ${i + 1} de ${name}`,
      birthDate: `${1940 + (i % 65)}-0${1 + (i % 9)}-2${i % 9}`,
      territory: neighbourhoodCode(code),
      choices: [choices === undefined ? null : choices.map((project) => numberOf(project) - 1)],
      isOffered: false,
    };
  });
});

export const finishedConsultation: PlannedConsultation = {
  slug: 'presupuesto-2026',
  title: { es: 'Presupuesto participativo 2026', en: 'Participatory budget 2026' },
  territory: places.laEnramada,
  papers: [
    {
      name: { es: 'Proyectos de la comuna', en: 'Projects of the commune' },
      territory: places.laEnramada,
      template: {
        ...{ form: 'approval', most: 6, mayBeBlank: true, group: 'Ed25519' },
        rule: {
          ...LA_ENRAMADA_RULE_SET,
          exclusiveGroups: LA_ENRAMADA_RULE_SET.exclusiveGroups.map((group) => group.map((id) => String(numberOf(id)))),
        },
      },
      amount: 120_000n,
      options: demoProjects.map(({ id, name, place, theme, cost }) => ({
        number: numberOf(id),
        title: name.es,
        summary: '',
        cost,
        place: placeName(place),
        theme: demoThemes[theme].es,
      })),
    },
  ],
  stations,
  voters,
};
