export type { ServedProgram } from './pages/views.ts';
export { observersRoutes } from './routes.ts';
export { notePrograms } from './usecases/note-programs.ts';
