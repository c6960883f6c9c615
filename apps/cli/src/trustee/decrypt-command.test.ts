import { copyFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  castBallots,
  holdCeremony,
  keyOf,
  openElection,
  openWorkshop,
  shuffleBy,
  type Workshop,
} from '../workshop.fixture.ts';

let workshop: Workshop;

const decrypt = (member: string, archive = 'street.bel'): readonly string[] => [
  ...['trustee', 'decrypt', '--archive', archive, '--key', keyOf(member), '--out', 'out'],
];
const shuffle = (member: string, archive = 'street.bel'): readonly string[] => [
  ...['trustee', 'shuffle', '--archive', archive, '--key', keyOf(member), '--out', 'out'],
];

async function refusal(args: readonly string[], code: number): Promise<string> {
  const ran = await workshop.run(args);
  expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code, stdout: '' });
  return ran.stderr;
}

const uuidOf = (archive: string): string => /"uuid":"(\w+)"/u.exec(workshop.read(archive))?.[1] ?? '';

/** A copy of the archive as it stands now. */
function keep(name: string): void {
  copyFileSync(workshop.at('street.bel'), workshop.at(name));
}

beforeAll(async () => {
  workshop = await openWorkshop();
  await holdCeremony(workshop);
  const [first = '', second = '', third = ''] = await openElection(workshop);
  await castBallots(workshop, [
    [first, '[[0,1,0,0],[1]]'],
    [second, '[[0,0,1,0],[2]]'],
  ]);
  keep('open.bel');
  await workshop.does(['board', 'close', 'street.bel']);
  keep('closed.bel');
  await shuffleBy(workshop, ['ana', 'beto']);
  // The same election as a dishonest host might show it to another trustee: one ballot more.
  copyFileSync(workshop.at('street.bel'), workshop.at('honest.bel'));
  copyFileSync(workshop.at('open.bel'), workshop.at('street.bel'));
  for (const name of readdirSync(workshop.at('shared')))
    if (name.startsWith('shuffle')) rmSync(workshop.at('shared', name));
  rmSync(workshop.at('ballot-1.json'));
  await castBallots(workshop, [[third, '[[0,0,0,1],[4]]']]);
  await workshop.does(['board', 'close', 'street.bel']);
  await shuffleBy(workshop, ['ana', 'beto']);
  copyFileSync(workshop.at('street.bel'), workshop.at('other.bel'));
  copyFileSync(workshop.at('honest.bel'), workshop.at('street.bel'));
}, 120_000);
afterAll(() => workshop.remove());

describe('before a key is used', () => {
  it('the whole archive is checked, and what fails is told with its number and place', async () => {
    const bytes = Buffer.from(workshop.read('street.bel'), 'utf8');
    const at = bytes.indexOf('"response":"') + 12;
    bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31;
    await workshop.write('altered.bel', bytes.toString('utf8'));
    const said = await refusal(decrypt('ana', 'altered.bel'), 1);
    expect(said).toContain('REFUSED: altered.bel does not pass, and nothing was done with it: one check fails:\n  3 ');
    expect(said).toContain('npm run -s convite -- verify altered.bel');
    expect(await refusal(decrypt('ana', 'trustees.json'), 2)).toContain('is not the archive of an election');
    expect(await refusal(decrypt('ana', 'nowhere.bel'), 2)).toContain('There is no file nowhere.bel');
  });

  it('the election must stand where that work belongs', async () => {
    expect(await refusal(decrypt('ana', 'open.bel'), 2)).toContain('Not now. The vote is open');
    expect(await refusal(shuffle('ana', 'open.bel'), 2)).toContain('Not now. The vote is open');
    expect(await refusal(shuffle('carla'), 2)).toContain('Shuffles come after the encrypted tally');
  });

  it('nothing is decrypted that was not shuffled, whatever the order of events allows', async () => {
    expect(await refusal(decrypt('ana', 'closed.bel'), 1)).toContain(
      'at least two trustees must shuffle, and nobody has',
    );
  });

  it('the key must be that of a trustee of this election', async () => {
    await workshop.does(['trustee', 'key', '--group', 'Ed25519', '--name', 'Otra', '--out', 'otra']);
    expect(await refusal(decrypt('otra'), 2)).toContain('belongs to no trustee in its list');
    expect(
      await refusal(['trustee', 'decrypt', '--archive', 'street.bel', '--key', 'ana/ana.secret.json'], 2),
    ).toContain('is not a key file');
  });

  it('a seed is refused, as secrets are drawn at random', async () => {
    expect(await refusal([...decrypt('ana'), '--seed', 'Cedro'], 2)).toContain('A seed is for simulations alone');
  });
});

