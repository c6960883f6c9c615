import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { invariant } from '@convite/kernel';

/** Where letters of the server arrive, in a process of its own. */
export interface Mailbox {
  readonly url: string;
  /** How many came so far. */
  count(): number;
  /** The code in the newest letter to an address, when one has come. */
  codeFor(address: string): Promise<string>;
  /** Until no letter has come for three seconds. */
  rest(): Promise<void>;
  close(): void;
}

export async function openMailbox(): Promise<Mailbox> {
  const program = fileURLToPath(new URL('../../apps/web/test/ballots/mail-server-program.ts', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const [url]: readonly string[] = await once(lines, 'line');
  invariant(url !== undefined, 'the mailbox says where it is');
  const codes = new Map<string, string>();
  let letters = 0;
  lines.on('line', (line) => {
    const [address = '', ...code] = line.split(' ');
    codes.set(address, code.join(' '));
    letters += 1;
  });
  return {
    url,
    count: () => letters,
    async codeFor(address) {
      for (;;) {
        const code = codes.get(address);
        if (code !== undefined) return code;
        await pause(5);
      }
    },
    async rest() {
      for (let before = -1; before !== letters;) {
        before = letters;
        await pause(3000);
      }
    },
    close: () => void child.kill(),
  };
}
