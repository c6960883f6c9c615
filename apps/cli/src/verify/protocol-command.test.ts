import { protocolSchema } from '@convite/archive';
import { boardKeyText, protocolText, sha256Hex, type SignedProtocol, writeProtocol } from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';
import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { convite, makeFolder } from '../run-command.fixture.ts';
import { inTwoLanguages, made, small, zipOf } from './small-consultation.fixture.ts';

const folder = await makeFolder();
afterAll(folder.remove);

const { sha256 } = nodeSha256;
const zip = Buffer.from(await zipOf((await made(small)).contents));
const path = await folder.write('obras.zip', zip);
const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const printed = await convite(['verify', path, '--protocol', '--lang', 'en']);

/** A site: its published key, and what it signs with it. */
function site() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32);
  return {
    key: `${boardKeyText(key, sha256)}\n`,
    signed: (protocol: SignedProtocol): string =>
      writeProtocol(protocol, key, sign(null, Buffer.from(protocolText(protocol)), privateKey), sha256),
  };
}
const own = site();
const signedOf = (text: string, slug = 'obras-2026', by = own): string =>
  by.signed({ slug, sha256: sha256Hex(sha256(Buffer.from(text))), software: 'convite 0.1.0' });
let files = 0;
const heldAgainst = async (signature: string, key: string, file = path) =>
  await convite([
    ...['verify', file, '--protocol', '--lang', 'en'],
    ...['--signature', await folder.write(`acta-${(files += 1)}.sig`, signature)],
    ...['--key', await folder.write(`clave-${files}.txt`, key)],
  ]);

describe('convite verify --protocol', () => {
  it('prints what a consultation came to, out of its archive alone', () => {
    expect([printed.code, printed.stderr]).toEqual([0, '']);
    const protocol = protocolSchema.parse(JSON.parse(printed.stdout));
    expect(protocol).toMatchObject({
      archive: { bytes: zip.length, sha256: hashOf(zip) },
      formats: { archive: 1, elections: [1] },
      lots: { seed: 'Lotería 2026-11-29: 04 17 23 31 40' },
    });
    expect(protocol.territories.find(({ code }) => code === 'C')).toMatchObject({ eligible: 88, ballots: 88 });
    const [first] = protocol.contests;
    expect(first).toMatchObject({
      ...{ id: 'a1-obras', roll: { people: 12, added: 0 }, codes: { made: 12, spare: 0 }, counted: 12, spoilt: 0 },
      key: [{ threshold: 2, members: 3 }],
    });
    // Whoever voted again stands on the board twice, and counts once.
    expect(first?.board?.ballots).toBeGreaterThan(first?.counted ?? 0);
    expect(first?.trustees?.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(first?.trustees?.filter(({ decrypted }) => decrypted)).toHaveLength(2);
    expect(first?.options.map(({ votes }) => votes).every((votes) => votes !== null)).toBe(true);
  });

  it('says nothing of what was not opened, and gives what was annulled no result', () => {
    const { contests } = protocolSchema.parse(JSON.parse(printed.stdout));
    for (const state of ['withheld', 'annulled']) {
      const closed = contests.filter((contest) => contest.state === state);
      expect([state, closed.length]).toEqual([state, 1]);
      for (const { blank, spoilt, options, winners, cost, trustees, counted } of closed) {
        expect({ blank, spoilt, winners, cost }).toEqual({ blank: null, spoilt: null, winners: null, cost: null });
        expect(options.map(({ votes }) => votes)).toEqual(options.map(() => null));
        expect(trustees?.some(({ decrypted }) => decrypted)).toBe(false);
        expect(counted).toBe(state === 'withheld' ? 5 : null);
      }
    }
  });

  it('prints it only under the signature that is held against it', async () => {
    const { stdout } = printed;
    const good = signedOf(stdout);
    expect(await heldAgainst(good, own.key)).toMatchObject({
      ...{ code: 0, stdout },
      stderr: expect.stringContaining('it says that it runs convite 0.1.0'),
    });
    for (const [signature, key, says] of [
      [signedOf(stdout.replace('"counted":12', '"counted":13')), own.key, 'another protocol'],
      [signedOf(stdout, 'obras-2025'), own.key, 'another protocol'],
      [signedOf(stdout, 'obras-2026', site()), own.key, 'another key'],
      [good.replace('0.1.0', '0.1.1'), own.key, 'does not hold'],
      [good, 'una clave', 'no public key'],
      [stdout, own.key, 'no signature of a protocol'],
    ] as const) {
      const refused = await heldAgainst(signature, key);
      expect([says, refused.code, refused.stdout, refused.stderr.includes(says)]).toEqual([says, 1, '', true]);
    }
    const missing = await convite(['verify', path, '--protocol', '--signature', path, '--key', `${path}.key`]);
    expect([missing.code, missing.stdout]).toEqual([2, '']);
  });

  it('is that of one archive, so that a title told otherwise in another language is found', async () => {
    const written = async (name: string, title: string) => {
      const { contents } = await made({
        ...inTwoLanguages,
        contests: inTwoLanguages.contests.map((one) => ({
          ...one,
          contest: {
            ...one.contest,
            options: one.contest.options.map((option) => ({ ...option, titles: { en: `${title} ${option.number}` } })),
          },
        })),
      });
      return await folder.write(name, Buffer.from(await zipOf(contents)));
    };
    const [told, toldOtherwise] = [await written('en-dos.zip', 'Work'), await written('otro.zip', 'Waste')];
    const { stdout } = await convite(['verify', told, '--protocol', '--lang', 'en']);
    const protocol = protocolSchema.parse(JSON.parse(stdout));
    expect(protocol.formats.archive).toBe(2);
    expect(stdout).not.toContain('Work 1');
    expect(await heldAgainst(signedOf(stdout), own.key, told)).toMatchObject({ code: 0, stdout });
    const refused = await heldAgainst(signedOf(stdout), own.key, toldOtherwise);
    expect([refused.code, refused.stdout, refused.stderr.includes('another protocol')]).toEqual([1, '', true]);
  });

  it('prints none of an archive that is refused, and takes options only where they belong', async () => {
    const broken = Buffer.from(zip);
    const at = broken.indexOf('"blank":');
    broken[at + 8] = (broken[at + 8] ?? 0) ^ 1;
    const refused = await convite(['verify', await folder.write('roto.zip', broken), '--protocol', '--lang', 'es']);
    expect([refused.code, refused.stdout, refused.stderr.includes('no hay acta')]).toEqual([1, '', true]);
    for (const [more, says] of [
      [['--protocol', '--json'], 'two answers'],
      [['--signature', path, '--key', path], 'with --protocol'],
      [['--protocol', '--key', path], 'go together'],
    ] as const) {
      const { code, stdout, stderr } = await convite(['verify', path, ...more, '--lang', 'en']);
      expect([more, code, stdout, stderr.includes(says)]).toEqual([more, 2, '', true]);
    }
    const election = await folder.write('eleccion.bel', Buffer.from('BELENIOS'));
    const other = await convite(['verify', election, '--protocol', '--lang', 'en']);
    expect([other.code, other.stderr.includes('of a consultation')]).toEqual([2, true]);
  });
});
