import type { UsageError } from '../arguments/usage-error.ts';
import { FileChanged } from '../machine/file-source.ts';
import { type ExitCode, type Terminal, writeError } from '../output/terminal.ts';
import type { Words } from '../words/words.ts';
import { isJudgement } from './refusal.ts';
import { findTask, readTaskArguments, taskContext, type TaskTable } from './task.ts';

/**
 * Does a task of an offline tool.
 *
 * @returns 0 done, 1 refused because of what others made, 2 the input or the command line cannot be used, 4 the program
 *   failed; or, for the caller to answer, `help`, or why the command line cannot be followed.
 */
export async function runTask(
  table: TaskTable,
  args: readonly string[],
  terminal: Terminal,
  words: Words,
): Promise<ExitCode | 'help' | UsageError> {
  const [first] = args;
  if (first === '--help' || first === '-h') return 'help';
  const found = findTask(table, args);
  if (!found.ok) return found.error;
  const { task, rest } = found.value;
  const given = readTaskArguments(task, rest);
  if (!given.ok) return given.error;
  if (given.value === 'help') return 'help';
  try {
    const ended = await task.run(taskContext(given.value, terminal, words));
    if (ended.ok) return ended.value;
    writeError(terminal, words.tasks.refusal(ended.error));
    return isJudgement(ended.error) ? 1 : 2;
  } catch (fault) {
    if (fault instanceof FileChanged) {
      writeError(terminal, words.archive.changed(fault.path));
      return 2;
    }
    // Not 1: a failure of ours must not be taken for a refusal of what others made.
    const { message, stack = '' } = fault instanceof Error ? fault : new Error(String(fault));
    writeError(terminal, `${words.tasks.fault(message)}\n${stack}`);
    return 4;
  }
}
