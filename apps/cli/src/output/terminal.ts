import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { PageLine } from './page.ts';

/** The world around the command: what it reads, where it writes, whose folder it is in. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The caller's folder, at which relative paths start. */
  readonly folder: string;
}

/**
 * 0 complete or accepted, 2 unusable input or command line, 3 lots required. 1 is a refused archive; for the commands
 * that judge none it is left to faults of the program itself, which for those that do is 4.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

const defaultWidth = 100;
const leastWidth = 60;
const greatestWidth = 120;

/** Columns of a page: those of the terminal within reason, and the same for every file or pipe. */
export const pageWidth = ({ stdout }: Terminal): number =>
  Math.max(leastWidth, Math.min(greatestWidth, (stdout.isTTY ? stdout.columns : undefined) ?? defaultWidth));

/** Writes a page to standard output, set off in colour only where a terminal shows it and nobody objects. */
export function writePage(terminal: Terminal, lines: readonly PageLine[]): void {
  terminal.stdout.write(`${lines.map((line) => styled(terminal, line)).join('\n')}\n`);
}

/** Writes a message to standard error. */
export function writeError(terminal: Terminal, text: string): void {
  terminal.stderr.write(`${text.split('\n').map(withoutControls).join('\n')}\n`);
}

function styled({ stdout }: Terminal, line: PageLine): string {
  if (typeof line === 'string') return withoutControls(line);
  const text = withoutControls(line.text);
  return styleText([...styles[line.type]], text, { stream: stdout });
}

const styles = {
  heading: ['bold', 'underline'],
  title: ['bold'],
  answer: ['bold', 'green'],
  refusal: ['bold', 'red'],
} as const;

/** No text from a file may steer the terminal, however it came here. */
const withoutControls = (line: string): string => line.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
