import { type RuleSet, ruleSetSchema } from '@convite/counting';
import { z } from 'zod';

/** Forms of what is stored as JSON or as text, read when it is taken out. */

/** A text in each of the languages of its consultation. */
export type LanguageMap = Readonly<Record<string, string>>;
const languageMap = z.record(z.string(), z.string());

export const readLanguageMap = (stored: unknown): LanguageMap => languageMap.parse(stored);

/** The text in a language; in the first language of the consultation where it lacks that one. */
export const inLanguage = (texts: LanguageMap, language: string): string =>
  texts[language] ?? Object.values(texts)[0] ?? '';

/** The same name in each of these languages. */
export const namedAlike = (languages: readonly string[], name: string): LanguageMap =>
  Object.fromEntries(languages.map((language) => [language, name]));

export const readRule = (stored: unknown): RuleSet => ruleSetSchema.parse(stored);

/** Minor units, which the database sends as text. */
export const readMinorUnits = (stored: string): bigint => BigInt(stored);
