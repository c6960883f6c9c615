/** What a counting thread runs: its task comes with it, its answer is its last message. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadMessage } from '../../../jobs/threads.ts';
import { performTask } from './perform-task.ts';
import type { CountingAnswer, CountingNote, CountingTask } from './tasks.ts';

const task: CountingTask = workerData;
const send = (message: ThreadMessage<CountingNote, CountingAnswer>): void => parentPort?.postMessage(message);
const answer = performTask(task, (note) => send({ type: 'note', note }));
send({ type: 'answer', answer });
