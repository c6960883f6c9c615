import { describe, expect, it } from 'vitest';
import { type AxiomName, count, declaredFailures, everyAxiom, ruleName } from '../src/index.ts';
import { pollOf } from './axiom-town.fixture.ts';
import { everyVariant } from './rule-variants.fixture.ts';
import { isDeclared, tryAxiom } from './try-axiom.ts';

describe.each(everyVariant.map((variant) => ({ name: ruleName(variant.ruleSet), variant })))('$name', ({ variant }) => {
  for (const axiom of Object.keys(everyAxiom)) {
    if (isDeclared(axiom, variant)) continue;
    it(`keeps the axiom: ${axiom}`, () => {
      tryAxiom(axiom, variant, 60, 20_261_121);
    });
  }
});

describe('a declared failure', () => {
  const variants = new Map(everyVariant.map((variant) => [ruleName(variant.ruleSet), variant]));

  it.each(declaredFailures)(
    'of $axiom by $rules still fails on its counterexample',
    ({ axiom, rules, counterexample }) => {
      for (const rule of rules) {
        const variant = variants.get(rule);
        if (variant === undefined) throw new Error(`${rule} is not a rule`);
        const poll = pollOf(counterexample, variant);
        const check = everyAxiom[axiom];
        expect({ rule, type: check(poll, count).type }).toEqual({ rule, type: 'fails' });
      }
    },
  );

  it('names its source, and no rule twice for one axiom', () => {
    const pairs = declaredFailures.flatMap(({ axiom, rules }) => rules.map((rule) => `${axiom}: ${rule}`));
    expect(pairs).toEqual([...new Set(pairs)]);
    expect(declaredFailures.filter(({ source }) => source === '')).toEqual([]);
  });

  it('is there for what each axiom is about: no rule keeps them all by declaring nothing', () => {
    const failed = new Set<AxiomName>(declaredFailures.map(({ axiom }) => axiom));
    expect([...failed].toSorted()).toEqual([
      'EJR+ up to one',
      'cheaper winner',
      'copies',
      'exhaustive',
      'stronger winner',
      'unanimous project',
    ]);
  });
});
