/** A counting thread in trouble: never ends under Phragmén, always crashes under majority judgement, once under equal shares. */
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { performTask } from '../src/features/recounts/counting/perform-task.ts';
import type { CountingTask } from '../src/features/recounts/counting/tasks.ts';

const task: CountingTask = workerData;
const rule = task.type === 'count' && task.file.size < 2000 ? task.ruleSet.rule : 'greedy';
const isFirst = task.type === 'count' && rule === 'equal-shares' && !existsSync(mark(task.file.hash));
if (task.type === 'count' && isFirst) writeFileSync(mark(task.file.hash), '');

if (rule === 'phragmen') setInterval(() => undefined, 1000);
else if (rule === 'majority-judgement' || isFirst) process.exit(3);
else parentPort?.postMessage({ type: 'answer', answer: performTask(task, () => undefined) });

function mark(hash: string): string {
  return join(tmpdir(), `convite-crashed-${process.pid}-${hash}`);
}
