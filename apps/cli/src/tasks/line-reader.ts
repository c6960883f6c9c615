import { createInterface } from 'node:readline';
import type { Terminal } from '../output/terminal.ts';

/** Lines that a person types, or a file gives, at standard input. */
export interface LineReader {
  /** The next line; undefined when there is none. The question is shown on a terminal alone. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

export function readLines({ stdin, stderr }: Terminal): LineReader {
  const lines = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const iterator = lines[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      if (stdin.isTTY === true) stderr.write(question);
      const line = await iterator.next();
      return line.done === true ? undefined : line.value;
    },
    close: () => lines.close(),
  };
}
