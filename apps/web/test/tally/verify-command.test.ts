import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { openCity } from './opened-city.ts';
import { boardFiles } from './verified-board.ts';
import type { VotedCity } from './voted-city.ts';

const command = fileURLToPath(new URL('../../../cli/bin/convite.mjs', import.meta.url));
const run = promisify(execFile);

let site: TestSite;
let voted: VotedCity;
let folder: string;
beforeAll(async () => {
  site = await openTestSite();
  voted = await openCity(site);
  folder = mkdtempSync(join(tmpdir(), 'convite-verify-'));
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

test.each(['totals', 'whole', 'few'] as const)(
  'convite verify --strict accepts what the site made of the contest: %s',
  async (which) => {
    const { archive, side } = await boardFiles(site, voted[which]);
    const [path, sidePath] = [join(folder, `${which}.bel`), join(folder, `${which}.side.json`)];
    writeFileSync(path, archive);
    if (side !== undefined) writeFileSync(sidePath, side);
    const sides = side === undefined ? [] : ['--side', sidePath];
    const { stdout } = await run(process.execPath, [command, 'verify', path, '--strict', ...sides, '--lang', 'en']);
    expect(stdout).toContain('ACCEPTED');
  },
);
