/** What a process of results runs: its first message is the task, its last the answer. */
import { constants, setPriority } from 'node:os';
import { endWithParent } from '../../../jobs/end-with-parent.ts';
import type { ProcessMessage } from '../../../jobs/processes.ts';
import { performTask } from './perform-task.ts';
import type { ResultsAnswer, ResultsNote, ResultsTask } from './tasks.ts';

const send = (message: ProcessMessage<ResultsNote, ResultsAnswer>): void => void process.send?.(message);

endWithParent();
// There may be one for each processor: the server itself goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// Listening on keeps this process until its parent, who has the answer by then, ends it.
process.on('message', ({ task }: { readonly task: ResultsTask }) => {
  // An error ends the process, and that is what its parent sees.
  void performTask(task, (note) => send({ type: 'note', note })).then((answer) => send({ type: 'answer', answer }));
});
