/**
 * The languages of the interface. A new one is an entry here and a catalogue beside the others; until both are whole
 * nothing compiles.
 */
export const locales = ['es', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Each language by its own name, the way it is written, and the language in which readers of files speak to it. */
export const languages = {
  es: { name: 'Español', direction: 'ltr', numbers: 'es', reader: 'es' },
  en: { name: 'English', direction: 'ltr', numbers: 'en', reader: 'en' },
} as const satisfies Record<Locale, { name: string; direction: 'ltr' | 'rtl'; numbers: string; reader: 'es' | 'en' }>;

/** The source of the texts, and the language when nothing is known. */
export const sourceLocale: Locale = 'es';

/** Gives a text its meaning as a language, `undefined` if it names none of ours. */
export function parseLocale(text: string | undefined): Locale | undefined {
  const primary = text?.trim().toLowerCase().split('-', 1)[0];
  return locales.find((locale) => locale === primary);
}

/** The best of our languages for an `Accept-Language` header; the source language when none is asked for. */
export function acceptedLocale(header: string | undefined): Locale {
  const asked = (header ?? '').split(',').flatMap((part) => {
    const [tag, ...parameters] = part.split(';').map((piece) => piece.trim());
    const locale = parseLocale(tag);
    const weight = parameters.find((piece) => piece.startsWith('q='))?.slice(2) ?? '1';
    const quality = /^(0|1)(\.\d{1,3})?$/u.test(weight) ? Number(weight) : 0;
    return locale === undefined || quality === 0 ? [] : [{ locale, quality }];
  });
  return asked.toSorted((a, b) => b.quality - a.quality)[0]?.locale ?? sourceLocale;
}
