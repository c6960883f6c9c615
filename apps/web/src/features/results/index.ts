export { resultsJobs } from './jobs.ts';
export type { ResultsContext } from './results-context.ts';
export { requestCount } from './usecases/request-count.ts';
