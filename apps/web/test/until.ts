import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is an answer. Only the test's own limit ends it: how long a machine takes is no matter of a test. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(50);
  }
}

/** Waits for something that a job brings about. */
export const comesTrue = (isSo: () => Promise<boolean>): Promise<true> =>
  until(async () => ((await isSo()) ? true : undefined));

/** What a page says once it no longer waits for a job. */
export const pageAtRest = (ask: () => Promise<Response>): Promise<string> =>
  until(async () => {
    const text = await (await ask()).text();
    return text.includes('aria-busy="true"') ? undefined : text;
  });
