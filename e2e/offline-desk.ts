import type { Page } from 'playwright-core';

/** Somebody at a page of one file. */
export interface Desk {
  readonly page: Page;
  /** A folder of their own for what they get and save. */
  readonly folder: string;
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const titled = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

export const told = (page: Page): Promise<void> => page.getByRole('alert').waitFor();

export const submit = (page: Page): Promise<void> => page.locator('main [type=submit]').click();

/** Stops at a screen. */
export type At = (screen: string) => Promise<void>;

/** Goes from the start to the form of a task. */
export async function begin(page: Page, task: string): Promise<void> {
  await press(page, task);
  await page.locator('main form').waitFor();
}

/** Hands in a form that lacks something. */
export async function refused(page: Page, screen: string, at: At): Promise<void> {
  await submit(page);
  await told(page);
  await at(screen);
}

/** Keeps back what the page asks of its workers, so that what it shows meanwhile stands still; the answer lets go. */
export async function holdWorkers(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const asks = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage');
    const held: (() => void)[] = [];
    Worker.prototype.postMessage = function hold(...asked: readonly unknown[]) {
      held.push(() => void Reflect.apply(asks?.value, this, asked));
    };
    Object.assign(globalThis, {
      letGo: () => {
        Object.defineProperty(Worker.prototype, 'postMessage', asks ?? {});
        for (const ask of held) ask();
      },
    });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'letGo')());
}
