import { killedCases } from './killed-cases.ts';

killedCases(50, 'web-killed-often');
