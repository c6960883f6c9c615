export type { BoothContext } from './booth-context.ts';
export { boothRoutes, keepToBooth } from './routes.ts';
export { storedPapers } from './usecases/find-paper.ts';
