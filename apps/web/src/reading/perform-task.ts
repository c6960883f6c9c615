import { assertNever } from '@convite/kernel';
import { commitToEntries } from './commit-to-entries.ts';
import { mostProblems } from './most-problems.ts';
import { readCredentials } from './read-credentials.ts';
import { readRoll } from './read-roll.ts';
import { readTerritories } from './read-territories.ts';
import type { ReadingAnswer, ReadingNote, ReadingTask } from './tasks.ts';

/** Reads what is asked for, wherever it runs. */
export async function performTask(task: ReadingTask, tell: (note: ReadingNote) => void): Promise<ReadingAnswer> {
  switch (task.type) {
    case 'territories': {
      const read = await readTerritories(task.path, task.declared);
      if (read.ok) return { type: 'territories', ...read.value };
      const problems = read.error.slice(0, mostProblems);
      return { type: 'territory_problems', problems, more: read.error.length - problems.length };
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
