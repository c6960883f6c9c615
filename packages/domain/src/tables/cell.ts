import { err, ok, type Result } from '@convite/kernel';

/** What is wrong with the text of one cell, whatever it should mean. */
export type CellProblem =
  /** A sign that nobody sees: a control character, one drawn as nothing, or one that turns the direction of the text around. */
  | { readonly type: 'strange_sign'; readonly column: string; readonly sign: string }
  /** The sign that stands for bytes in another encoding. */
  | { readonly type: 'lost_sign'; readonly column: string }
  | { readonly type: 'too_long'; readonly column: string; readonly most: number };

/**
 * Control characters, line and paragraph ends, and whatever is drawn as nothing, what overrides or isolates direction among it.
 * Joiners and variation selectors stay: scripts, names and pictures need them.
 */
const strange =
  /(?!\p{Join_Control}|\p{Variation_Selector})[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb]/u;
/** Marks that spreadsheets leave about: of direction, of byte order. */
const marks = /[\u061c\u200e\u200f\ufeff]/gu;
/** An export puts an apostrophe before what a spreadsheet would run as a formula: it is taken off again. */
const disarmed = /^'(?=[=+\-@\t\r＝＋－＠])/u;
/** All but ASCII letters, digits and the commonest signs. Most cells of a roll need no more than this look. */
const plain = /^[\w ./@+-]*$/u;

/**
 * The text of a cell, in Unicode NFC and without spaces at its ends; or why it is none.
 *
 * @param most signs (UTF-16 units) that it may have.
 */
export function readCell(cell: string, column: string, most: number): Result<string, CellProblem> {
  if (cell.length > most * 4) return err({ type: 'too_long', column, most });
  if (plain.test(cell)) {
    const text = cell.trim();
    return text.length > most ? err({ type: 'too_long', column, most }) : ok(text);
  }
  const text = cell.replaceAll(marks, '').trim().replace(disarmed, '').normalize('NFC').trim();
  const sign = strange.exec(text)?.[0];
  if (sign !== undefined) {
    return err({
      type: 'strange_sign',
      column,
      sign: `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    });
  }
  if (text.includes('\ufffd') || !text.isWellFormed()) return err({ type: 'lost_sign', column });
  return text.length > most ? err({ type: 'too_long', column, most }) : ok(text);
}
