export { resultsActs } from './acts.ts';
export { openKeptArchives } from './archives/kept-archives.ts';
export { resultsJobs } from './jobs.ts';
export type { ResultsContext } from './results-context.ts';
export { resultsRoutes } from './routes.ts';
export { requestCount } from './usecases/request-count.ts';
export { askForArchive, proposeResult } from './usecases/publish-result.ts';
export { resultRoomView } from './usecases/show-room.ts';
