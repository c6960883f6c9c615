import type { Locale } from './locale.ts';

/** The plural forms that each language has for cardinal numbers (CLDR). Leaving one out does not compile. */
interface PluralForms {
  readonly es: 'one' | 'many' | 'other';
  readonly en: 'one' | 'other';
}

/** Chooses a form by number. `many` in Spanish stands for round millions: “un millón de personas”. */
export type Plural<L extends Locale> = (n: number, forms: Readonly<Record<PluralForms[L], string>>) => string;

const rules = new Map<Locale, Intl.PluralRules>();

/** The chooser of plural forms of a language. */
export function pluralOf<L extends Locale>(locale: L): Plural<L> {
  let known = rules.get(locale);
  if (known === undefined) rules.set(locale, (known = new Intl.PluralRules(locale)));
  const select = known;
  return (n, forms) => {
    const byCategory: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other?: string } = forms;
    return byCategory[select.select(n)] ?? byCategory.other ?? '';
  };
}
