import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convite, makeFolder } from './run-command.fixture.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let made = 0;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** Simulates into a folder of its own inside the folder of the tests. */
async function simulate(...options: readonly string[]) {
  made += 1;
  const out = `out ${made}`;
  const ran = await convite(['simulate', '--out', out, ...options], { folder: folder.path });
  const names = (await readdir(folder.path)).includes(out) ? (await readdir(join(folder.path, out))).toSorted() : [];
  return { ...ran, out, names, read: (name = '') => readFile(join(folder.path, out, name)) };
}

const verify = (out: string, name = '') => convite(['verify', join(out, name)], { folder: folder.path });

describe('convite simulate', () => {
  it('writes the archive, and apart from it what only its maker may read, and says how to check it', async () => {
    const { code, stdout, stderr, names, out } = await simulate();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [secrets, side, archive] = names.toSorted((a, b) => b.length - a.length);
    expect(archive).toMatch(/^[1-9A-HJ-NP-Za-km-z]{14}\.bel$/u);
    expect(secrets).toBe(archive?.replace('.bel', '-private.jsonl'));
    expect(side).toBe(archive?.replace('.bel', '.side.json'));
    expect(names).toHaveLength(3);
    expect((await stat(join(folder.path, out, secrets ?? ''))).mode & 0o777).toBe(0o600);
    expect(stdout).toContain(`npm run -s convite -- verify '${out}/${archive}' --strict --side '${out}/${side}'\n`);
    expect(stdout).toContain('PRIVATE');
    expect(stdout).not.toContain('SIMULATION');
    expect(stdout).not.toContain('belenios-tool');
    expect((await verify(out, archive)).code).toBe(0);
    const strictly = ['verify', join(out, archive ?? ''), '--strict', '--side', join(out, side ?? '')];
    expect((await convite(strictly, { folder: folder.path })).code).toBe(0);
  });

  it('makes the same files of the same seed, in any language, and marks them', async () => {
    const first = await simulate('--seed', 'Cedro', '--lang', 'en');
    const second = await simulate('--seed', 'Cedro', '--lang', 'es');
    expect(first.names).toHaveLength(3);
    expect(first.names.filter((name) => !name.startsWith('SIMULATION-'))).toEqual([]);
    expect(second.names).toEqual(first.names);
    for (const name of first.names) expect((await first.read(name)).equals(await second.read(name))).toBe(true);
    expect((await first.read(first.names.find((name) => name.endsWith('.bel')))).toString()).toContain(
      '"name":"SIMULATION: ',
    );
    expect(first.stdout).toContain('Made: SIMULATION');
    expect(second.stdout).toContain('Hecha: SIMULATION');
  });

  it('makes other files each time without a seed', async () => {
    const [first, second] = [await simulate('--voters', '1'), await simulate('--voters', '1')];
    expect(first.names).toHaveLength(3);
    expect(first.names.filter((name) => second.names.includes(name))).toEqual([]);
  });

  it.each(['setup', 'ballots', 'tally', 'result'])('until %s writes what the verifier accepts', async (until) => {
    const { out, names } = await simulate('--until', until, '--voters', '3', '--seed', 'until');
    const { code, stdout } = await verify(
      out,
      names.find((name) => name.endsWith('.bel')),
    );
    expect({ code, accepted: stdout.includes('ACCEPTED') }).toEqual({ code: 0, accepted: true });
  });

  it('names the stock tool where that can verify the election', async () => {
    const options = ['--group', 'BELENIOS-2048', '--homomorphic', '2:1..1', '--voters', '1', '--trustees', '1'];
    const { stdout, out } = await simulate(...options);
    expect(stdout).toContain(`belenios-tool election verify --dir '${out}'`);
  });

  it('says before long work how large it becomes and how long it takes', async () => {
    const { stderr } = await simulate('--voters', '110', '--revotes', '1', '--homomorphic', '1:0..1');
    expect(stderr).toMatch(/^Making 111 ballots: about \d+\.\d MB, about \d+ s\.\n$/u);
  });

  it('goes into an empty folder, and leaves one alone that is not', async () => {
    await mkdir(join(folder.path, 'mine'));
    const options = ['simulate', '--out', 'mine', '--voters', '1'];
    expect((await convite(options, { folder: folder.path })).code).toBe(0);
    const before = await readdir(join(folder.path, 'mine'));
    const again = await convite(options, { folder: folder.path });
    expect(again).toEqual({
      code: 2,
      stdout: '',
      stderr: 'mine is not empty. Name a new folder, or an empty one, so that nothing of yours is mixed up.\n',
    });
    expect(await readdir(join(folder.path, 'mine'))).toEqual(before);
  });

  it('says when the folder is a file', async () => {
    await writeFile(join(folder.path, 'file'), '');
    const { code, stderr } = await convite(['simulate', '--out', 'file'], { folder: folder.path });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'file is no folder (EEXIST).\n' });
    const inside = await convite(['simulate', '--out', 'file/inside'], { folder: folder.path });
    expect(inside.stderr).toBe('file/inside is no folder (ENOTDIR).\n');
  });

  // An administrator may write everywhere but into what the kernel shows of itself, where it does.
  const isForbidden = process.getuid?.() !== 0 || existsSync('/sys/kernel');
  it.skipIf(!isForbidden)(
    `says when nothing may be written${isForbidden ? '' : ' (no such folder here)'}`,
    async () => {
      const { code, stderr } = await convite(['simulate', '--out', '/sys/convite'], { folder: folder.path });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^Nothing may be written into \/sys\/convite \((?:EPERM|EACCES|EROFS)\)\.\n$/u);
    },
  );

  const refusals: readonly (readonly [string, string])[] = [
    ['--voters 0', '--voters 0: between 1 and 1,000,000 can vote.'],
    ['--revotes 1000001', '--revotes 1,000,001: there can be at most 1,000,000.'],
    ['--trustees 3of2', '--trustees 3of2: at least one and at most all of 2 decrypt.'],
    ['--trustees 2of101', '--trustees: between 1 and 100 people can hold the key; 101 cannot.'],
    ['--homomorphic 2:1..1 --shuffles 1', '--shuffles 1: only the ballots of mixed questions are shuffled'],
    ['--mixed 1 --shuffles 4', '--shuffles 4: at least one trustee shuffles, and each once at most: 1 to 3.'],
    ['--homomorphic 2:2..1', '--homomorphic 2:2..1: nobody can answer that.'],
    ['--homomorphic 2:1..3:blank', '--homomorphic 2:1..3:blank: nobody can answer that.'],
    ['--homomorphic 0:0..0', '--homomorphic 0:0..0: nobody can answer that.'],
    ['--homomorphic 2:0..0', '--homomorphic 2:0..0: there is nothing to choose.'],
    ['--homomorphic 1001:0..1', '--homomorphic 1001:0..1: a question has at most 1,000 answers.'],
    ['--mixed 17', '--mixed 17: that is no question of Ed25519.'],
    ['--mixed 0', '--mixed 0: that is no question of Ed25519.'],
    ['--group BELENIOS-2048 --mixed 1', '--mixed 1: that is no question of BELENIOS-2048.'],
    [' --mixed 1'.repeat(33).trim(), 'An election has at most 32 questions; these are 33.'],
  ];
  it.each(refusals)('refuses what cannot be held, in one line, and writes nothing: %s', async (options, says) => {
    const { code, stdout, stderr, names } = await simulate(...options.split(' '));
    expect({ code, stdout, names }).toEqual({ code: 2, stdout: '', names: [] });
    expect(stderr.startsWith(says), stderr).toBe(true);
    expect(stderr.endsWith(' Nothing was written.\n'), stderr).toBe(true);
    const spanish = await simulate(...options.split(' '), '--lang', 'es');
    expect(spanish.stderr).toMatch(/^[^\n]+ No se escribió nada\.\n$/u);
    expect(spanish.stderr).not.toContain('nswer');
  });

  it('explains itself in both languages', async () => {
    const english = await convite(['simulate', '--help', '--lang', 'en']);
    const spanish = await convite(['simulate', '--help', '--lang', 'es']);
    const options = [
      'out',
      'group',
      'homomorphic',
      'mixed',
      'voters',
      'revotes',
      'trustees',
      'shuffles',
      'seed',
      'until',
    ];
    for (const option of options) {
      expect(english.stdout).toContain(`--${option} `);
      expect(spanish.stdout).toContain(`--${option} `);
    }
  });

  it('leaves nothing behind when it is stopped', async () => {
    const entry = fileURLToPath(new URL('../bin/convite.mjs', import.meta.url));
    const out = join(folder.path, 'stopped', 'deeper');
    const child = spawn(process.execPath, [entry, 'simulate', '--out', out, '--voters', '50000', '--until', 'ballots']);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const begun = async (): Promise<boolean> =>
      (await readdir(out).catch((): readonly string[] => [])).includes('.convite-2.part');
    while (!(await begun())) await pause(20);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(await readdir(folder.path)).not.toContain('stopped');
  });
});

