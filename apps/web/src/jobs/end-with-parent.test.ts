import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { until } from '../../test/until.ts';
import { processStart } from '../persistence/cluster/running-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-parent-'));
afterAll(() => rmSync(folder, { recursive: true }));

const literal = (address: string): string => JSON.stringify(new URL(address, import.meta.url).href);

/** Runs a program as the child of a process that is then killed hard. @returns when the program has ended too */
async function orphan(name: string, program: string, preload = 'undefined'): Promise<void> {
  const [child, parent] = [join(folder, `${name}.mjs`), join(folder, `${name}-parent.mjs`)];
  writeFileSync(child, program);
  writeFileSync(
    parent,
    `import { fork } from 'node:child_process';
    const preload = ${preload};
    const execArgv = preload === undefined ? [] : ['--import', preload];
    const child = fork(${JSON.stringify(child)}, [], { detached: true, execArgv });
    child.on('message', () => process.stdout.write(child.pid + '\\n'));`,
  );
  const started = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((resolve) => started.stdout.once('data', (line) => resolve(Number(line))));
  expect(processStart(pid)).toBeDefined();
  started.kill('SIGKILL');
  await until(() => processStart(pid) === undefined || undefined);
}

test('a process that never comes to rest ends after its parent was killed', async () => {
  const module = literal('end-with-parent.ts');
  await orphan('busy', `import { endWithParent } from ${module}; endWithParent(); process.send('up'); for (;;);`);
});

test('a server that a bench started is asked to end, and may do so in good order, after the bench was killed', async () => {
  const done = join(folder, 'in-good-order');
  const server = `import { writeFileSync } from 'node:fs';
    process.on('SIGTERM', () => { writeFileSync(${JSON.stringify(done)}, ''); process.exit(); });
    process.on('disconnect', () => undefined);
    setInterval(() => undefined, 1000);
    process.send('up');`;
  await orphan('server', server, literal('../../../../bench/consultations/stop-with-parent.ts'));
  expect(existsSync(done)).toBe(true);
});
