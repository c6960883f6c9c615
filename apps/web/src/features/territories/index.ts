export { territoryRoutes } from './routes.ts';
export type { TerritoriesContext } from './territories-context.ts';
export { applyImport as applyTerritories } from './usecases/apply-import.ts';
export { bringTerritories } from './usecases/bring-territories.ts';
export { showTree } from './usecases/show-tree.ts';