describe('a simulation with any options', () => {
  it('is accepted by the verifier', async () => {
    const question = fc.oneof(
      fc
        .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.boolean())
        .map(([a, b, c, blank]) => `--homomorphic ${a + b + c + 1}:${a}..${a + b + 1}${blank ? ':blank' : ''}`),
      fc.integer({ min: 1, max: 3 }).map((ints) => `--mixed ${ints}`),
    );
    const line = fc.record({
      questions: fc.array(question, { maxLength: 2 }),
      voters: fc.integer({ min: 1, max: 5 }),
      revotes: fc.nat(2),
      trustees: fc.constantFrom('1', '1of1', '1of2', '2of2', '3of4'),
      until: fc.constantFrom('setup', 'ballots', 'tally', 'result'),
      seed: fc.constantFrom('', '--seed=Cedro norte'),
    });
    await fc.assert(
      fc.asyncProperty(line, async ({ questions, voters, revotes, trustees, until, seed }) => {
        const text = `--voters ${voters} --revotes ${revotes} --trustees ${trustees} --until ${until}`;
        const options = [...questions, text].join(' ').split(' ');
        const { code, out, names } = await simulate(...options, ...(seed === '' ? [] : [seed]));
        expect(code).toBe(0);
        const archive = names.find((name) => name.endsWith('.bel'));
        expect((await verify(out, archive)).code).toBe(0);
      }),
      { numRuns: 15 },
    );
  });
});
