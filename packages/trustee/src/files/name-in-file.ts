/** What the forms of files take of a name. */
export const mostLetters = 200;

/** A person's name as files hold it: in one form of Unicode, without space around; undefined where none is left, or too much. */
export function personName(given: string): string | undefined {
  const name = given.trim().normalize('NFC');
  return name.length > 0 && name.length <= mostLetters ? name : undefined;
}

/** A person's name as part of a file's name: its letters and digits, without accents, parted by dashes. */
export function nameInFile(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, '')
      .slice(0, 40) || 'x'
  );
}
