import { type DemoProject, NEIGHBOURHOODS, type NeighbourhoodCode, PROJECTS, THEMES } from './la-enramada.ts';
import { mulberry32 } from './mulberry.ts';

export type Channel = 'internet' | 'kiosk' | 'paper';

export interface DemoBallot {
  readonly neighbourhood: NeighbourhoodCode;
  readonly channel: Channel;
  /** Ascending. */
  readonly choices: readonly string[];
}

const SEED = 20_260_412;
const BONUS_OF_A_FAVOURITE = 150;
/** Share of voters, added up, that stop after so many projects; the rest goes to six. */
const STAMINA: readonly (readonly [upTo: number, projects: number])[] = [
  [0.08, 1],
  [0.2, 2],
  [0.45, 3],
  [0.7, 4],
  [0.85, 5],
];
const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['internet', 372],
  ['kiosk', 144],
  ['paper', 84],
];

/**
 * Makes the 600 ballots of the demo, always the same, neighbourhood by neighbourhood.
 *
 * Every voter draws a favourite theme, then how many projects to name at most, then for each project in turn a number
 * u in [0, 1000): it is wanted if u is below the chance p, the more so the smaller u/p. The most wanted are named.
 * Exactness: doubles, whose every operation here IEEE 754 fixes, so each engine makes the same ballots.
 */
export function demoBallots(): readonly DemoBallot[] {
  const random = mulberry32(SEED);
  const choices = NEIGHBOURHOODS.flatMap(({ code, ballots }) =>
    Array.from({ length: ballots }, () => ({ neighbourhood: code, choices: drawChoices(random, code) })),
  );
  return choices.map((ballot, i) => ({ ...ballot, channel: channelOf(i, choices.length) }));
}

function drawChoices(random: () => number, home: NeighbourhoodCode): readonly string[] {
  const themes = Object.keys(THEMES);
  const favourite = themes[Math.floor(random() * themes.length)];
  const stamina = random();
  const most = STAMINA.find(([upTo]) => stamina < upTo)?.[1] ?? 6;
  const wanted: { readonly id: string; readonly score: number }[] = [];
  for (const project of PROJECTS) {
    const chance = chanceOf(project, home, favourite);
    const u = random() * 1000;
    if (u < chance) wanted.push({ id: project.id, score: u / chance });
  }
  // Projects stand in ascending order and sorting keeps equal scores in it.
  return wanted
    .toSorted((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ id }) => id)
    .toSorted();
}

function chanceOf(project: DemoProject, home: NeighbourhoodCode, favourite: string | undefined): number {
  return (
    (project.place === home ? project.own : project.out) + (project.theme === favourite ? BONUS_OF_A_FAVOURITE : 0)
  );
}

/** Spreads the channels evenly over the neighbourhoods: 241 has no factor in common with 600. */
function channelOf(ballot: number, ballots: number): Channel {
  let place = (ballot * 241) % ballots;
  for (const [channel, number] of CHANNELS) {
    if (place < number) return channel;
    place -= number;
  }
  return 'paper';
}
