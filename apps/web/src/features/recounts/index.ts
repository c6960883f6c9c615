export { jobNames, type RecountsContext } from './recounts-context.ts';
export { recountRoutes } from './routes.ts';
export { demoCounted, seedSamples } from './samples.ts';
export { recountJobs } from './jobs.ts';
export { bringFile } from './usecases/bring-file.ts';
export { recountUnder } from './usecases/change-recount.ts';
export { addressOf, finishedRecount, recountStanding } from './usecases/show-recount.ts';
