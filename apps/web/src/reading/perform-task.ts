import { readTerritories } from './read-territories.ts';
import { mostProblems, type ReadingAnswer, type ReadingTask } from './tasks.ts';

/** Reads what is asked for, wherever it runs. */
export async function performTask(task: ReadingTask): Promise<ReadingAnswer> {
  const read = await readTerritories(task.path, task.declared);
  if (read.ok) return { type: 'territories', ...read.value };
  const problems = read.error.slice(0, mostProblems);
  return { type: 'territory_problems', problems, more: read.error.length - problems.length };
}
