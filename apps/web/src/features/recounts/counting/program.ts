/** What a counting process runs: its first message is the task, its last the answer. */
import { endWithParent } from '../../../jobs/end-with-parent.ts';
import type { ProcessMessage } from '../../../jobs/processes.ts';
import { performTask } from './perform-task.ts';
import type { CountingAnswer, CountingNote, CountingTask } from './tasks.ts';

const send = (message: ProcessMessage<CountingNote, CountingAnswer>): void => void process.send?.(message);

endWithParent();
process.once('message', ({ task }: { readonly task: CountingTask }) => {
  send({ type: 'answer', answer: performTask(task, (note) => send({ type: 'note', note })) });
});
