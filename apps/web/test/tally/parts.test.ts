import { partCases } from './part-cases.ts';

partCases(4);
