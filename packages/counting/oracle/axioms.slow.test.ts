import { describe, it } from 'vitest';
import { everyAxiom, ruleName } from '../src/index.ts';
import { isDeclared, tryAxiom } from './try-axiom.ts';
import { everyVariant } from './rule-variants.fixture.ts';

describe.each(everyVariant.map((variant) => ({ name: ruleName(variant.ruleSet), variant })))('$name', ({ variant }) => {
  for (const axiom of Object.keys(everyAxiom)) {
    if (isDeclared(axiom, variant)) continue;
    it(`keeps the axiom in 1,000 elections: ${axiom}`, () => {
      tryAxiom(axiom, variant, 1000, 1);
    });
  }
});
