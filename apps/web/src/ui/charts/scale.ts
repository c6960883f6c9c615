/** A round distance between marks of an axis: 1, 2 or 5 times a power of ten. */
export interface Steps {
  readonly step: number;
  /** Small marks between two big ones. */
  readonly parts: number;
}

/** The round step that cuts 0…total into about so many pieces. Requires: total > 0. */
export function roundSteps(total: number, pieces: number): Steps {
  const power = 10 ** Math.floor(Math.log10(total / pieces));
  const digit = total / pieces / power;
  if (digit > 5) return { step: 10 * power, parts: 5 };
  if (digit > 2) return { step: 5 * power, parts: 5 };
  if (digit > 1) return { step: 2 * power, parts: 4 };
  return { step: power, parts: 5 };
}

/** A position or length as an SVG attribute: at most two decimals. */
export const at = (n: number): string => String(Math.round(n * 100) / 100);

/** The same in percent of the drawing's width. */
export const percentAt = (share: number): string => `${at(100 * share)}%`;

/** Left edge, in percent, of a bar that begins at a share of the width counted from the line's start. */
export const barStart = (direction: 'ltr' | 'rtl', start: number, width: number): string =>
  percentAt(direction === 'ltr' ? start : 1 - start - width);

/**
 * A name cut to fit: whole words while they fit, else letters, with an ellipsis.
 * `room` is in ordinary letters as people see them; capitals and full-width letters take more.
 */
export function shortened(name: string, room: number): string {
  // No letter takes less than one: what fits, and the letter after it, are among so many.
  const letters = firstLetters(name, Math.floor(room) + 2);
  let used = 0;
  const fitting = letters.findIndex((letter) => (used += widthOf(letter)) > room + 1e-9);
  if (fitting === -1) return name;
  const space = letters.slice(0, fitting).lastIndexOf(' ');
  const kept = letters[fitting] === ' ' ? fitting : space > fitting / 2 ? space : fitting - 1;
  return `${letters
    .slice(0, Math.max(kept, 1))
    .join('')
    .replace(/[\s,;:.()"-]+$/u, '')}…`;
}

/** The first letters of a text as people see them. */
function firstLetters(text: string, count: number): readonly string[] {
  const start = text.slice(0, count + 1);
  // A sign of these before another of these is a letter by itself; finding that out by segments takes far longer.
  if (single.test(start)) return start.slice(0, count).split('');
  const letters: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (letters.push(segment) === count) break;
  }
  return letters;
}

function widthOf(letter: string): number {
  // A page asks for thousands of letters: those that begin with a letter of ASCII need no pattern.
  const code = letter.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? 1.25 : 1;
  return wide.test(letter) ? 2 : capital.test(letter) ? 1.25 : 1;
}

const wide = /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;
const capital = /^\p{Lu}/u;
/** Latin and its punctuation: nothing that joins with what stands before or after it. */
const single = /^[ -~\u00a0-\u02ff\u2010-\u2027]*$/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
