export { rollActs } from './acts.ts';
export { rollJobs } from './jobs.ts';
export type { RollsContext } from './rolls-context.ts';
export { rollRoutes } from './routes.ts';
export { rollSizes } from './usecases/show-roll.ts';
