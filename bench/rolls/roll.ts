import { measureProcess } from '../counting/measure-process.ts';
import { fileURLToPath } from 'node:url';
import { markdownTable, seconds } from '../counting/figures.ts';

/**
 * Measures the import of a national tree of territories and of a roll of a million, by `apps/web/bench/roll-program.ts` in a
 * process of its own on fresh data. `npm run bench -- roll [PEOPLE]`
 */
interface Figures {
  readonly people: number;
  readonly megabytes: number;
  readonly contests: number;
  readonly placed: number;
  readonly stages: Readonly<
    Record<string, { readonly seconds: number; readonly processor: number; readonly megabytes: number }>
  >;
  readonly peakMegabytes: { readonly reader: number; readonly server: number };
}

const program = fileURLToPath(new URL('../../apps/web/bench/roll-program.ts', import.meta.url));
const [, people = '1000000'] = process.argv.slice(2);
const { stdout } = measureProcess(process.execPath, [program, people]);
const figures: Figures = JSON.parse(stdout);
const { stages, peakMegabytes } = figures;

process.stdout.write(
  `${markdownTable(
    ['stage', 'from start to end, s', 'processor, s', 'memory of the server, MB'],
    Object.entries(stages).map(([name, stage]) => [
      name,
      seconds(stage.seconds),
      seconds(stage.processor),
      String(stage.megabytes),
    ]),
  )}\n\nThe reading process held ${peakMegabytes.reader} MB at most, the server ${peakMegabytes.server} MB.\n\n${stdout}`,
);
