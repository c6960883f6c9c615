import { raceCases } from './race-cases.ts';

await raceCases(4);
