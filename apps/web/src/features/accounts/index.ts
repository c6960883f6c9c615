export type { AccountsContext } from './accounts-context.ts';
export type { ActDefinition, ActHandler, ActWords, AgreedAct, CarriedOut } from './acts-context.ts';
export { makeGate } from './gate.ts';
export type { NewAct } from './store-acts.ts';
export { actHandler } from './usecases/act-handler.ts';
export { proposeAct, type ProposalRefusal } from './usecases/two-person-acts.ts';
