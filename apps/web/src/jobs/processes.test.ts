import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { makeProcesses } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-processes-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const processes = (text: string) => {
  const path = join(folder, `program-${made++}.mjs`);
  writeFileSync(
    path,
    `const answer = (answer) => process.send({ type: 'answer', answer });
    process.once('message', ({ task }) => { ${text} });`,
  );
  return makeProcesses<number, string, number>(pathToFileURL(path), { atOnce: 1, memoryMegabytes: 64 });
};
const minute = { milliseconds: 60_000, signal: undefined };

test('brings the notes in their order and then the answer', async () => {
  const notes: string[] = [];
  const double = processes("for (const note of ['a', 'b']) process.send({ type: 'note', note }); answer(task * 2);");
  expect(await double.run(21, minute, (note) => notes.push(note))).toEqual({ ok: true, value: 42 });
  expect(notes).toEqual(['a', 'b']);
});

test('ends work that takes too long, and goes on with the next', async () => {
  const waits = processes('if (task === 0) for (;;); answer(1);');
  const [late, next] = await Promise.all([
    waits.run(0, { milliseconds: 500, signal: undefined }),
    waits.run(1, minute),
  ]);
  expect(late).toEqual({ ok: false, error: 'took_too_long' });
  expect(next).toEqual({ ok: true, value: 1 });
});

test('work that needs too much memory ends itself and not the server', async () => {
  const greedy = processes('const all = []; for (;;) all.push(new Array(1000).fill(all.length));');
  expect(await greedy.run(0, minute)).toEqual({ ok: false, error: 'crashed' });
});

test('says that a process crashed, by an error or by leaving without an answer', async () => {
  expect(await processes("throw new Error('no')").run(0, minute)).toEqual({ ok: false, error: 'crashed' });
  expect(await processes('process.exit(0)').run(0, minute)).toEqual({ ok: false, error: 'crashed' });
});

test('takes an answer that comes in after the end of its process was seen', async () => {
  // Another process goes on with the channel and answers when the first is long gone.
  const heir =
    "const answer = 7; setTimeout(() => process.send({ type: 'answer', answer }, () => process.exit()), 500);";
  const left = processes(`
    process.getBuiltinModule('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(heir)}], {
      stdio: ['ignore', 'ignore', 'ignore', 3],
      env: { NODE_CHANNEL_FD: '3', NODE_CHANNEL_SERIALIZATION_MODE: 'advanced' },
      detached: true,
    });
    process.exit();`);
  expect(await left.run(0, minute)).toEqual({ ok: true, value: 7 });
});

test('stops when asked', async () => {
  const stop = new AbortController();
  const running = processes('for (;;);').run(0, { milliseconds: 60_000, signal: stop.signal });
  setTimeout(() => stop.abort(), 200);
  expect(await running).toEqual({ ok: false, error: 'stopped' });
});
