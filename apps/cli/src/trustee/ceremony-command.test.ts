import { readdirSync, renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdCeremony, openWorkshop, type Workshop } from '../workshop.fixture.ts';

let workshop: Workshop;
beforeEach(async () => void (workshop = await openWorkshop()));
afterEach(() => workshop.remove());

const dealOf = (member: string): readonly string[] => [
  ...['trustee', 'ceremony', 'deal', '--key', `${member}/${member}.secret.json`, '--folder', 'shared'],
];
const shareOf = (member: string): readonly string[] => dealOf(member).with(2, 'share');

/** What of a file of the ceremony is changed here. */
interface StepFile {
  readonly content: { readonly secrets: readonly string[]; readonly signature: object };
}

const parsed = (text: string): StepFile => JSON.parse(text);

/** Changes a file of the ceremony as its author, or whoever carries it, could. */
async function alter(name: string, change: (file: StepFile) => object): Promise<void> {
  await workshop.write(name, JSON.stringify(change(parsed(workshop.read(name)))));
}

async function refusal(args: readonly string[], code: number): Promise<string> {
  const ran = await workshop.run(args);
  expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code, stdout: '' });
  return ran.stderr;
}

describe('a ceremony', () => {
  it('tells each member the next step, and shows all the same hash to compare aloud', async () => {
    await holdCeremony(workshop);
    const hashes = workshop.said.flatMap(
      (said) => /the whole ceremony:\n {2}(.+)\n {2}(.+)\n/u.exec(said)?.slice(1) ?? [],
    );
    expect(hashes).toHaveLength(6);
    expect(new Set(hashes).size).toBe(2);
    expect(workshop.said[0]).toContain('trustee ceremony deal --key ana/ana.secret.json --folder shared');
    expect(readdirSync(workshop.at('shared')).toSorted()).toEqual([
      ...['1-certificate-1-ana.json', '1-certificate-2-beto.json', '1-certificate-3-carla.json'],
      ...['2-deal-1-ana.json', '2-deal-2-beto.json', '2-deal-3-carla.json'],
      ...['3-key-1-ana.json', '3-key-2-beto.json', '3-key-3-carla.json'],
    ]);
  });

  it('names the member who dealt somebody a wrong share', async () => {
    await holdCeremony(workshop, 'deal');
    // Beto deals twice, and gives Ana a share of the one polynomial and everybody the images of the other.
    const first = parsed(workshop.read('shared/2-deal-2-beto.json'));
    for (const name of ['beto/beto.dealt.json', 'shared/2-deal-2-beto.json']) rmSync(workshop.at(name));
    await workshop.does(dealOf('beto'));
    await alter('shared/2-deal-2-beto.json', ({ content, ...file }) => ({
      ...file,
      content: { ...content, secrets: content.secrets.with(0, first.content.secrets[0] ?? '') },
    }));
    const said = await refusal(shareOf('ana'), 1);
    expect(said).toContain(
      'member 2, beto: the share for you is not the one that the public part of the deal promises',
    );
    expect(said).not.toContain('carla');
    expect(readdirSync(workshop.at('ana')).toSorted()).toEqual(['ana.dealt.json', 'ana.secret.json']);
  });

  it('names the member whose part for somebody else was put in the place of the own one', async () => {
    await holdCeremony(workshop, 'deal');
    await alter('shared/2-deal-2-beto.json', ({ content, ...file }) => ({
      ...file,
      content: { ...content, secrets: content.secrets.with(0, content.secrets[1] ?? '') },
    }));
    expect(await refusal(shareOf('ana'), 1)).toContain('member 2, beto: the sealed part for you does not open');
  });

  it.each([
    ['en', 'member 3, carla: the certificate is not signed with its own key'],
    ['es', 'miembro 3, carla: el certificado no está firmado con su propia clave'],
  ])('names the member whose certificate is not signed (%s)', async (lang, told) => {
    await holdCeremony(workshop, 'certificate');
    await alter('shared/1-certificate-3-carla.json', ({ content, ...file }) => ({
      ...file,
      content: { ...content, signature: { ...content.signature, response: '1' } },
    }));
    expect(await refusal([...dealOf('ana'), '--lang', lang], 1)).toContain(told);
  });

  it('waits for those who are missing, by number', async () => {
    await holdCeremony(workshop, 'certificate');
    rmSync(workshop.at('shared', '1-certificate-2-beto.json'));
    expect(await refusal(dealOf('ana'), 2)).toContain('1-certificate-… is missing of member 2');
  });

  it('refuses two files of one member, and files of another ceremony', async () => {
    await holdCeremony(workshop, 'certificate');
    await workshop.write('shared/1-certificate-2-otro.json', workshop.read('shared/1-certificate-2-beto.json'));
    expect(await refusal(dealOf('ana'), 2)).toContain('Of member 2 there are two files');
    await alter('shared/1-certificate-2-otro.json', (file) => ({ ...file, threshold: 3 }));
    expect(await refusal(dealOf('ana'), 2)).toContain('is of another ceremony');
  });

  it('gives the same deal again, and none for other certificates', async () => {
    await holdCeremony(workshop, 'deal');
    const first = workshop.read('shared/2-deal-1-ana.json');
    rmSync(workshop.at('shared', '2-deal-1-ana.json'));
    await workshop.does(dealOf('ana'));
    expect(workshop.read('shared/2-deal-1-ana.json')).toBe(first);

    renameSync(workshop.at('shared'), workshop.at('before'));
    renameSync(workshop.at('beto'), workshop.at('beto before'));
    const again = [
      'trustee',
      'ceremony',
      'certificate',
      '--group',
      'Ed25519',
      '--trustees',
      '2of3',
      '--folder',
      'shared',
    ];
    await workshop.does([...again, '--member', '2', '--name', 'beto', '--key', 'beto/beto.secret.json']);
    for (const name of ['1-certificate-1-ana.json', '1-certificate-3-carla.json']) {
      await workshop.write(`shared/${name}`, workshop.read(`before/${name}`));
    }
    expect(await refusal(dealOf('ana'), 1)).toContain('REFUSED: you have dealt already, with other certificates');
  });

  it('makes no share of deals that were made with other certificates, and no list of shares of other deals', async () => {
    await holdCeremony(workshop, 'share');
    const other = '0'.repeat(64);
    await alter('shared/3-key-2-beto.json', (file) => ({ ...file, transcript: other }));
    const assemble = ['trustee', 'assemble', '--folder', 'shared', '--out', 'trustees.json'];
    expect(await refusal(assemble, 1)).toContain('beto had other files before them');
    await alter('shared/2-deal-3-carla.json', (file) => ({ ...file, certificates: other }));
    expect(await refusal(assemble, 1)).toContain('carla had other files before them');
  });

  it('keeps the secret out of the folder that everybody gets', async () => {
    const args = ['trustee', 'ceremony', 'certificate', '--group', 'Ed25519', '--trustees', '2of3', '--member', '1'];
    const inside = [...args, '--name', 'Ana', '--folder', 'shared', '--key', 'shared/ana.secret.json'];
    expect(await refusal(inside, 2)).toContain('must not lie in shared');
  });

  it('warns where one alone can open everything, and where one lost key loses all', async () => {
    const args = ['trustee', 'ceremony', 'certificate', '--group', 'Ed25519', '--member', '1', '--name', 'Ana'];
    const one = await workshop.run([...args, '--trustees', '1of3', '--folder', 'a', '--key', 'one.json']);
    expect(one).toMatchObject({ code: 0 });
    expect(one.stderr).toContain('each member alone can open everything');
    const all = await workshop.run([...args, '--trustees', '3of3', '--folder', 'b', '--key', 'all.json']);
    expect(all.stderr).toContain('If one key is lost');
  });

  it.each([
    ['0of3', '1'],
    ['4of3', '1'],
    ['two', '1'],
    ['2of3', '4'],
    ['2of3', '0'],
  ])('refuses %s trustees with member %s', async (trustees, member) => {
    const args = ['trustee', 'ceremony', 'certificate', '--group', 'Ed25519', '--name', 'Ana', '--folder', 'shared'];
    await refusal([...args, '--trustees', trustees, '--member', member], 2);
    expect(readdirSync(workshop.path)).toEqual([]);
  });

  it.each([
    ['without a letter', ' \t '],
    ['longer than the files take', 'A'.repeat(201)],
  ])('and a single key begin with no name %s', async (_, name) => {
    const given = ['--group', 'Ed25519', '--name', name];
    const size = ['--trustees', '2of3', '--member', '1', '--folder', 'shared'];
    const told = 'Write your name after --name, with 1 to 200 letters.';
    expect(await refusal(['trustee', 'ceremony', 'certificate', ...given, ...size], 2)).toContain(told);
    expect(await refusal(['trustee', 'key', ...given, '--out', 'own'], 2)).toContain(told);
    expect(readdirSync(workshop.path)).toEqual([]);
  });

  it('is held in a group of finite fields as well', async () => {
    const { does } = workshop;
    await does([
      ...['trustee', 'ceremony', 'certificate', '--group', 'BELENIOS-2048', '--trustees', '1of1', '--member', '1'],
      ...['--name', 'Ana', '--folder', 'shared', '--key', 'own/ana.secret.json'],
    ]);
    const rest = ['--key', 'own/ana.secret.json', '--folder', 'shared'];
    await does(['trustee', 'ceremony', 'deal', ...rest]);
    await does(['trustee', 'ceremony', 'share', ...rest]);
    const list = await does(['trustee', 'assemble', '--folder', 'shared', '--out', 'trustees.json']);
    expect(list).toContain('1 trustee, group BELENIOS-2048');
  });
});
