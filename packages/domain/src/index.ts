export { type Act, actRules, acts, type Grant, mayAct } from './access/acts.ts';
export { apart, type Role, roles } from './access/roles.ts';
export { moved, type NotNow, type StateMachine } from './state-machine.ts';
