export type { DemoContext } from './demo-context.ts';
export { demoJobs } from './jobs.ts';
export { demoFront, demoRoutes } from './routes.ts';
export { openDemoFolder } from './keeping/demo-folder.ts';
export { requestDemo } from './usecases/request-demo.ts';
