import type { Check } from './checks.ts';
export const expectedFailures = (_: { readonly mutation: string }): readonly Check[] => [];
