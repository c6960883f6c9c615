export { consultationActs } from './acts.ts';
export type { ConsultationsContext } from './consultations-context.ts';
export { consultationJobs } from './jobs.ts';
export { consultationsFront } from './public-routes.ts';
export { consultationRoutes } from './routes.ts';
