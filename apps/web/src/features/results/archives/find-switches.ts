import { contestPath, countArchive, createFindingRecord, readConsultation } from '@convite/archive';
import type { ToldSwitches } from '@convite/counting';
import { utf8Text } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { createHash, hash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { withFileSource } from '../../../reading/file-source.ts';
import { frozenRule } from './count-contests.ts';
import { optionsToAsk, switchesKey, switchesOf } from './switches.ts';
import type { ResultsAnswer, ResultsNote, SwitchesTask } from './tasks.ts';
import { verifyingMachine } from './verifying-machine.ts';

/** A line of the file of answers. */
interface AnsweredOption {
  readonly option: string;
  readonly switches: ToldSwitches;
}

/** Reads the lines of a file of answers whose hash was checked. */
export const readAnswers = (text: string): readonly AnsweredOption[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): AnsweredOption => JSON.parse(line));

/**
 * Counts a contest out of its verified archive and looks for what would have changed the fate of each option. Each answer
 * is on the disk before it is told.
 */
export async function findSwitches(task: SwitchesTask, tell: (note: ResultsNote) => void): Promise<ResultsAnswer> {
  const machine = await verifyingMachine();
  return await withFileSource(task.path, async (source) => {
    const { file } = await readConsultation(source, createFindingRecord());
    const contest = file?.manifest.contests.find(({ id }) => id === task.contest);
    if (file === undefined || contest === undefined) return { type: 'other_contest' };
    const { lots, order, consultation } = file.manifest;
    const { currency, decimals } = consultation;
    const archive = file.entries.get(contestPath(contest, 'archive'));
    if (switchesKey(contest, decimals) !== task.key || archive === undefined) return { type: 'other_contest' };
    const textOf = async (path: string): Promise<string | undefined> => {
      const entry = file.entries.get(path);
      return entry === undefined ? undefined : utf8Text(await entry.source.read(0, entry.size));
    };
    const rule = frozenRule((await textOf(`rules/${contest.rule}.json`)) ?? '');
    const side = contest.side === null ? undefined : await textOf(contestPath(contest, 'side'));
    const { counted } = await countArchive(
      machine,
      { contest, rule, source: archive.source, side, currency: { currency, decimals }, seed: lots, order },
      createFindingRecord(),
    );
    invariant(counted !== undefined, 'a contest of an archive that was verified can be counted');
    const out = await open(task.out, 'a+', 0o644);
    try {
      const begun = (await readFile(task.out)).subarray(0, task.begun.bytes);
      const before = hash('sha256', begun, 'hex') === task.begun.sha256 ? begun : Buffer.alloc(0);
      await out.truncate(before.length);
      const running = createHash('sha256').update(before);
      let bytes = before.length;
      const known = new Set(readAnswers(before.toString()).map(({ option }) => option));
      let done = known.size;
      for (const project of optionsToAsk(contest, counted)) {
        if (known.has(String(counted.instance.projects[project]?.id))) continue;
        const line = Buffer.from(`${JSON.stringify(switchesOf(counted, project))}\n`);
        await out.appendFile(line);
        await out.datasync();
        running.update(line);
        bytes += line.length;
        done += 1;
        tell({ done, found: { bytes, sha256: running.copy().digest('hex') } });
      }
    } finally {
      await out.close();
    }
    return { type: 'searched' };
  });
}
