/** What the people of the demo run: the first message is what they are to do, the last what they hand in. */
import { endWithParent } from '../../../jobs/end-with-parent.ts';
import type { ProcessMessage } from '../../../jobs/processes.ts';
import { performTask } from './perform-task.ts';
import type { PeopleAnswer, PeopleTask } from './tasks.ts';

const send = (message: ProcessMessage<never, PeopleAnswer>): void => void process.send?.(message);

endWithParent();
// Listening on keeps this process until its parent has the answer and ends it.
process.on('message', ({ task }: { readonly task: PeopleTask }) => {
  // An error ends the process, and that is what its parent sees.
  void performTask(task).then((answer) => send({ type: 'answer', answer }));
});
