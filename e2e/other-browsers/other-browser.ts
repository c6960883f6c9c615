import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** What goes into a page and comes out of it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What one of these browsers can do, whichever protocol it speaks. */
export interface Driver {
  /** Name and version, as the browser tells them. */
  readonly name: string;
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Evaluates an expression in the page; its promise is waited for, and must come to a text. */
  evaluate(expression: string): Promise<string>;
  /** Errors and complaints that the browser noted down, as far as it tells them. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** One that is started as it is installed, which takes files too and saves some. */
export interface InstalledDriver extends Driver {
  /** Chooses files in a control, as the person does whom the browser asks which. */
  choose(selector: string, paths: readonly string[]): Promise<void>;
  /** Where the browser puts what is saved. */
  readonly folder: string;
}

/**
 * A browser of another engine than the one that all other tests run in. It is driven by what the W3C specifies for all
 * browsers, by nothing made for one: pages are opened, and functions run in them.
 */
export interface OtherBrowser extends Driver {
  /** Runs a function in the page, which sees nothing of the test but what it is given. */
  run<A extends readonly Plain[]>(does: (...given: A) => unknown, ...given: A): Promise<string>;
  /** Asks in the page until it is so. Only the test's own limit ends it. */
  comes<A extends readonly Plain[]>(isSo: (...given: A) => boolean, ...given: A): Promise<void>;
}

export type InstalledBrowser = InstalledDriver & OtherBrowser;

export function browserOf<D extends Driver>(driver: D): D & OtherBrowser {
  const run: OtherBrowser['run'] = (does, ...given) =>
    driver.evaluate(`Promise.resolve((${String(does)})(...${JSON.stringify(given)})).then(String)`);
  return {
    ...driver,
    run,
    async comes(isSo, ...given) {
      while ((await run(isSo, ...given)) !== 'true') await pause(50);
    },
  };
}

/**
 * Starts a program of a Debian package; it ends with the test at the latest.
 * @throws where it is not installed, with the package that brings it
 */
export function startProgram(
  path: string,
  debianPackage: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<null, null, Readable> {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    throw new Error(`There is no ${path}: install the Debian package ${debianPackage}.`);
  }
  // A group of its own, so that whatever it starts ends with it.
  const program = spawn(path, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  process.once('exit', () => endProgram(program));
  return program;
}

export function endProgram({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It had ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
