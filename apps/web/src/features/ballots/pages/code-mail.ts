import { parseLocale, sourceLocale } from '../../../i18n/locale.ts';
import { translationOf } from '../../../i18n/translation.ts';

/** The letter that brings a code, in the person's language where the roll says it. */
export function codeMail(letter: {
  readonly address: string;
  readonly code: string;
  readonly language: string | undefined;
}): { readonly to: string; readonly subject: string; readonly text: string } {
  const { codeMail: words } = translationOf(parseLocale(letter.language) ?? sourceLocale).ballots;
  const code = `${letter.code.slice(0, 4)} ${letter.code.slice(4)}`;
  return { to: letter.address, subject: words.subject, text: `${words.says(code)}\n\n${words.notYou}\n` };
}
