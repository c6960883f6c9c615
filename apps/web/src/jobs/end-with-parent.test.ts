import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from '../../test/until.ts';
import { processStart } from '../persistence/cluster/running-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-parent-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a process that never comes to rest ends after its parent was killed', async () => {
  const module = JSON.stringify(new URL('end-with-parent.ts', import.meta.url).href);
  const [busy, parent] = [join(folder, 'busy.mjs'), join(folder, 'parent.mjs')];
  writeFileSync(busy, `import { endWithParent } from ${module}; endWithParent(); process.send('up'); for (;;);`);
  writeFileSync(
    parent,
    `import { fork } from 'node:child_process';
    const child = fork(${JSON.stringify(busy)}, [], { detached: true });
    child.on('message', () => process.stdout.write(child.pid + '\\n'));`,
  );
  const started = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((resolve) => started.stdout.once('data', (line) => resolve(Number(line))));
  expect(processStart(pid)).toBeDefined();
  started.kill('SIGKILL');
  await until(() => processStart(pid) === undefined || undefined);
});