describe('an archive that names a trustee for a shuffle that somebody else made', () => {
  const named = (member: string, ...more: readonly string[]): readonly string[] => [
    ...['--archive', 'claimed.bel', '--key', keyOf(member), ...more],
  ];

  beforeAll(async () => {
    const { does, read, write } = workshop;
    copyFileSync(workshop.at('closed.bel'), workshop.at('claimed.bel'));
    await does(['trustee', 'shuffle', ...named('ana', '--out', 'claimed')]);
    const claimed = read('claimed/shuffle-1-ana.json').replace('"owner":1', '"owner":3');
    await write('claimed.json', claimed);
    await does(['board', 'add', 'claimed.bel', 'claimed.json']);
  });

  it('is refused by that trustee before the next shuffle, and told to whoever asks how it stands', async () => {
    for (const task of ['shuffle', 'status'] as const) {
      const said = await refusal(['trustee', task, ...named('carla')], 1);
      expect(said).toContain('REFUSED: claimed.bel says that you, trustee 3, made the shuffle of event 5');
      expect(said).toContain('this key has shuffled nothing of this election');
    }
  });

  it('is refused before the decryption, unless the trustee shows that it is the own one', async () => {
    const { does } = workshop;
    await does(['trustee', 'shuffle', ...named('beto', '--out', 'claimed')]);
    await does(['board', 'add', 'claimed.bel', 'claimed/shuffle-2-beto.json']);
    await does(['board', 'end-shuffles', 'claimed.bel']);
    const out = ['--out', 'claimed'] as const;
    expect(await refusal(['trustee', 'decrypt', ...named('carla', ...out)], 1)).toContain(
      'trustee 3, made the shuffle',
    );
    const other = ['--own-shuffle', 'claimed/shuffle-2-beto.json'] as const;
    expect(await refusal(['trustee', 'decrypt', ...named('carla', ...out, ...other)], 1)).toContain(
      'it is none of those that this key has made',
    );
    expect(readdirSync(workshop.at('carla')).filter((name) => name.includes('.decrypted-'))).toEqual([]);
    const own = ['--own-shuffle', 'claimed.json'] as const;
    await does(['trustee', 'decrypt', ...named('carla', ...out, ...own)]);
    rmSync(workshop.at('carla', `carla.decrypted-${uuidOf('claimed.bel')}.json`));
  });
});

