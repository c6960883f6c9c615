import { assertNever } from '@convite/kernel';
import { commitToEntries } from './commit-to-entries.ts';
import { readCredentials } from './read-credentials.ts';
import { readRoll } from './read-roll.ts';
import { readTerritories } from './read-territories.ts';
import type { ReadingAnswer, ReadingNote, ReadingTask } from './tasks.ts';

/** Reads what is asked for, wherever it runs. */
export async function performTask(task: ReadingTask, tell: (note: ReadingNote) => void): Promise<ReadingAnswer> {
  switch (task.type) {
    case 'territories': {
      const read = await readTerritories(task.path, task.declared);
      return read.ok ? { type: 'territories', ...read.value } : { type: 'territory_problems', problems: read.error };
    }
    case 'roll': {
      const read = await readRoll(task, (done) => tell({ done }));
      return read.ok ? { type: 'roll', ...read.value } : { type: 'roll_problems', ...read.error };
    }
    case 'commitment':
      return { type: 'commitment', ...(await commitToEntries(task, (done) => tell({ done }))) };
    case 'credentials':
      return { type: 'credentials', problems: await readCredentials(task, (done) => tell({ done })) };
    default:
      return assertNever(task);
  }
}
