import { afterAll, describe, expect, it } from 'vitest';
import { withPolicy } from '@convite/crypto';
import { convite, makeFolder } from './run-command.fixture.ts';
import { archiveBefore, mixedQuestion, rewritten, smallArchive, worksQuestion } from './small-election.fixture.ts';

const folder = await makeFolder();
afterAll(folder.remove);

const archive = smallArchive();
await folder.write('street.bel', archive);
await folder.write('voting.bel', await archiveBefore(archive, 4));
const rules = 'ab'.repeat(32);
await folder.write(
  'fiesta.bel',
  smallArchive({
    description: withPolicy('Fiesta de la calle', rules),
    questions: [mixedQuestion, { type: 'NonHomomorphic', value: { answers: ['a', 'b'], question: '¿Cuánto?' } }],
    trustees: [{ kind: 'single' }, { kind: 'single' }],
    shuffles: 2,
  }),
);

const inspect = async (...args: readonly string[]) => {
  const ran = await convite(['inspect', ...args], { folder: folder.path });
  return { ...ran, text: ran.stdout.replaceAll(/\s+/gu, ' ') };
};

describe('an election in plain words', () => {
  it('says its name, where it stands, what it asks and what came out', async () => {
    const { code, stdout, stderr, text } = await inspect('street.bel');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'Asamblea de la calle Cedro',
      'Farolas, bancos y un árbol',
      '',
      'The result is published: the election is complete.',
      'Nothing can come after this.',
    ]);
    expect(stdout).toMatch(/^Group +Ed25519 \(elliptic curve\)$/mu);
    expect(stdout).toMatch(/^Policy +declares none of Convite’s$/mu);
    expect(text).toContain('begun on 2026-11-21 00:15:01 UTC');
    expect(text).toContain('1. ¿Qué obra primero? Choose from 1 to 2 of 3, or vote blank.');
    expect(text).toMatch(/Result as published: – blank \d – Farolas \d – Bancos \d – Un árbol \d /u);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('says who holds the key, how many are needed, and who has decrypted', async () => {
    const { text } = await inspect('street.bel');
    expect(text).toContain('1. (no name): must take part, has decrypted any 2 of these 3:');
    expect(text.match(/has decrypted/gu)).toHaveLength(3);
    const alone = smallArchive({ trustees: [{ kind: 'single' }], until: 'setup' });
    await folder.write('alone.bel', alone);
    expect((await inspect('alone.bel')).text).toContain('One trustee alone holds the key and can open every ballot.');
  });

  it('counts credentials, ballots and those that were replaced', async () => {
    const { text } = await inspect('street.bel');
    expect(text).toContain(
      '4 credentials to vote with, of total weight 4. 5 ballots on the board, of 4 credentials; 1 was replaced by a later one',
    );
    expect(text).toContain('says that it counts 4 ballots of total weight 4.');
    await folder.write('weights.bel', smallArchive({ mostWeight: 5000n, until: 'setup' }));
    expect((await inspect('weights.bel')).text).toMatch(
      /4 credentials to vote with, of total weight \d+,\d{3}\. No ballot is on the board yet\./u,
    );
  });

  it('counts a ballot of a layout that is not canonical by its credential as well', async () => {
    const spaced = await rewritten(archive, (event) =>
      event.type === 'Ballot'
        ? {
            type: event.type,
            payload: Buffer.from(JSON.stringify(JSON.parse(Buffer.from(event.payload).toString()), null, 1)),
          }
        : event,
    );
    await folder.write('spaced.bel', spaced);
    expect((await inspect('spaced.bel')).text).toContain('5 ballots on the board, of 4 credentials');
  });

  it('says while the vote is open what may come next', async () => {
    const { text } = await inspect('voting.bel');
    expect(text).toContain('The vote is open: ballots may still come. There is no result yet.');
    expect(text).toContain('What may come next: another ballot, or the end of the vote.');
    expect(text).not.toContain('Result as published');
  });

  it('tells mixed questions, their layouts, the policy and the rule set that the description declares', async () => {
    const { stdout, text } = await inspect('fiesta.bel');
    expect(stdout).toMatch(/^Fiesta de la calle$/mu);
    expect(text).toContain('declares Convite’s policy, version 1');
    expect(stdout).toMatch(new RegExp(`^Rule set +${rules}$`, 'mu'));
    expect(text).toContain('Approve as many of 3 as wanted. Ballots are shuffled, then decrypted whole. – Tambores');
    expect(text).toContain('Each ballot holds 2 numbers from 0 to 255.');
    expect(text).toContain('4 ballots decrypted, as published.');
    expect(text).toContain('1. (no name): must take part, has shuffled, has decrypted');
  });

  it('shows the first and the last events, and all of them when asked', async () => {
    await folder.write('long.bel', smallArchive({ questions: [worksQuestion], voters: 20, revotes: 0 }));
    const short = await inspect('long.bel');
    expect(short.stdout).toMatch(/^ +0 {2}setup +[0-9a-f]{64}$/mu);
    expect(short.text).toContain('18 more; --events shows them');
    const all = await inspect('long.bel', '--events');
    expect(all.stdout.match(/^ +\d+ {2}.*[0-9a-f]{64}$/gmu)).toHaveLength(27);
    expect(all.stdout).not.toContain('--events');
  });

  it('says so in Spanish, without an English word of ours', async () => {
    const { code, text } = await inspect('fiesta.bel', '--lang', 'es');
    expect(code).toBe(0);
    expect(text).toContain('El resultado está publicado: la elección está completa.');
    expect(text).toContain('Esto se leyó, no se verificó');
    expect(text).not.toMatch(/\b(ballots?|event|shuffled|trustees?|of)\b/u);
  });

  it('says that nothing was verified, and how to do that', async () => {
    const { text } = await inspect('street.bel');
    expect(text).toMatch(/This was read, not verified: .* To check: npm run -s convite -- verify street\.bel $/u);
  });
});

describe('a file that cannot be shown', () => {
  it.each([
    ['nowhere.bel', 2, 'There is no file nowhere.bel.'],
    ['.', 2, '. is a folder.'],
    ['empty.bel', 2, 'it does not begin as one'],
    ['broken.bel', 1, 'its form is broken in one place'],
    ['nonsense.bel', 1, 'what it holds cannot be read (election)'],
  ])('%s ends with %i and one line', async (name, expected, line) => {
    await folder.write('empty.bel', '');
    const broken = Buffer.from(archive);
    broken[4000] = (broken[4000] ?? 0) ^ 1;
    await folder.write('broken.bel', broken);
    const nonsense = await rewritten(archive, (event) =>
      event.type === 'Setup' ? { ...event, election: Buffer.from('[]') } : event,
    );
    await folder.write('nonsense.bel', nonsense);
    const { code, stdout, stderr } = await inspect(name);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toContain(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
