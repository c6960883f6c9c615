import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { convite, conviteProcess, makeFolder, type Ran } from './run-command.fixture.ts';
import {
  archiveBefore,
  mixedQuestion,
  rewritten,
  smallArchive,
  withForgedSignatures,
} from './small-election.fixture.ts';
import { verifyReportSchema } from './verify/verify-report.ts';

const folder = await makeFolder();
afterAll(folder.remove);

const archive = smallArchive();
await folder.write('street.bel', archive);
await folder.write('voting.bel', await archiveBefore(archive, 3));
await folder.write('tally.bel', smallArchive({ until: 'tally' }));
await folder.write('other.bel', smallArchive({ timestamp: 1_795_220_102 }));

const run = (...args: readonly string[]): Promise<Ran> => convite(['verify', ...args], { folder: folder.path });
const json = ({ stdout }: Ran) => verifyReportSchema.strict().parse(JSON.parse(stdout));
const failedNumbers = (ran: Ran): readonly number[] => [...new Set(json(ran).failures.map(({ check }) => check))];

describe('an archive that holds', () => {
  it('is accepted, the answer first, then name, standing, every check, and what it means', async () => {
    const { code, stdout, stderr } = await run('street.bel');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^ACCEPTED: all \d+ checks that apply hold\.$/u);
    expect(lines.slice(2, 4)).toEqual([
      'Asamblea de la calle Cedro',
      'The result is published: the election is complete.',
    ]);
    expect(stdout).toMatch(/^ {3}59 {2}signatures of ballots +5 {2}holds$/mu);
    expect(stdout).toMatch(/^ {3}10 {2}goes on from the earlier archive +does not apply$/mu);
    expect(stdout).toMatch(/^Shuffles +does not apply$/mu);
    expect(stdout).toMatch(/^Convite’s own policy +not asked for \(--strict\)$/mu);
    expect(stdout).toMatch(/arithmetic: (wasm-fused|wasm-scalar|noble)$/mu);
    expect(stdout.replaceAll('\n', ' ')).toContain('nobody needs to be trusted');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('is accepted in Spanish too, without an English word of ours', async () => {
    const { code, stdout } = await run('street.bel', '--lang', 'es');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ACEPTADO: se cumplen las \d+ comprobaciones que corresponden\.\n/u);
    expect(stdout).toMatch(/^ {3}59 {2}firmas de las boletas +5 {2}se cumple$/mu);
    expect(stdout).not.toMatch(/\b(holds|ballot|check|event|not)\b/u);
  });

  it('is told as one JSON object of exactly the published form', async () => {
    const ran = await run('street.bel', '--json');
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    const report = json(ran);
    expect(report).toMatchObject({
      accepted: true,
      election: { name: 'Asamblea de la calle Cedro', group: 'Ed25519', state: 'finished', events: 12 },
      failures: [],
    });
    expect(report.archive_sha256).toMatch(/^[0-9a-f]{64}$/u);
    const numbers = report.checks.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    expect(report.checks.find(({ number }) => number === 59)).toEqual({
      number: 59,
      name: 'signatures of ballots',
      count: 5,
      ok: true,
    });
  });

  it.each([
    [
      'voting.bel',
      'The vote is open: ballots may still come.',
      'which ballots count is settled only when the vote ends',
    ],
    ['tally.bel', 'The vote has ended and the encrypted tally is published.', 'There is no result yet, so nothing is'],
  ])('says of %s that there is no result yet', async (name, stands, meaning) => {
    const { code, stdout } = await run(name);
    expect(code).toBe(0);
    expect(stdout).toContain(stands);
    expect(stdout.replaceAll('\n', ' ')).toContain(meaning);
    expect(stdout).toMatch(/^Result +does not apply$/mu);
  });

  it('goes on from an earlier one, and an earlier one does not go on from it', async () => {
    const later = await run('street.bel', '--earlier', 'voting.bel');
    expect(later.code).toBe(0);
    expect(later.stdout).toContain('this file begins with all of voting.bel and goes on from there');
    const backwards = await run('voting.bel', '--earlier', 'street.bel', '--json');
    expect(backwards.code).toBe(1);
    expect(failedNumbers(backwards)).toEqual([10]);
    const another = await run('street.bel', '--earlier', 'other.bel');
    expect(another.code).toBe(1);
    expect(another.stdout).toContain('this file does not go on from other.bel');
  });
});

