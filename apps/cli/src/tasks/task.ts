import type { Randomness } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { resolve } from 'node:path';
import { firstBadValue } from '../arguments/count-request.ts';
import { languages } from '../arguments/choices.ts';
import { type GivenOptions, type OptionTable, readOptions } from '../arguments/read-options.ts';
import type { UsageError } from '../arguments/usage-error.ts';
import { wrapped } from '../output/lines.ts';
import type { PageLine } from '../output/page.ts';
import { pageWidth, type Terminal, writeError, writePage } from '../output/terminal.ts';
import type { Words } from '../words/words.ts';
import type { TaskRefusal } from './refusal.ts';

/** One thing that an offline tool does: `convite trustee backup` is the task `backup` of `trustee`. */
export interface Task {
  readonly options: OptionTable;
  /** Options that must be there, without their dashes. */
  readonly required: readonly string[];
  /** How many paths stand beside the options. */
  readonly inputs: 'none' | 'one' | 'some' | 'any';
  /** A whole command line, from the name of the command on. */
  readonly example: string;
  readonly run: (context: TaskContext) => Promise<Result<TaskEnd, TaskRefusal>>;
}

/** How a task that was not refused ended: 1 where its answer is no. */
export type TaskEnd = 0 | 1;
export type TaskTable = Readonly<Record<string, Task>>;

/** What a task works with. */
export interface TaskContext {
  readonly terminal: Terminal;
  readonly words: Words;
  readonly given: GivenOptions;
  /** The value of an option that is required. @throws InvariantError never: the dispatcher has asked for it */
  readonly value: (option: string) => string;
  /** A path as the file system takes it. */
  readonly path: (given: string) => string;
  readonly random: Randomness;
  /** Writes the answer of the task; long lines are wrapped, those that begin with two spaces are left as they are. */
  readonly say: (lines: readonly PageLine[]) => void;
  /** Writes what the person should know besides, to standard error. */
  readonly warn: (sentence: string) => void;
}

/** The words before the first option that name a task, and the rest. */
export function findTask(
  table: TaskTable,
  args: readonly string[],
): Result<{ readonly task: Task; readonly rest: readonly string[] }, UsageError> {
  const [first, second] = args;
  const tasks = Object.keys(table);
  if (first === undefined || first.startsWith('-')) return err({ type: 'no_task', tasks });
  for (const [name, used] of [
    [`${first} ${second ?? ''}`, 2],
    [first, 1],
  ] as const) {
    const task = table[name];
    if (task !== undefined) return ok({ task, rest: args.slice(used) });
  }
  return err({ type: 'unknown_task', given: first, tasks });
}

/** Reads the arguments of a task. */
export function readTaskArguments(task: Task, args: readonly string[]): Result<GivenOptions | 'help', UsageError> {
  if (args.some((arg) => arg === '--seed' || arg.startsWith('--seed='))) return err({ type: 'seed_refused' });
  const given = readOptions(args, { ...task.options, lang: languages });
  if (!given.ok) return given;
  if (given.value.flags.has('help')) return ok('help');
  const { values, repeated, inputs } = given.value;
  const bad = firstBadValue(values, { ...task.options, lang: languages });
  if (bad !== undefined) return err(bad);
  const missing = task.required.find((name) => !values.has(name) && !repeated.some((each) => each.name === name));
  if (missing !== undefined) return err({ type: 'missing_option', option: `--${missing}`, example: task.example });
  const [input] = inputs;
  if (task.inputs === 'none' && input !== undefined) return err({ type: 'no_input_expected', given: input });
  if (task.inputs !== 'none' && task.inputs !== 'any' && input === undefined) {
    return err({ type: 'missing_file', example: task.example });
  }
  if (task.inputs === 'one' && inputs.length > 1) return err({ type: 'too_many_inputs', given: inputs });
  return ok(given.value);
}

const systemRandomness: Randomness = (length) => crypto.getRandomValues(new Uint8Array(length));

export function taskContext(given: GivenOptions, terminal: Terminal, words: Words): TaskContext {
  const width = Math.min(pageWidth(terminal), 100);
  const wrap = (line: PageLine): readonly PageLine[] => {
    if (line === '') return [''];
    if (typeof line === 'string') return line.startsWith('  ') ? [line] : wrapped(line, width);
    return wrapped(line.text, width).map((text) => ({ type: line.type, text }));
  };
  return {
    terminal,
    words,
    given,
    value: (option) => given.values.get(option) ?? '',
    path: (path) => resolve(terminal.folder, path),
    random: systemRandomness,
    say: (lines) => writePage(terminal, lines.flatMap(wrap)),
    warn: (sentence) => writeError(terminal, sentence.startsWith(' ') ? sentence : wrapped(sentence, width).join('\n')),
  };
}
