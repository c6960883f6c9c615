import { belenios2048, ed25519Group, electionWire, finiteFieldGroup, type Group } from '@convite/crypto';
import { gzipSync } from 'node:zlib';
import { markdownTable, median } from '../counting/figures.ts';
import { choices } from './answers.ts';
import { bundleVotingCore, type SealingTimes, timeSealing } from './sealing-browser.ts';

/** A phone is taken to be so many times slower; emulated throttling does not reach a worker, so it is computed. */
const phone = 6;

const headings = [
  'group, arithmetic',
  'first ballot',
  'further ballots, median',
  'least',
  'processor time of the page',
  `of it for ${choices} choices`,
  `${choices} choices × ${phone}`,
] as const;

/** Measures a voter's browser sealing 20 choices in a worker, and returns the table and the size of the script. */
export async function sealingFigures(): Promise<readonly string[]> {
  const script = await bundleVotingCore();
  const rows: (readonly string[])[] = [];
  let version = '';
  for (const { group, times } of [
    { group: ed25519Group(), times: 200 },
    { group: finiteFieldGroup(belenios2048), times: 30 },
  ]) {
    const once = await timeSealing(script, request(group, choices), times);
    // Twice the choices: the difference leaves out what each ballot costs however many it has.
    const twice = await timeSealing(script, request(group, 2 * choices), times);
    rows.push(sealingRow(group.name, once, twice.processor - once.processor));
    version = once.browser;
  }
  const compressed = gzipSync(script, { level: 9 }).length;
  return [
    markdownTable(headings, rows),
    `Chromium ${version}. The whole voting core, script and WebAssembly: ${(compressed / 1000).toFixed(1)} kB gz.`,
  ];
}

function request(group: Group, answers: number): unknown {
  const question = {
    answers: Array.from({ length: answers }, (_, i) => `Project ${i + 1}`),
    min: 0,
    max: 5,
    question: 'Works',
  };
  const election = electionWire.write({
    version: 1,
    description: '',
    name: 'Timed',
    group: group.name,
    public_key: group.write(group.power(group.g, 4_321n)),
    questions: [question],
    uuid: 'Sea1edAndTimed',
  });
  const chosen = Array.from({ length: answers }, (_, i) => (i % 10 === 0 ? 1 : 0));
  return { election, credential: 'xPWKb-FnjFEZ-nU93v-gE5RJm', choices: [chosen] };
}

function sealingRow(
  group: string,
  { first, further, processor, backend }: SealingTimes,
  ofChoices: number,
): readonly string[] {
  const shown = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;
  const times = [first, median(further), Math.min(...further), processor, ofChoices, ofChoices * phone];
  return [`${group}, ${backend}`, ...times.map(shown)];
}
