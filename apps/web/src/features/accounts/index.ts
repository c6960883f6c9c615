export type { AccountsContext } from './accounts-context.ts';
export type { ActDefinition, ActHandler, ActWords, AgreedAct, CarriedOut } from './acts-context.ts';
export { makeGate } from './gate.ts';
export { actHandler } from './usecases/act-handler.ts';
