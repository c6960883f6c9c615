import { expect, test } from 'vitest';
import { makeThreads } from './threads.ts';

const program = (text: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads';${text}`)}`,
  );
const threads = (text: string, atOnce = 1) =>
  makeThreads<number, string, number>(program(text), { atOnce, memoryMegabytes: 64 });
const minute = { milliseconds: 60_000, signal: undefined };

test('brings the notes in their order and then the answer', async () => {
  const notes: string[] = [];
  const double = threads(
    "for (const note of ['a', 'b']) parentPort.postMessage({ type: 'note', note });" +
      "parentPort.postMessage({ type: 'answer', answer: workerData * 2 });",
  );
  expect(await double.run(21, minute, (note) => notes.push(note))).toEqual({ ok: true, value: 42 });
  expect(notes).toEqual(['a', 'b']);
});

test('ends work that takes too long, and goes on with the next', async () => {
  const waits = threads("if (workerData === 0) for (;;); parentPort.postMessage({ type: 'answer', answer: 1 });");
  const [late, next] = await Promise.all([
    waits.run(0, { milliseconds: 300, signal: undefined }),
    waits.run(1, minute),
  ]);
  expect(late).toEqual({ ok: false, error: 'took_too_long' });
  expect(next).toEqual({ ok: true, value: 1 });
});

test('ends work that needs too much memory without ending the server', async () => {
  const greedy = threads('const all = []; for (;;) all.push(new Array(1000).fill(all.length));');
  expect(await greedy.run(0, minute)).toEqual({ ok: false, error: 'too_much_memory' });
});

test('says that a thread crashed, by an error or by leaving without an answer', async () => {
  expect(await threads("throw new Error('no')").run(0, minute)).toEqual({ ok: false, error: 'crashed' });
  expect(await threads('process.exit(0)').run(0, minute)).toEqual({ ok: false, error: 'crashed' });
});

test('stops when asked', async () => {
  const stop = new AbortController();
  const running = threads('for (;;);').run(0, { milliseconds: 60_000, signal: stop.signal });
  setTimeout(() => stop.abort(), 200);
  expect(await running).toEqual({ ok: false, error: 'stopped' });
});
