import type { Undeclared } from './declared-rule-set.ts';
import { englishProblem, englishUndeclared, englishWarning } from './messages-en.ts';
import { spanishProblem, spanishUndeclared, spanishWarning } from './messages-es.ts';
import type { PabulibProblem, PabulibWarning } from './problems.ts';

/** The languages in which the readers speak for themselves. */
export type MessageLanguage = 'en' | 'es';

/** Says what is wrong with a file, in a sentence without the line. The command and the site print the same. */
export const problemMessage = (problem: PabulibProblem, language: MessageLanguage): string =>
  language === 'es' ? spanishProblem(problem) : englishProblem(problem);

/** Says what is odd about a file and what was made of it, in a sentence without the line. */
export const warningMessage = (warning: PabulibWarning, language: MessageLanguage): string =>
  language === 'es' ? spanishWarning(warning) : englishWarning(warning);

/** Says why a file does not tell its rule, in a sentence. */
export const undeclaredMessage = (undeclared: Undeclared, language: MessageLanguage): string =>
  language === 'es' ? spanishUndeclared(undeclared) : englishUndeclared(undeclared);
