import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from '../workshop.fixture.ts';
import { holds } from './backup.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
  const { does } = workshop;
  mkdirSync(workshop.at('stick 1'));
  mkdirSync(workshop.at('stick 2'));
  await does(['trustee', 'key', '--group', 'Ed25519', '--name', 'José Ñandú', '--out', 'own']);
  await does(['trustee', 'assemble', '--single', 'own/trustee-jose-nandu.json', '--out', 'trustees.json']);
});
afterAll(() => workshop.remove());

const key = 'own/jose-nandu.key.json';
const backup = ['trustee', 'backup', '--key', key, '--to', 'stick 1', '--to', 'stick 2', '--paper', 'paper.txt'];
const restore = ['trustee', 'restore', '--trustees', 'trustees.json', '--out', 'again.json'];

async function refusal(args: readonly string[], code: number, stdin = ''): Promise<string> {
  const ran = await workshop.run(args, { stdin });
  expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code, stdout: '' });
  return ran.stderr;
}

/** The words of the sheet, as a person copies them. */
const wordsOnPaper = (): readonly string[] =>
  [...workshop.read('paper.txt').matchAll(/^(?: *\d+ \S+ *)+$/gmu)].flatMap(([line]) => line.match(/\p{L}+/gu) ?? []);

beforeEach(() => {
  for (const name of ['paper.txt', 'again.json']) rmSync(workshop.at(name), { force: true });
  for (const stick of ['stick 1', 'stick 2']) rmSync(workshop.at(stick, 'jose-nandu.key.json'), { force: true });
});

