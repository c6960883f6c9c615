export { trusteesRoutes } from './routes.ts';
export type { TrusteesContext } from './trustees-context.ts';
export { bringFile } from './usecases/bring-file.ts';
export { planCeremony } from './usecases/plan-ceremony.ts';
export { trusteeNumber, trusteesReady, type TrusteesReady } from './usecases/trustee-seats.ts';
export { trusteeTasks } from './usecases/staff-tasks.ts';
export { keptConsultation, listText } from './usecases/show-trustees.ts';
