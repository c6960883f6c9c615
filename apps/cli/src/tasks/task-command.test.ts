import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ballotTasks } from '../ballot/ballot-tasks.ts';
import { boardTasks } from '../board/board-tasks.ts';
import { registrarTasks } from '../registrar/registrar-tasks.ts';
import { convite } from '../run-command.fixture.ts';
import { trusteeTasks } from '../trustee/trustee-tasks.ts';
import { english } from '../words/en.ts';
import { runTask } from './run-task.ts';
import type { TaskTable } from './task.ts';

const tools: readonly (readonly [tool: string, tasks: TaskTable])[] = [
  ['registrar', registrarTasks],
  ['trustee', trusteeTasks],
  ['ballot', ballotTasks],
  ['board', boardTasks],
];
const cases = tools.flatMap(([tool, tasks]) => (['es', 'en'] as const).map((lang) => [tool, lang, tasks] as const));

describe('the help of an offline tool', () => {
  it.each(cases)('%s (%s) names every task and every option, in at most 120 columns', async (tool, lang, tasks) => {
    for (const args of [
      [tool, '--help', '--lang', lang],
      [tool, ...(Object.keys(tasks)[0] ?? '').split(' '), '--help', '--lang', lang],
    ]) {
      const { code, stdout, stderr } = await convite(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const names = Object.entries(tasks).flatMap(([name, { options }]) => [
        name,
        ...Object.keys(options).map((option) => `--${option}`),
      ]);
      expect(names.filter((name) => !stdout.includes(name))).toEqual([]);
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    }
  });
});

describe('a failure of the program itself', () => {
  it('is told as such, and not by the exit code of a refusal', async () => {
    const terminal = {
      stdin: Readable.from([]),
      stdout: new PassThrough(),
      stderr: new PassThrough(),
      env: {},
      folder: '.',
    };
    const told = text(terminal.stderr);
    const failing: TaskTable = {
      fail: {
        options: {},
        required: [],
        inputs: 'none',
        example: '',
        run: () => Promise.reject(new Error('out of luck')),
      },
    };
    expect(await runTask(failing, ['fail'], terminal, english)).toBe(4);
    terminal.stderr.end();
    expect(await told).toContain('The program or this machine failed (out of luck).');
  });
});

describe('a command line of an offline tool that cannot be followed', () => {
  it.each([
    [['trustee'], 'trustee has several tasks; say which: key, ceremony certificate'],
    [['trustee', '--folder', 'x'], 'trustee has several tasks'],
    [['trustee', 'open'], 'There is no task “open” here.'],
    [['trustee', 'ceremony'], 'There is no task “ceremony” here. The tasks are key, ceremony certificate'],
    [['trustee', 'backup'], '--key is missing.\nExample: npm run -s convite -- trustee backup --key'],
    [['trustee', 'backup', '--key', 'a'], '--to is missing.'],
    [['trustee', 'decrypt', '--archive', 'a', '--key', 'b', 'c'], 'This command takes no file; “c” is one too many.'],
    [['trustee', 'key', '--group', 'P-256', '--name', 'a', '--out', 'b'], '“P-256” is no value of --group'],
    [['trustee', 'status', '--key', 'a', '--secret', 'b'], 'There is no option --secret.'],
    [['trustee', 'decrypt', '--seed=x'], 'A seed is for simulations alone'],
    [['board', 'close'], 'No file is named.\nExample: npm run -s convite -- board close election.bel'],
    [['board', 'close', 'a', 'b'], 'One file or folder at a time'],
    [['registrar', 'credentials', '--roll', 'a', '--out', 'b', '--spares', 'x'], '“x” is no value of --spares'],
  ])('%j is refused in a sentence', async (args, told) => {
    const { code, stdout, stderr } = await convite(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).toMatch(/--help\n$/u);
    const spanish = await convite([...args, '--lang', 'es']);
    expect(spanish.code).toBe(2);
    expect(spanish.stderr).toContain('Todas las opciones');
  });
});
