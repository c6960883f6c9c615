import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  castBallots,
  holdCeremony,
  keyOf,
  members,
  openElection,
  openWorkshop,
  openWeightedElection,
  shuffleBy,
  type Workshop,
} from '../workshop.fixture.ts';

let workshop: Workshop;
let codes: readonly string[] = [];

beforeAll(async () => {
  workshop = await openWorkshop();
  const { does } = workshop;
  await holdCeremony(workshop);
  for (const member of members) {
    await does(['trustee', 'rehearse', '--trustees', 'trustees.json', '--key', keyOf(member), '--out', 'shared']);
  }
  codes = await openElection(workshop);
  const [first = '', second = '', third = ''] = codes;
  await castBallots(workshop, [
    [first, '[[0,1,0,1],[5]]'],
    [second, '[[1,0,0,0],[0]]'],
    [third, '[[0,0,1,0],[7]]'],
    [first, '[[0,0,0,1],[2]]'],
  ]);
  await does(['board', 'close', 'street.bel']);
  await shuffleBy(workshop, ['ana', 'carla']);
  for (const [number, name] of [
    [2, 'beto'],
    [3, 'carla'],
  ] as const) {
    await does(['trustee', 'decrypt', '--archive', 'street.bel', '--key', keyOf(name), '--out', 'shared']);
    await does(['board', 'add', 'street.bel', `shared/decryption-${number}-${name}.json`]);
  }
  await does(['board', 'result', 'street.bel']);
}, 120_000);
afterAll(() => workshop.remove());

/** All files below the workshop, by their names in it. */
const files = (): readonly string[] =>
  readdirSync(workshop.path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(workshop.path, name)).isFile(),
  );

describe('an election held by files alone, of two questions and two of three trustees', () => {
  it('passes every check, those of our own policy and of the side file too', async () => {
    const { code, stdout } = await workshop.run([
      ...['verify', 'street.bel', '--strict', '--side', 'street.side.json', '--json'],
    ]);
    const report: unknown = JSON.parse(stdout);
    expect({ code, report }).toMatchObject({
      code: 0,
      report: { accepted: true, election: { name: 'Calle Cedro', state: 'finished' }, failures: [] },
    });
  });

  it('counts of each code the last ballot alone', async () => {
    const shown = await workshop.does(['inspect', 'street.bel']);
    for (const total of [/blank\s+1\n/u, /Farolas\s+0\n/u, /Bancos\s+1\n/u, /Árboles\s+1\n/u]) {
      expect(shown).toMatch(total);
    }
    expect(shown).toContain('4 ballots on the board, of 3 credentials');
  });

  it('keeps every secret out of everything that was said, and out of every file for others', () => {
    const secrets = [
      ...codes,
      ...members.map((member) => /"secret":"(\d+)"/u.exec(workshop.read(keyOf(member)))?.[1] ?? '?'),
      ...members.map((member) => /"seed":"(\w+)"/u.exec(workshop.read(`${member}/${member}.secret.json`))?.[1] ?? '?'),
    ];
    expect(secrets.every((secret) => secret.length > 20)).toBe(true);
    const isPrivate = (name: string): boolean => /PRIVATE|\.(?:key|secret)\.json$/u.test(name);
    const texts = [
      ...workshop.said,
      ...files()
        .filter((name) => !isPrivate(name))
        .map((name) => workshop.read(name)),
    ];
    for (const secret of secrets) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  });

  it('lets nobody but their owner read the files with secrets', () => {
    const open = files().filter((name) => (statSync(join(workshop.path, name)).mode & 0o077) === 0);
    const owned = (member: string): readonly string[] => [
      ...[`${member}/${member}.key.json`, `${member}/${member}.secret.json`, `${member}/${member}.dealt.json`],
    ];
    expect(open.filter((name) => !/\.(?:decrypted|shuffled)-/u.test(name)).toSorted()).toEqual(
      [...members.flatMap(owned), 'codes/PRIVATE-credentials.csv', 'codes/PRIVATE-slips.html'].toSorted(),
    );
  });

  it('leaves nothing half-written', () => {
    expect(files().filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('takes nothing more once the result is there', async () => {
    const again = await workshop.run(['board', 'add', 'street.bel', 'shared/decryption-2-beto.json']);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('Not now. The result is published');
  });
});

describe('an election whose votes weigh differently, with one trustee who decrypts alone', () => {
  it('is held by files alone as well, in a group that the stock tool knows', async () => {
    const other = await openWorkshop();
    const { does } = other;
    await does(['trustee', 'key', '--group', 'BELENIOS-2048', '--name', 'Ana', '--out', 'own']);
    await does(['trustee', 'assemble', '--single', 'own/trustee-ana.json', '--out', 'trustees.json']);
    const questions = [{ question: '¿Fiesta?', answers: ['Sí', 'No'], min: 1, max: 1 }];
    const [first = '', second = ''] = await openWeightedElection(other, { rules: 'ab'.repeat(32), questions });
    await castBallots(other, [
      [first, '[[1,0]]'],
      [second, '[[0,1]]'],
    ]);
    await does(['board', 'close', 'street.bel']);
    const shuffle = await other.run(['trustee', 'shuffle', '--archive', 'street.bel', '--key', 'own/ana.key.json']);
    expect(shuffle).toMatchObject({ code: 2, stdout: '' });
    expect(shuffle.stderr).toContain('Nothing is shuffled in this election');
    await does(['trustee', 'decrypt', '--archive', 'street.bel', '--key', 'own/ana.key.json']);
    await does(['board', 'add', 'street.bel', 'decryption-1-ana.json']);
    await does(['board', 'result', 'street.bel']);
    await does(['verify', 'street.bel', '--strict', '--side', 'street.side.json']);
    await does(['registrar', 'check', 'codes', '--archive', 'street.bel']);
    const shown = await does(['inspect', 'street.bel']);
    expect(shown).toMatch(/Sí\s+3\n/u);
    expect(shown).toMatch(/No\s+5\n/u);
    await other.remove();
  });
});

describe('a file that would not pass', () => {
  it('leaves the archive as it was, and the check that fails is told', async () => {
    const other = await openWorkshop();
    await holdCeremony(other);
    const [code = ''] = await openElection(other);
    await castBallots(other, [[code, '[[0,1,0,0],[1]]']]);
    const before = other.read('street.bel');
    const ballot = other.read('ballot-1.json');
    const altered = ballot.replace(/"response":"(\d)/u, (_, digit) => `"response":"${digit === '1' ? '2' : '1'}`);
    for (const [name, content, check] of [
      ['again.json', ballot, '54 event 2, ballot: '],
      ['altered.json', altered, '58 event 2, ballot'],
    ] as const) {
      await other.write(name, content);
      const { code: ended, stdout, stderr } = await other.run(['board', 'add', 'street.bel', name]);
      expect({ ended, stdout }).toEqual({ ended: 1, stdout: '' });
      expect(stderr).toContain('REFUSED: the archive stays as it was');
      expect(stderr).toContain(check);
      expect(other.read('street.bel')).toBe(before);
    }
    await other.remove();
  });
});
