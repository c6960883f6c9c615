import { describe, expect, it } from 'vitest';
import { locales } from './locale.ts';
import { translationOf } from './translation.ts';

/** Groups of messages that stand beside a control, or at the head of its form. */
const isOfForms = /^(?:wrong|refused|refusals|problem|faults|\w+Problems|\w+Refusals|\w+Missing)$/u;
/** Groups of parts of sentences. */
const parts = new Set(['optionsProblems']);

/** What is said in such groups, by its name; of a message with parameters what it says of twos. */
function said(messages: object, name: string, isInside: boolean): readonly (readonly [name: string, says: string])[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) => {
    const at = `${name}.${key}`;
    if (typeof value === 'function') {
      return isInside
        ? [
            [
              at,
              String(
                Reflect.apply(
                  value,
                  undefined,
                  Array.from({ length: value.length }, () => 2),
                ),
              ),
            ] as const,
          ]
        : [];
    }
    if (typeof value !== 'object' || value === null) return isInside ? [[at, String(value)] as const] : [];
    return said(value, at, isInside || (isOfForms.test(key) && !parts.has(key)));
  });
}

describe.each(locales)('in %s', (locale) => {
  it('what is wrong in a form is said in whole sentences', () => {
    const all = said(translationOf(locale), '', false);
    expect(all.length).toBeGreaterThan(100);
    // Some end with a sentence that they are handed.
    expect(all.filter(([, says]) => !/[.?!](?: 2)?$/u.test(says))).toEqual([]);
  });
});
