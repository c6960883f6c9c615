export type { ObserversContext } from './observers-context.ts';
export { observersRoutes } from './routes.ts';
export { notePrograms } from './usecases/note-programs.ts';
