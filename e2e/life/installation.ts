import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeServerProcess } from '../../apps/web/test/ballots/server-process.ts';
import type { AskedSite, TestSite } from '../../apps/web/test/open-test-site.ts';
import { until } from '../../apps/web/test/until.ts';

/** A real installation in a process of its own, on a machine whose clock the test moves. */
export interface Installation extends AskedSite, Pick<TestSite, 'clock'> {
  /** The pages that its first two administrators set their accounts up at, as it tells them where it is started. */
  readonly firstLinks: readonly string[];
  /** For what people save, until it is closed. */
  readonly folder: string;
  /** Has its clock show this instant, unless it is later there already. */
  moveTo(instant: number): void;
  close(): Promise<void>;
}

export async function openInstallation(name: string): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'convite-life-'));
  const file = join(folder, 'ahead');
  let ahead = 0;
  const moveBy = (milliseconds: number): void => {
    ahead += milliseconds;
    writeFileSync(file, String(ahead));
  };
  moveBy(0);
  const server = await makeServerProcess(name, {
    ...{ DEMO: '0', CLOCK_AHEAD: file },
    NODE_OPTIONS: `--import=${new URL('moved-clock.ts', import.meta.url).href}`,
  });
  const origin = await server.start();
  const firstLinks = await until(() => {
    const links = [...server.said().matchAll(/\/set-up\/[\w-]{43}/gu)].map(([link]) => link);
    return links.length === 2 ? links : undefined;
  });
  const now = (): number => Date.now() + ahead;
  return {
    ...{ origin, firstLinks, folder },
    clock: {
      get now() {
        return new Date(now());
      },
    },
    ask: (path, init = {}) => fetch(new URL(path, origin), { redirect: 'manual', ...init }),
    moveTo: (instant) => moveBy(Math.max(0, instant - now())),
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
