import { malformedCases } from './malformed-cases.ts';

malformedCases(10_000);
