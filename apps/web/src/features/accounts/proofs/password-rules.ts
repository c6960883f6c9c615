/** Why a password is not taken. */
export type PasswordProblem = 'too_short' | 'too_long' | 'too_plain' | 'names_you' | 'breached';

/** NIST SP 800-63B-4 asks for fifteen where a password stands alone; here a second proof stands beside it. */
const [shortest, longest] = [12, 256];
/** Fewer different signs than this are a pattern. */
const fewestSigns = 6;

const rows = [
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiopasdfghjklñzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
];
/** Words that the most guessed passwords are made of; what is left when they are taken out must be long enough. */
const guessed = [
  'password',
  'contraseña',
  'contrasena',
  'admin',
  'administrator',
  'convite',
  'clave',
  'secret',
  'letmein',
  'welcome',
];

/**
 * What is wrong with a password, undefined if nothing. No sign is asked for: length and strangeness are what counts.
 *
 * Not exhaustive: `breached` is told by the list of `breached-passwords.ts`, where the installation has one.
 */
export function passwordProblem(
  password: string,
  person: { readonly email: string; readonly name: string },
): PasswordProblem | undefined {
  const signs = Array.from(password.normalize('NFKC'));
  if (signs.length < shortest) return 'too_short';
  if (signs.length > longest) return 'too_long';
  const plain = signs.join('').toLowerCase();
  if (new Set(plain).size < fewestSigns || isRun(plain)) return 'too_plain';
  const rest = guessed.reduce((left, word) => left.replaceAll(word, ''), plain);
  if (rest.length < shortest / 2) return 'too_plain';
  const own = [...person.email.toLowerCase().split(/[@.]/u), ...person.name.toLowerCase().split(/\s+/u)];
  const without = own.filter((part) => part.length > 3).reduce((left, part) => left.replaceAll(part, ''), plain);
  return without.length < shortest / 2 ? 'names_you' : undefined;
}

/** Along the rows of a keyboard, the alphabet or the digits, forwards or backwards, again and again. */
function isRun(text: string): boolean {
  const signs = Array.from(text);
  const neighbours = signs.slice(1).filter((sign, i) => {
    const pair = `${signs[i] ?? ''}${sign}`;
    const back = `${sign}${signs[i] ?? ''}`;
    return rows.some((row) => row.includes(pair) || row.includes(back));
  });
  return neighbours.length > (signs.length * 3) / 4;
}
