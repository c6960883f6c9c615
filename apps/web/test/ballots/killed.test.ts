import { killedCases } from './killed-cases.ts';

killedCases(2, 'web-killed');
