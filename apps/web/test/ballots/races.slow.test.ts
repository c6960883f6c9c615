import { raceCases } from './race-cases.ts';

raceCases(100);
