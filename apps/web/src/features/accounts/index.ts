export type { AccountsContext } from './accounts-context.ts';
export { accountActs } from './acts.ts';
export type { ActDefinition, ActHandler, ActRefused, ActWords, AgreedAct, CarriedOut } from './acts-context.ts';
export { makeGate } from './gate.ts';
export { accountRoutes } from './routes.ts';
export type { NewAct } from './store-acts.ts';
export { actHandler } from './usecases/act-handler.ts';
export { firstLinks } from './usecases/first-administrators.ts';
export { proposeAct, type ProposalRefusal } from './usecases/two-person-acts.ts';
