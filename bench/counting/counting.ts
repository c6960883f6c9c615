import { countReportSchema } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { markdownTable, median, seconds, spread } from './figures.ts';
import { generatedVote } from './generated-vote.ts';
import { measureCommand, measureProcess, measureProgram } from './measure-process.ts';

/**
 * Measures the counter from its public command, each figure in a fresh process and with nothing kept from an earlier
 * one. `--all-losers` adds the counterfactuals of every project that lost in Łódź 2022, which takes minutes.
 */
const reference = process.env['CONVITE_REFERENCE'];
invariant(reference !== undefined, 'CONVITE_REFERENCE names the folder of the reference data');
const folder = join(reference, 'data/pabulib');
const lodz = join(folder, 'Poland_Lodz_2022.pb');
const add1 = ['--rule', 'equal-shares', '--completion', 'add1', '--ties', 'project-id'];
const runs = 5;
const repeat = <T>(times: number, run: () => T): readonly T[] => Array.from({ length: times }, run);
const say = (text: string): void => void process.stdout.write(`${text}\n\n`);

say(`Node ${process.version}, ${availableParallelism()} cores. Seconds; median of ${runs} runs (least–most).`);

const counted = repeat(runs, () => {
  const { cpu, wall, stdout } = measureCommand(['count', lodz, ...add1, '--json']);
  return { cpu, wall, report: countReportSchema.parse(JSON.parse(stdout)) };
});
const shown = repeat(runs, () => measureCommand(['count', lodz, ...add1]));
const direct = repeat(runs, () =>
  measureProcess(process.execPath, ['apps/cli/src/main.ts', 'count', lodz, ...add1, '--json']),
);
const started = repeat(runs, () => measureCommand(['--version']));
const recounted = repeat(runs, () => measureCommand(['recount', folder, '--json']));
const files = readdirSync(folder).filter((name) => name.endsWith('.pb')).length;
interface Doubles {
  readonly winners: readonly string[];
  readonly cpu: number;
}
const doubles = repeat(runs, (): Doubles => JSON.parse(measureProgram('./plain-doubles-program.ts', [lodz]).stdout));
const [first] = counted;
invariant(first !== undefined, 'there was at least one run');
const exact = counted.map(({ report }) => report.seconds);
const isSame = doubles.every(({ winners }) => winners.join() === first.report.winners.join());

say('### Łódź 2022: 90,494 ballots, 160 projects, equal shares with Add1, exact');
say(
  markdownTable(
    ['what', 'processor time', 'from start to end'],
    [
      ['the count alone', spread(exact), ''],
      ['whole command with `--json`', spread(counted.map(({ cpu }) => cpu)), spread(counted.map(({ wall }) => wall))],
      ['whole command, for people', spread(shown.map(({ cpu }) => cpu)), spread(shown.map(({ wall }) => wall))],
      [
        'the same with `--json`, without npm',
        spread(direct.map(({ cpu }) => cpu)),
        spread(direct.map(({ wall }) => wall)),
      ],
      ['`--version`: npm and start', spread(started.map(({ cpu }) => cpu)), spread(started.map(({ wall }) => wall))],
      ['plain doubles, the count alone', spread(doubles.map(({ cpu }) => cpu)), ''],
    ],
  ),
);
say(
  `Exact against plain doubles: ${(median(exact) / median(doubles.map(({ cpu }) => cpu))).toFixed(2)} times; ` +
    `${isSame ? 'the same winners in the same order' : 'OTHER winners or another order'}. ` +
    `Add1 raised the shares ${first.report.endowment?.increments ?? 0} times; ` +
    `exact fractions decided ${first.report.arithmetic.exact} of ` +
    `${first.report.arithmetic.exact + first.report.arithmetic.filtered} comparisons.`,
);

say(`### The ${files} reference files recounted`);
say(
  markdownTable(
    ['what', 'processor time', 'from start to end'],
    [
      [
        '`convite recount`, all cores',
        spread(recounted.map(({ cpu }) => cpu)),
        spread(recounted.map(({ wall }) => wall)),
      ],
    ],
  ),
);

const losers = first.report.projects
  .filter(({ funded }) => !funded)
  .toSorted((a, b) => b.votes - a.votes)
  .map(({ id }) => id);
interface Switches {
  readonly id: string;
  readonly recounts: number;
  readonly cpu: number;
}
const switchesOf = (ids: readonly string[]): readonly Switches[] =>
  JSON.parse(measureProgram('./counterfactuals-program.ts', [lodz, ...ids]).stdout);
say('### Counterfactuals of projects that lost in Łódź 2022');
if (process.argv.includes('--all-losers')) {
  const cpu = switchesOf(losers).map((found) => found.cpu);
  const sum = cpu.reduce((total, each) => total + each, 0);
  say(`All ${losers.length} one after another: ${seconds(sum)} of processor time; one: ${spread(cpu)}.`);
} else {
  const each = losers.filter((_, at) => at % 23 === 0).flatMap((id) => switchesOf([id]));
  say('Each in a fresh process, the count itself left out.');
  say(
    markdownTable(
      ['project', 'full recounts', 'processor time'],
      each.map(({ id, recounts, cpu }) => [id, String(recounts), seconds(cpu)]),
    ),
  );
}

say('### How the cost grows: generated approval votes, equal shares without and with Add1');
say(
  markdownTable(
    ['ballots', 'distinct', 'projects', 'distinct × projects', 'plain', 'Add1', 'increments', 'whole command, Add1'],
    [2000, 8000, 32_000, 128_000].flatMap((ballots) =>
      [25, 100, 200].map((projects) => {
        const vote = generatedVote(ballots, projects);
        const count = (completion: string) => {
          const args = ['count', '-', '--rule', 'equal-shares', '--completion', completion, '--ties', 'project-id'];
          const { cpu, stdout } = measureCommand([...args, '--json'], vote);
          return { cpu, report: countReportSchema.parse(JSON.parse(stdout)) };
        };
        const plain = count('none');
        const raised = count('add1');
        const { distinct } = raised.report.ballots;
        return [
          String(ballots),
          String(distinct),
          String(projects),
          `${((distinct * projects) / 1e6).toFixed(2)} M`,
          seconds(plain.report.seconds),
          seconds(raised.report.seconds),
          String(raised.report.endowment?.increments ?? 0),
          seconds(raised.cpu),
        ];
      }),
    ),
  ),
);
