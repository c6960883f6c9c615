import type { JobHandlers } from '../../jobs/job-queue.ts';
import { type TallyContext, tallyJobNames } from './tally-context.ts';
import { checkAnswer } from './usecases/check-answer.ts';
import { endVote } from './usecases/end-vote.ts';

/** The jobs of the tally. */
export const tallyJobs = (context: TallyContext): JobHandlers => ({
  [tallyJobNames.end]: (consultation, attempt) => endVote(context, consultation, attempt),
  [tallyJobNames.answer]: (answer, attempt) => checkAnswer(context, answer, attempt),
});
