import { type Language, languages, oneOf } from './choices.ts';

/** The variables of the environment that say which language a person reads, the stronger first (POSIX). */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** The language of the environment: Spanish where it says so, English otherwise. */
export function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = variables.map((name) => env[name]).find((value) => value !== undefined && value !== '') ?? '';
  return oneOf(languages, locale.slice(0, 2).toLowerCase()) ?? 'en';
}

/**
 * The language in which to answer a command line, even one that will be refused: that of a good `--lang`, else that
 * of the environment.
 */
export function languageOfAnswer(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1];
  const asked = at === -1 || given === undefined ? undefined : oneOf(languages, given);
  return asked ?? languageOfEnvironment(env);
}
