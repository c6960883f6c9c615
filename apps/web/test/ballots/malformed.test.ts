import { malformedCases } from './malformed-cases.ts';

malformedCases(1000);
