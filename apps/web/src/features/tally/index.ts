export { tallyJobs } from './jobs.ts';
export { tallyRoutes } from './routes.ts';
export type { TallyContext } from './tally-context.ts';
export { bringAnswer } from './usecases/bring-answer.ts';
export { requestTally, resumeTallies } from './usecases/end-vote.ts';
export { answerView, talliedConsultation } from './usecases/show-tally.ts';
export { tallyTasks } from './usecases/staff-tasks.ts';
export { neededToOpen } from './usecases/needed-trustees.ts';
export { makeWorkFile, workPieces, workSource } from './usecases/work-file.ts';