describe('a decryption', () => {
  it('says size and time before, is recorded beside the key, and is the same to the byte when asked again', async () => {
    const { code, stderr } = await workshop.run(decrypt('ana'));
    expect(code).toBe(0);
    expect(stderr).toMatch(/Decrypting your part of 6 ciphertexts: about \d+ s\./u);
    expect(stderr).toContain('only 2 ballots count. Under 50, whole ballots');
    const first = workshop.read('out/decryption-1-ana.json');
    const [record = ''] = readdirSync(workshop.at('ana')).filter((name) => name.includes('.decrypted-'));
    expect(workshop.read(`ana/${record}`)).toBe(first);
    expect(statSync(workshop.at('ana', record)).mode & 0o777).toBe(0o600);
    rmSync(workshop.at('out/decryption-1-ana.json'));
    expect(await workshop.does(decrypt('ana'))).toContain('The same as before');
    expect(workshop.read('out/decryption-1-ana.json')).toBe(first);
  });

  it('is refused when something else of the same election was decrypted with the key', async () => {
    await workshop.does(decrypt('beto'));
    const before = workshop.read('out/decryption-2-beto.json');
    expect(await refusal(decrypt('beto', 'other.bel'), 1)).toContain('REFUSED: with this key something else');
    expect(workshop.read('out/decryption-2-beto.json')).toBe(before);
  });

  it('is not made again once it stands in the archive, and status says so', async () => {
    await workshop.run(decrypt('ana'));
    copyFileSync(workshop.at('street.bel'), workshop.at('goes-on.bel'));
    await workshop.does(['board', 'add', 'goes-on.bel', 'out/decryption-1-ana.json']);
    expect(await refusal(decrypt('ana', 'goes-on.bel'), 2)).toContain('Trustee 1 has decrypted already');
    const status = await workshop.does(['trustee', 'status', '--key', keyOf('ana'), '--archive', 'goes-on.bel']);
    expect(status).toContain('You are its trustee 1.\nYou have decrypted.');
    expect(status).toContain('ana/ana.decrypted-');
    const waits = await workshop.does(['trustee', 'status', '--key', keyOf('carla'), '--archive', 'goes-on.bel']);
    expect(waits).toContain('It is your turn to decrypt:');
    const { stderr } = await workshop.run(['board', 'result', 'goes-on.bel']);
    expect(stderr).toContain('Not yet: 1 more of the trustees 2, 3 must decrypt.');
  });

  it('of another election cannot be added, nor one whose section was altered', async () => {
    await workshop.run(decrypt('carla'));
    const file = workshop.read('out/decryption-3-carla.json');
    const uuid = /"uuid":"(\w+)"/u.exec(file)?.[1] ?? '';
    await workshop.write('elsewhere.json', file.replace(`"uuid":"${uuid}"`, '"uuid":"CaLLeCedro12345"'));
    copyFileSync(workshop.at('street.bel'), workshop.at('fresh.bel'));
    expect(await refusal(['board', 'add', 'fresh.bel', 'elsewhere.json'], 2)).toContain('is of another election');
    const altered = file.replace(
      /("section":.*"response":")(\d)/u,
      (_, start, digit) => start + (digit === '1' ? '2' : '1'),
    );
    await workshop.write('altered.json', altered);
    expect(await refusal(['board', 'add', 'fresh.bel', 'altered.json'], 1)).toContain('123 side file');
    expect(readdirSync(workshop.path)).not.toContain('fresh.side.json');
  });
});

describe('a shuffle', () => {
  it('is made once by each trustee, and named by its maker', async () => {
    copyFileSync(workshop.at('closed.bel'), workshop.at('again.bel'));
    await workshop.does(shuffle('carla', 'again.bel'));
    await workshop.does(['board', 'add', 'again.bel', 'out/shuffle-3-carla.json']);
    expect(await refusal(shuffle('carla', 'again.bel'), 2)).toContain('Trustee 3 has shuffled already');
    expect(await refusal(['board', 'end-shuffles', 'again.bel'], 1)).toContain('and one has');
    const status = await workshop.does(['trustee', 'status', '--key', keyOf('carla'), '--archive', 'again.bel']);
    expect(status).toContain('You have shuffled.');
    await workshop.run(decrypt('ana'));
    const both = ['board', 'add', 'closed.bel', 'out/shuffle-3-carla.json', 'out/decryption-1-ana.json'];
    expect(await refusal(both, 2)).toContain('Not now. The vote has ended and the ballots are being shuffled.');
  });
});

describe('a simulation', () => {
  it('is refused with its archive and its keys, unless it is said to be practice', async () => {
    const { does } = workshop;
    await does(['simulate', '--out', 'practice', '--seed', 'Cedro', '--mixed', '1', '--until', 'tally']);
    const names = readdirSync(workshop.at('practice'));
    const archive = `practice/${names.find((name) => name.endsWith('.bel'))}`;
    const secrets = `practice/${names.find((name) => name.endsWith('.jsonl'))}`;
    const args = ['trustee', 'shuffle', '--archive', archive, '--key', secrets, '--owner', '2', '--out', 'out'];
    expect(await refusal(args, 2)).toContain('belongs to a simulation');
    expect(await refusal(shuffle('ana', archive), 2)).toContain('belongs to a simulation');
    expect(await does([...args, '--rehearsal'])).toContain('shuffle-2-simulation-2.json');
    await does(['board', 'add', archive, 'out/shuffle-2-simulation-2.json']);
    await does([...args.with(7, '1'), '--rehearsal']);
    await does(['board', 'add', archive, 'out/shuffle-1-simulation-1.json']);
    await does(['board', 'end-shuffles', archive]);
    for (const owner of ['1', '3']) {
      await does([...args.with(1, 'decrypt').with(7, owner), '--rehearsal']);
      await does(['board', 'add', archive, `out/decryption-${owner}-simulation-${owner}.json`]);
    }
    await does(['board', 'result', archive]);
    const real = ['trustee', 'shuffle', '--archive', 'closed.bel', '--key', secrets, '--out', 'out'];
    expect(await refusal(real, 2)).toContain('belongs to a simulation');
    expect(await refusal([...args.with(7, '9'), '--rehearsal'], 2)).toContain('of a simulation with this trustee');
  });
});
