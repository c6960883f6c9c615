import stringWidth from 'string-width';

/** Columns of a terminal that a text takes: a Chinese character takes two, a combining mark none. */
export const widthOf = (text: string): number => stringWidth(text);

/** Fills a text with spaces to a width, on the right, or on the left for numbers. */
export function padded(text: string, width: number, align: 'start' | 'end'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'start' ? text + space : space + text;
}

/** Cuts a text to a width, a whole character at a time, with an ellipsis where something is missing. */
export function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept) + widthOf(segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks a text at spaces into lines of at most `width` columns; a longer word stands alone. */
export function wrapped(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(indent + longer) > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, indent + line];
}
