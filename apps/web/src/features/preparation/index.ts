export { preparationActs } from './acts.ts';
export type { PreparationContext } from './preparation-context.ts';
export { preparationJobs } from './jobs.ts';
export { preparationRoutes } from './routes.ts';
export { groupOf, hasElections, storeTrustees, withdrawTrustees } from './usecases/bring-trustees.ts';
export { bringCredentials } from './usecases/bring-credentials.ts';
export { makeOrder } from './usecases/make-order.ts';
export { orderText, preparationView, preparedConsultation } from './usecases/show-preparation.ts';
