import type { SimulationStep } from '@convite/crypto';
import type { Terminal } from '../output/terminal.ts';
import type { Words } from '../words/words.ts';

/** Milliseconds between two changes of the line, and between two looks at what else the machine wants. */
const pause = 200;

/** Says on a terminal's standard error how far a simulation is, in a line that goes away. */
export function simulationProgress({ stderr }: Terminal, words: Words, now: () => number) {
  let shown = now();
  const isTerminal = stderr.isTTY === true;
  return {
    /** Whether enough time went by since the last time to do something else for a moment. */
    show: ({ stage, done, of }: SimulationStep): boolean => {
      const time = now();
      if (time - shown < pause) return false;
      shown = time;
      const { count } = words.figures;
      if (isTerminal) stderr.write(`\r\u001b[K${words.simulate.stage[stage]} ${count(done)}/${count(of)}`);
      return true;
    },
    clear: (): void => {
      if (isTerminal) stderr.write('\r\u001b[K');
    },
  };
}
