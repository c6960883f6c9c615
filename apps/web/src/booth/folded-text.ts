/** A text without accents and capitals, for searching: `Reunión` and `reunion` are the same. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether every word of a search begins a word of the text. */
export function isFound(search: string, text: string): boolean {
  const words = ` ${foldedText(text)}`;
  return foldedText(search)
    .split(' ')
    .every((word) => words.includes(` ${word}`));
}