describe('an archive that does not hold', () => {
  it('is refused with the check, the place and the number of failures, a few of many shown', async () => {
    await folder.write('forged.bel', await withForgedSignatures(smallArchive({ voters: 12, revotes: 0 })));
    const { code, stdout } = await run('forged.bel');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^REFUSED: 1 of the \d+ checks that could be made fails\.\n/u);
    expect(stdout).toMatch(/^ {3}59 {2}signatures of ballots +12 {2}FAILS 12 times$/mu);
    const failures = stdout.slice(stdout.indexOf('What fails, and where'), stdout.indexOf('The file\n'));
    expect(failures.match(/event \d+, ballot/gu)).toEqual([1, 2, 3, 4, 5].map((height) => `event ${height}, ballot`));
    expect(failures).toContain('and 7 more; --json lists the first thousand of each check.');
    expect(stdout.replaceAll('\n', ' ')).toContain('rely on nothing in it');
    const report = json(await run('forged.bel', '--json'));
    expect(report.accepted).toBe(false);
    expect(report.failures.map(({ check, place }) => `${check} ${place.split(',')[0] ?? ''}`)).toEqual(
      Array.from({ length: 12 }, (_, i) => `59 event ${i + 1}`),
    );
  });

  it('is refused for a wrong number of counted ballots', async () => {
    const wrong = await rewritten(archive, (event) =>
      event.type === 'EncryptedTally' ? { ...event, numTallied: event.numTallied + 1 } : event,
    );
    await folder.write('wrong.bel', wrong);
    const ran = await run('wrong.bel', '--json');
    expect(ran.code).toBe(1);
    expect(failedNumbers(ran)).toEqual([72]);
  });

  it('is not looked into where its form is broken', async () => {
    const broken = Buffer.from(archive);
    broken[4000] = (broken[4000] ?? 0) ^ 1;
    await folder.write('broken.bel', broken);
    const { code, stdout } = await run('broken.bel', '--lang', 'es');
    expect(code).toBe(1);
    expect(stdout).toContain('No se miró lo que el archivo contiene');
    expect(stdout).toMatch(/^Boletas +no se hizo$/mu);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toMatch(/: El contenido del registro tiene el SHA-256 [0-9a-f]{64}\./u);
    expect(stdout).not.toMatch(/\b(the|content|record|names|not)\b/iu);
    expect(json(await run('broken.bel', '--json'))).toMatchObject({ accepted: false, election: null, backend: null });
  });

  it('is refused when it is cut off in the middle', async () => {
    await folder.write('cut.bel', archive.subarray(0, archive.length - 700));
    const ran = await run('cut.bel', '--json');
    expect(ran.code).toBe(1);
    expect(failedNumbers(ran)).toContain(2);
  });

  it('is refused for our own policy only where that is asked for', async () => {
    await folder.write('mixed.bel', smallArchive({ questions: [mixedQuestion], shuffles: 2 }));
    expect((await run('mixed.bel')).code).toBe(0);
    const strict = await run('mixed.bel', '--strict');
    expect(strict.code).toBe(1);
    expect(strict.stdout).toMatch(/^ {2}110 {2}declared policy +1 {2}FAILS once$/mu);
    expect(strict.stdout).toContain('what fails belongs to Convite’s own');
  });

  it('is refused for a side file that is none, strict or not', async () => {
    await folder.write('side.json', '{"convite_side":1}');
    for (const flags of [[], ['--strict']]) {
      const ran = await run('street.bel', '--side', 'side.json', '--json', ...flags);
      expect(ran.code).toBe(1);
      expect(failedNumbers(ran)).toContain(120);
    }
  });
});

describe('a file that is no archive', () => {
  it.each([
    ['nowhere.bel', 'There is no file nowhere.bel.'],
    ['.', '. is a folder.'],
    ['empty.bel', 'empty.bel is not the archive of an election (.bel): it does not begin as one.'],
    ['packed.bel.gz', 'packed.bel.gz is not the archive of an election (.bel): it does not begin as one.'],
  ])('%s is refused in one line with exit 2', async (name, line) => {
    await folder.write('empty.bel', '');
    await folder.write('packed.bel.gz', gzipSync(Buffer.alloc(2000, 7)));
    for (const flags of [[], ['--json']]) {
      const { code, stdout, stderr } = await run(name, ...flags);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(line);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('is named as it was typed, whichever of the files it is', async () => {
    const cases = [
      ['street.bel', '--earlier', 'gone.bel'],
      ['street.bel', '--side', 'gone.bel'],
    ];
    for (const args of cases) {
      const { code, stderr } = await run(...args);
      expect({ code, stderr }).toEqual({ code: 2, stderr: 'There is no file gone.bel.\n' });
    }
  });
});

describe('the whole command', () => {
  it('verifies on threads, in a process of its own, and ends', async () => {
    await folder.write('more.bel', smallArchive({ voters: 30, until: 'ballots' }));
    const ran = await conviteProcess(['verify', 'more.bel'], { folder: folder.path });
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/ballots on (one core|\d+ cores)/u);
  });

  it('stops at once and without a word when it is interrupted', async () => {
    // A record of eight gigabytes of nothing takes long to hash, and no room on the disk.
    const long = await folder.write('long.bel', '');
    const file = await open(long, 'w');
    const header = Buffer.from(archive.subarray(0, 512));
    header.write('77777777777', 124, 'latin1');
    const sum = header.fill(' ', 148, 156).reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    await file.write(header);
    await file.truncate(2 ** 33 + 512);
    await file.close();
    const entry = fileURLToPath(new URL('../bin/convite.mjs', import.meta.url));
    const child = spawn(process.execPath, [entry, 'verify', long], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));
    await new Promise((resolve) => {
      setTimeout(resolve, 600);
    });
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: null, signal: 'SIGINT' });
    expect(await said).toEqual(['', '']);
  });
});
