import { describe, expect, it } from 'vitest';
import { ProofFault, startProofThreads } from './proof-threads.ts';
import type { ProofTask } from './proof-tasks.ts';

/** A thread of these statements instead of ours: `id` and `task` are at hand. */
const thread = (statements: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ id, task }) => { ${statements} });`,
    )}`,
  );

const echo = `parentPort.postMessage({ id, answer: { type: 'ballot', result: { ok: true, value: task.text } } })`;
const ballot = (text: string): ProofTask => ({ type: 'ballot', electionText: '{}', text });

describe('proofs on threads', () => {
  it('are answered each with its own, however many wait', async () => {
    const threads = startProofThreads(thread(echo), 2);
    const texts = Array.from({ length: 200 }, (_, i) => `ballot ${i}`);
    const answers = await Promise.all(texts.map((text) => threads.perform(ballot(text))));
    expect(answers.map((answer) => answer.type === 'ballot' && answer.result.ok && answer.result.value)).toEqual(texts);
    expect(threads.waiting()).toBe(0);
    await threads.close();
  });

  it('fail with the thread that had them when it dies, and another takes its place', async () => {
    const threads = startProofThreads(
      thread(`if (task.text === 'poison') throw new Error('out of candles'); ${echo}`),
      1,
    );
    await threads.perform(ballot('first'));
    await expect(threads.perform(ballot('poison'))).rejects.toThrow('out of candles');
    const after = await threads.perform(ballot('after'));
    expect(after).toMatchObject({ result: { ok: true } });
    await threads.close();
  });

  it('are not waited for when no thread can start, or when the server stops', async () => {
    const none = startProofThreads(new URL('file:///no/such/program.js'), 1);
    await expect(Promise.all([1, 2, 3].map((i) => none.perform(ballot(`${i}`))))).rejects.toThrow(ProofFault);
    await none.close();
    const silent = startProofThreads(thread(''), 1);
    const asked = [1, 2, 3].map((i) => silent.perform(ballot(`${i}`)));
    const all = Promise.allSettled(asked);
    await silent.close();
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});
