export { jobNames, type RecountsContext } from './recounts-context.ts';
export { recountRoutes } from './routes.ts';
export { demoCounted, seedSamples } from './samples.ts';
export { recountJobs } from './jobs.ts';
