import { raceCases } from './race-cases.ts';

raceCases(3);
