export { preparationActs } from './acts.ts';
export type { PreparationContext } from './preparation-context.ts';
export { preparationJobs } from './jobs.ts';
export { preparationRoutes } from './routes.ts';
