export { tallyJobs } from './jobs.ts';
export type { OpenedContests, TallyContext } from './tally-context.ts';
export { requestTally } from './usecases/end-vote.ts';
