import { approvalsQuestion, bytesSource } from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';
import { readAnswer } from '@convite/trustee';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from '../workshop.fixture.ts';
import { type WaitingContest, waitingContest, workFile } from './work-file.fixture.ts';

const mixed = { questions: [approvalsQuestion(['1. Pozo', '2. Techo'], '¿Qué obras?')], voters: 50 };

let bakery: WaitingContest;
let school: WaitingContest;
let square: WaitingContest;
let workshop: Workshop;

beforeAll(async () => {
  [bakery, school, square] = await Promise.all([
    waitingContest('a', 'panadería'),
    waitingContest('b', 'escuela'),
    waitingContest('c', 'plaza', mixed),
  ]);
});
beforeEach(async () => {
  workshop = await openWorkshop();
  await workshop.write('ana.key.json', bakery.keys[0] ?? '');
  chmodSync(workshop.at('ana.key.json'), 0o600);
});
afterEach(() => workshop.remove());

async function bring(...contests: readonly WaitingContest[]): Promise<void> {
  writeFileSync(workshop.at('work.zip'), await workFile(contests));
}

const passWith = (key: string, work: string, out: string): readonly string[] => [
  ...['trustee', 'pass', work, '--key', key, '--out', out],
];
const pass = passWith('ana.key.json', 'work.zip', 'answer.zip');

async function answers() {
  const read = await readAnswer(bytesSource(readFileSync(workshop.at('answer.zip'))), nodeSha256);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return Promise.all(read.value.list.contests.map(read.value.answer));
}

describe('trustee pass', () => {
  it('says first how much it is, does all contests, and keeps beside the key what it did', async () => {
    await bring(bakery, square);
    const ran = await workshop.run([...pass, '--lang', 'es']);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stderr).toMatch(
      /^Obras de la comuna: 2 votaciones, .* Todo se comprueba antes de usar su clave\. Tiempo: /u,
    );
    expect(ran.stdout).toContain('Como custodio 1 mezcló usted 1 y descifró 1 de las votaciones.');
    expect(await answers()).toMatchObject([
      { ok: true, value: { kind: 'decryption', file: { owner: 1, uuid: bakery.uuid } } },
      { ok: true, value: { kind: 'shuffle', file: { owner: 1, uuid: square.uuid } } },
    ]);
    expect(readdirSync(workshop.path).toSorted()).toEqual([
      `ana.decrypted-${bakery.uuid}.json`,
      'ana.key.json',
      `ana.shuffled-${square.uuid}.json`,
      'answer.zip',
      'work.zip',
    ]);
  });

  it('names the contest whose archive was tampered with, and does the others', async () => {
    const bytes = Buffer.from(await bakery.archive.read(0, bakery.archive.size));
    const at = bytes.indexOf('"response":"') + 12;
    bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31;
    await bring({ ...bakery, archive: bytesSource(bytes) }, school);
    const ran = await workshop.run(pass);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('REFUSED, and nothing was done with them: 1 contest.');
    expect(ran.stdout).toMatch(/\n {2}a \(Circuito a\): its archive does not pass: 3 at /u);
    expect(await answers()).toMatchObject([{ value: { file: { uuid: school.uuid } } }]);
  });

  it('refuses a key of nobody, a file that was packed again, and a path that is taken', async () => {
    await bring(bakery);
    await workshop.does(['trustee', 'key', '--group', 'Ed25519', '--name', 'Otro', '--out', '.']);
    const foreign = await workshop.run(passWith('otro.key.json', 'work.zip', 'answer.zip'));
    expect(foreign).toMatchObject({ code: 2, stdout: '' });
    expect(foreign.stderr).toContain('belongs to no trustee');
    writeFileSync(workshop.at('again.zip'), Buffer.concat([readFileSync(workshop.at('work.zip')), Buffer.from('x')]));
    const packed = await workshop.run(passWith('ana.key.json', 'again.zip', 'answer.zip'));
    expect(packed).toMatchObject({ code: 1, stdout: '' });
    await workshop.write('answer.zip', '');
    expect(await workshop.run(pass)).toMatchObject({ code: 2, stdout: '' });
    expect(existsSync(workshop.at(`ana.decrypted-${bakery.uuid}.json`))).toBe(false);
  });

  it('refuses a contest of which the key decrypted something else', async () => {
    await bring(bakery);
    expect(await workshop.run(passWith('ana.key.json', 'work.zip', 'first.zip'))).toMatchObject({ code: 0 });
    await bring(await waitingContest('a', 'panadería', { voters: 11 }));
    const ran = await workshop.run(pass);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('this key decrypted something else of this election before');
    expect(existsSync(workshop.at('answer.zip'))).toBe(false);
  });

  it('goes on after a break with what it did, and never leaves half an answer', async () => {
    await bring(bakery, school, square);
    const obstacle = workshop.at(`ana.shuffled-${square.uuid}.json`);
    mkdirSync(obstacle);
    const broken = await workshop.run(pass);
    expect(broken).toMatchObject({ code: 2, stdout: '' });
    expect(existsSync(workshop.at('answer.zip'))).toBe(false);
    rmdirSync(obstacle);
    const first = workshop.read(`ana.decrypted-${bakery.uuid}.json`);
    const ran = await workshop.run(pass);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain('For 2 contests it is the same as before.');
    expect(workshop.read(`ana.decrypted-${bakery.uuid}.json`)).toBe(first);
    expect(existsSync(workshop.at('answer.zip.part'))).toBe(false);
    const again = await workshop.run(passWith('ana.key.json', 'work.zip', 'second.zip'));
    expect(again).toMatchObject({ code: 0 });
  });
});
