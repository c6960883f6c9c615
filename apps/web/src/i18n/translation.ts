import { english } from './en/messages.ts';
import { type Format, formatOf } from './format.ts';
import { languages, type Locale } from './locale.ts';
import { type Messages, spanish } from './es/messages.ts';

/** Everything a page needs to speak one language. */
export interface Translation extends Messages {
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly format: Format;
  /** The language in which the readers of files speak to this one: they know two. */
  readonly reader: 'es' | 'en';
}

/** The messages of each language; one that lacks a message, a parameter or a plural form does not compile. */
const catalogues = {
  es: spanish,
  en: english,
} satisfies Record<Locale, (format: Format) => Messages>;

const made = new Map<Locale, Translation>();

/** The words and formats of a language; made once. */
export function translationOf(locale: Locale): Translation {
  let translation = made.get(locale);
  if (translation === undefined) {
    const format = formatOf(locale);
    const { direction, reader } = languages[locale];
    translation = { ...catalogues[locale](format), locale, direction, reader, format };
    made.set(locale, translation);
  }
  return translation;
}
