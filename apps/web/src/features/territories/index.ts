export { territoryRoutes } from './routes.ts';
export type { TerritoriesContext } from './territories-context.ts';