describe('a key by itself', () => {
  it('is written for its owner alone, with a public part in which everything holds', () => {
    expect(statSync(workshop.at(key)).mode & 0o777).toBe(0o600);
    expect(statSync(workshop.at('own/trustee-jose-nandu.json')).mode & 0o777).toBe(0o644);
    expect(workshop.read('trustees.json')).toContain('"name":"José Ñandú"');
  });

  it('is never overwritten', async () => {
    const before = workshop.read(key);
    const again = ['trustee', 'key', '--group', 'Ed25519', '--name', 'José Ñandú', '--out', 'own'];
    expect(await refusal(again, 2)).toContain('is there already');
    expect(workshop.read(key)).toBe(before);
  });

  it('rehearses with the stored file, and no other key can in its place', async () => {
    const { does } = workshop;
    const rehearsal = ['trustee', 'rehearse', '--trustees', 'trustees.json'];
    await does([...rehearsal, '--key', key, '--out', 'handed in']);
    const [name = ''] = readdirSync(workshop.at('handed in'));
    expect(await does([...rehearsal, `handed in/${name}`])).toContain('Everybody has rehearsed');
    expect(await workshop.run(rehearsal)).toMatchObject({ code: 1, stderr: '' });
    await does(['trustee', 'key', '--group', 'Ed25519', '--name', 'Otra', '--out', 'other']);
    expect(await refusal([...rehearsal, '--key', 'other/otra.key.json'], 2)).toContain('belongs to no trustee');
    const factor = /"factor":"(\w+)"/u.exec(workshop.read(`handed in/${name}`))?.[1] ?? '';
    const publicKey = /"public_key":"(\w+)"/u.exec(workshop.read(key))?.[1] ?? '';
    await workshop.write('forged.json', workshop.read(`handed in/${name}`).replace(factor, publicKey));
    expect(await refusal([...rehearsal, 'forged.json'], 1)).toContain('the rehearsal does not hold');
  });

  it('is found damaged before it is used', async () => {
    const text = workshop.read(key).replace(/"secret":"(\d)/u, (_, digit) => `"secret":"${digit === '1' ? '2' : '1'}`);
    await workshop.write('damaged.json', text);
    expect(await refusal(['trustee', 'status', '--key', 'damaged.json'], 2)).toContain('is damaged');
    await workshop.write('empty.json', '{}');
    expect(await refusal(['trustee', 'status', '--key', 'empty.json'], 2)).toContain('is not a key file');
  });

  it('is warned about where others can read it', async () => {
    await workshop.write('open.json', workshop.read(key));
    chmodSync(workshop.at('open.json'), 0o644);
    const { code, stderr } = await workshop.run(['trustee', 'status', '--key', 'open.json']);
    expect(code).toBe(0);
    expect(stderr).toContain('others on this machine can read open.json');
  });
});

describe('a backup', () => {
  it.each(['es', 'en'])('is on two media byte for byte, and comes back from its words on paper (%s)', async (words) => {
    const { stdout, stderr } = await workshop.run([...backup, '--words', words]);
    expect(stdout).toContain('2 copies, read again and equal');
    expect(stderr).toContain('lie on the same medium');
    for (const stick of ['stick 1', 'stick 2']) {
      expect(workshop.read(`${stick}/jose-nandu.key.json`)).toBe(workshop.read(key));
      expect(statSync(workshop.at(stick, 'jose-nandu.key.json')).mode & 0o777).toBe(0o600);
    }
    expect(statSync(workshop.at('paper.txt')).mode & 0o777).toBe(0o600);
    expect(wordsOnPaper()).toHaveLength(24);
    await workshop.does([...restore, '--words', words], { stdin: `${wordsOnPaper().join(' ').toUpperCase()}\n` });
    expect(workshop.read('again.json')).toBe(workshop.read(key));
    expect(stdout + stderr).not.toContain(wordsOnPaper().slice(0, 3).join(' '));
  });

  it('is read again: a medium that keeps one byte otherwise is found out', async () => {
    const bytes = Buffer.from(workshop.read(key));
    expect(await holds(workshop.at(key), bytes)).toBe(true);
    expect(await holds(workshop.at(key), bytes.with(5, 0))).toBe(false);
    expect(await holds(workshop.at(key), bytes.subarray(1))).toBe(false);
  });

  it('needs two media, and folders that are there', async () => {
    expect(await refusal(['trustee', 'backup', '--key', key, '--to', 'stick 1'], 2)).toContain('Two media at least');
    const nowhere = ['trustee', 'backup', '--key', key, '--to', 'stick 1', '--to', 'stick 3'];
    expect(await refusal(nowhere, 2)).toContain('There is no file stick 3');
    expect(readdirSync(workshop.at('stick 1'))).toEqual([]);
  });
});

describe('a key of the largest group', () => {
  it('stands in eight rows of words, and comes back from them', async () => {
    const { does } = workshop;
    await does(['trustee', 'key', '--group', 'RFC-3526-2048', '--name', 'Grande', '--out', 'large']);
    const large = ['trustee', 'backup', '--key', 'large/grande.key.json', '--to', 'stick 1', '--to', 'stick 2'];
    await does([...large, '--paper', 'paper.txt', '--words', 'es']);
    expect(wordsOnPaper()).toHaveLength(192);
    expect(workshop.read('paper.txt')).toContain('Row 8');
    const public_ = [
      'trustee',
      'restore',
      '--public',
      'large/trustee-grande.json',
      '--out',
      'again.json',
      '--words',
      'es',
    ];
    await does(public_, { stdin: wordsOnPaper().join('\n') });
    expect(workshop.read('again.json')).toBe(workshop.read('large/grande.key.json'));
    rmSync(workshop.at('again.json'));
    const wrong = wordsOnPaper().with(30, wordsOnPaper()[30] === 'zurdo' ? 'ábaco' : 'zurdo');
    expect(await refusal(public_, 2, wrong.join(' '))).toContain('row 2');
    for (const stick of ['stick 1', 'stick 2']) rmSync(workshop.at(stick, 'grande.key.json'));
  });
});

describe('words that were typed', () => {
  const typed = async (change: (words: readonly string[]) => readonly string[]): Promise<string> => {
    await workshop.run([...backup, '--words', 'en']);
    return change(wordsOnPaper()).join(' ');
  };
  const other = (word: string | undefined): string => (word === 'zoo' ? 'abandon' : 'zoo');

  it.each([
    ['one too few', (words: readonly string[]) => words.slice(1), 'There should be 24 words, and these are 23'],
    [
      'a mistyped one',
      (words: readonly string[]) => words.with(4, 'abandn'),
      'Word 5 is not in the list. Perhaps: abandon',
    ],
    ['a word of nowhere', (words: readonly string[]) => words.with(0, 'qqqqqqqq'), 'Word 1 is not in the list. Look'],
    ['one exchanged', (words: readonly string[]) => words.with(8, other(words[8])), 'Word 9 is probably not the one'],
  ] as const)('are refused with %s, and it is said where', async (_, change, told) => {
    expect(await refusal([...restore, '--words', 'en'], 2, await typed(change))).toContain(told);
    expect(readdirSync(workshop.path)).not.toContain('again.json');
  });

  it('are refused when they are those of another key', async () => {
    await workshop.does(['trustee', 'key', '--group', 'Ed25519', '--name', 'Nadie', '--out', 'nobody']);
    const public_ = [
      'trustee',
      'restore',
      '--public',
      'nobody/trustee-nadie.json',
      '--out',
      'again.json',
      '--words',
      'en',
    ];
    expect(await refusal(public_, 2, await typed((words) => words))).toContain('but of no key in this list');
  });
});
