import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openElection, openWorkshop, type Workshop } from '../workshop.fixture.ts';

let workshop: Workshop;

/** An election of totals that two trustees decrypt; the decryption of the first is in the archive. */
beforeAll(async () => {
  workshop = await openWorkshop();
  const { does } = workshop;
  for (const name of ['Ana', 'Beto']) {
    await does(['trustee', 'key', '--group', 'Ed25519', '--name', name, '--out', 'keys']);
  }
  await does([
    ...['trustee', 'assemble', '--single', 'keys/trustee-ana.json', '--single', 'keys/trustee-beto.json'],
    ...['--out', 'trustees.json'],
  ]);
  await openElection(workshop, [{ question: '¿Fiesta?', answers: ['Sí', 'No'], min: 1, max: 1 }]);
  await does(['board', 'close', 'street.bel']);
  for (const name of ['ana', 'beto']) {
    await does(['trustee', 'decrypt', '--archive', 'street.bel', '--key', `keys/${name}.key.json`]);
    if (name === 'ana') await does(['board', 'add', 'street.bel', 'decryption-1-ana.json']);
  }
}, 60_000);
afterAll(() => workshop.remove());

/** Runs a command in a process of its own that stops, as a machine does, before it gives a file its nth name. */
function stopped(before: number, args: readonly string[]): number | null {
  const stopping = `
    import { promises } from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { rename } = promises;
    let names = 0;
    promises.rename = (from, to) => {
      names += 1;
      if (names === ${before}) process.kill(process.pid, 'SIGKILL');
      return rename(from, to);
    };
    syncBuiltinESMExports();`;
  const main = fileURLToPath(new URL('../../bin/convite.mjs', import.meta.url));
  const options = ['--import', `data:text/javascript,${encodeURIComponent(stopping)}`];
  return spawnSync(process.execPath, [...options, main, ...args], { cwd: workshop.path }).status;
}

const waiting = (): readonly string[] => readdirSync(workshop.path).filter((name) => name.includes('.for-'));
const sectionsIn = (name: string): number => workshop.read(name).split('"owner"').length - 1;
const add = ['board', 'add', 'street.bel', 'decryption-2-beto.json'] as const;

describe('a machine that stops while a decryption is added', () => {
  const pair = ['street.bel', 'street.side.json'] as const;

  beforeAll(async () => {
    for (const name of pair) await copyFile(workshop.at(name), workshop.at(`before-${name}`));
  });
  afterEach(async () => {
    for (const name of pair) await copyFile(workshop.at(`before-${name}`), workshop.at(name));
  });

  it.each([
    ['before the side file waits', 1, 0],
    ['before the archive takes its place', 2, 1],
  ] as const)('%s: nothing has happened, and it is added by the next command', async (_, before, found) => {
    expect(stopped(before, add)).toBe(null);
    expect(waiting()).toHaveLength(found);
    expect(workshop.read('street.bel')).toBe(workshop.read('before-street.bel'));
    const again = await workshop.run(add);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).not.toContain('interrupted');
    expect(waiting()).toEqual([]);
    await workshop.does(['verify', 'street.bel', '--strict', '--side', 'street.side.json']);
  });

  it('between the archive and its side file: the next command puts that in its place, and says so', async () => {
    expect(stopped(3, add)).toBe(null);
    expect(waiting()).toHaveLength(1);
    expect(sectionsIn('street.side.json')).toBe(1);
    const result = await workshop.run(['board', 'result', 'street.bel']);
    expect(result).toMatchObject({ code: 0 });
    expect(result.stderr).toContain('street.side.json was not yet in its place');
    expect(waiting()).toEqual([]);
    expect(sectionsIn('street.side.json')).toBe(2);
    await workshop.does(['verify', 'street.bel', '--strict', '--side', 'street.side.json']);
  });
});

describe('an archive that does not pass by itself', () => {
  it('is refused as such, and not for what is added', async () => {
    const { run, at } = workshop;
    await rename(at('street.side.json'), at('elsewhere.json'));
    const ended = await run(add);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('REFUSED: street.bel does not pass');
    await rename(at('elsewhere.json'), at('street.side.json'));
  });
});
