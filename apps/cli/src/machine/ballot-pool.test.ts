import type { BoardBallot } from '@convite/crypto';
import { describe, expect, it } from 'vitest';
import { startBallotPool, ThreadFault } from './ballot-pool.ts';

const ballots = (count: number): readonly BoardBallot[] =>
  Array.from({ length: count }, (_, i) => ({ height: i + 1, text: '{}', credential: undefined, weight: 0n }));

/** A thread of these statements instead of ours. */
const thread = (statements: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${statements}`)}`,
  );

const answering = (onVerify: string): URL =>
  thread(`parentPort.on('message', (task) => {
    if (task.type === 'begin') parentPort.postMessage({ type: 'ready' });
    if (task.type === 'verify') { ${onVerify} }
    if (task.type === 'finish') parentPort.postMessage({ type: 'findings', findings: seen() });
  });
  let heights = [];
  const seen = () => ({ tally: '[]', checks: { made: { 'ballot.form': heights.length }, failed: {}, failures:
    heights.map((height) => ({ check: 'ballot.form', place: 'event ' + height + ', ballot', message: '' })) } });`);

const keepsHeights =
  "heights.push(...task.ballots.map(({ height }) => height)); parentPort.postMessage({ type: 'verified' });";

describe('ballots on threads', () => {
  it('reach exactly one thread each, and failures come back from the last event to the first', async () => {
    const pool = startBallotPool('{}', 3, answering(keepsHeights));
    await pool.verify(ballots(100));
    await pool.verify(ballots(7));
    const findings = await pool.finish();
    await pool.close();
    const places = findings.flatMap(({ checks }) => checks.failures.map(({ place }) => place));
    const expected = [...ballots(100), ...ballots(7)].map(({ height }) => height).toSorted((a, b) => b - a);
    expect(places).toEqual(expected.map((height) => `event ${height}, ballot`));
  });

  it('hold their reader back while no thread is done with anything', async () => {
    const pool = startBallotPool('{}', 2, answering(''));
    const done = pool.verify(ballots(1000)).then(() => 'given');
    const late = new Promise((resolve) => {
      setImmediate(() => resolve('held back'));
    });
    expect(await Promise.race([done, late])).toBe('held back');
    await pool.close();
    await expect(done).rejects.toThrow(ThreadFault);
  });

  it.each([
    ['throws', answering("throw new Error('out of candles');"), 'out of candles'],
    ['ends', answering('process.exit(7);'), 'the thread ended with 7'],
    ['cannot start', new URL('file:///no/such/thread.ts'), 'thread.ts'],
  ])('end the run when a thread %s', async (_, script, message) => {
    const pool = startBallotPool('{}', 2, script);
    const run = pool.verify(ballots(500)).then(() => pool.finish());
    await expect(run).rejects.toThrow(ThreadFault);
    await expect(run).rejects.toThrow(message);
    await pool.close();
  });

  it('end the run when a thread dies of what it is asked at last', async () => {
    const pool = startBallotPool(
      '{}',
      1,
      thread(
        "parentPort.on('message', (task) => { if (task.type === 'finish') throw new Error('so late'); parentPort.postMessage({ type: 'verified' }); });",
      ),
    );
    await pool.verify(ballots(3));
    await expect(pool.finish()).rejects.toThrow('so late');
    await pool.close();
  });
});
