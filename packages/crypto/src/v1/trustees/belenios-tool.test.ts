import { createHash } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import type { GroupName } from '../../primitives/group.ts';
import { portableSha256 } from '../../primitives/sha256.ts';
import { writeCredentialList } from '../credentials/credential-list.ts';
import { credentialSecret, publicCredential } from '../credentials/credential-secret.ts';
import { newPrivateCredential } from '../credentials/private-credential.ts';
import { makeDecryption } from '../decryption/make-decryption.ts';
import { withElection } from '../election/election.ts';
import { readTally } from '../tally/read-tally.ts';
import { Misread, readText } from '../wire/codec.ts';
import { signedMessage, thresholdParameters } from '../wire/trustees-wire.ts';
import { hasTool, inToolFolder, type ToolFolder, whyNoTool } from './belenios-tool.fixture.ts';
import { accepted, holdCeremony, withSingle } from './ceremony.fixture.ts';
import { readCeremonySeed } from './ceremony-seed.ts';
import { dealWire, memberOutput, receivedDeals } from './ceremony-wire.ts';
import { makeKeyShare, openKeyShare } from './key-share.ts';
import { groupOf, testLog } from './reference-elections.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { verifyTrustees } from './verify-trustees.ts';

const fileOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Runs a step of the stock tool's ceremony. */
const step = ({ run }: ToolFolder, group: GroupName, input: string, ...options: readonly string[]): string =>
  run(input, 'setup', 'generate-trustee-key-threshold', '--group', group, ...options);

describe.skipIf(!hasTool)(`trustees and credentials of ours in the stock tool${whyNoTool}`, () => {
  it('run an election from the credentials to the result, which the tool verifies', () => {
    inToolFolder((folder) => {
      const group = groupOf('BELENIOS-2048');
      const random = seededRandomness('an election in the stock tool');
      const ceremony = holdCeremony(group, 3, 2, 'in the stock tool');
      const { secret, text } = withSingle(group, ceremony, 'in the stock tool');
      const uuid = folder.run('', 'setup', 'generate-token').trim();
      const credentials = [1n, 3n, 2_000_000_000n].map((weight) => {
        const credential = newPrivateCredential('checked', random);
        return { weight, text: credential.text, secret: credentialSecret(group, credential, uuid) };
      });
      folder.write('trustees.json', text);
      folder.write(
        'public_creds.json',
        writeCredentialList(
          group,
          credentials.map(({ weight, secret: s }) => ({ weight, credential: publicCredential(group, s) })),
        ),
      );
      const questions = [{ answers: ['Well', 'Roof'], min: 1, max: 1, question: 'What first?' }];
      folder.write('template.json', JSON.stringify({ description: '', name: 'Assembly', questions }));
      folder.run('', 'setup', 'make-election', '--uuid', uuid, '--group', group.name, '--template', 'template.json');
      folder.run('', 'archive', 'init');

      const add = (type: string, lines: string): void =>
        void folder.run(lines, 'archive', 'add-event', `--type=${type}`);
      const ask = (...command: readonly string[]): string => folder.run('', 'election', ...command);
      for (const [i, { text: credential }] of credentials.entries()) {
        folder.write('credential', credential);
        folder.write('choices', JSON.stringify([i === 1 ? [0, 1] : [1, 0]]));
        add('Ballot', ask('generate-ballot', '--privcred', 'credential', '--ballot', 'choices'));
      }
      add('EndBallots', '');
      const tallyLines = ask('compute-encrypted-tally');
      add('EncryptedTally', tallyLines);
      folder.write('single.privkey', JSON.stringify(String(secret)));
      add('PartialDecryption', ask('decrypt', '--privkey', 'single.privkey', '--trustee-id', '1'));
      for (const owner of [4, 2]) {
        const share = ceremony.members[owner - 2]?.share ?? 0n;
        const suite = { group: groupOf, sha256: portableSha256.sha256 };
        const decryption = withElection(suite, folder.read('election.json').trim(), testLog(), (election) => {
          const tally = readTally(group, tallyLines.split('\n')[0] ?? '', testLog());
          invariant(tally !== undefined, 'the tool writes its tally in the form of the format');
          return makeDecryption(election, share, tally, random);
        });
        invariant(decryption !== undefined, 'the election is read');
        add('PartialDecryption', fileOf([decryption, JSON.stringify({ owner, payload: sha256(decryption) })]));
      }
      const result = ask('compute-result');
      expect(JSON.parse(result)).toEqual({ result: [['2000000001', 3]] });
      add('Result', result);
      expect(folder.attempt('', 'election', 'verify')).toMatchObject({
        succeeds: true,
        says: expect.stringContaining('all checks passed'),
      });
    });
  });

  it.each(['BELENIOS-2048', 'RFC-3526-2048'] as const)('hold a ceremony that the tool runs, in %s', (name) => {
    inToolFolder((folder) => {
      const group = groupOf(name);
      const ceremony = holdCeremony(group, 3, 2, 'run by the stock tool');
      folder.write('certs.jsons', fileOf(ceremony.certs.map(signedMessage.write)));
      step(folder, name, '', '--certs', 'certs.jsons', '--step', '2');
      folder.write('polynomials.jsons', fileOf(ceremony.deals.map(dealWire.write)));
      step(folder, name, '', '--certs', 'certs.jsons', '--step', '4', '--polynomials', 'polynomials.jsons');
      const outputs = ceremony.members.map(({ seed, received }, i) => {
        const given = readText(receivedDeals, folder.read(`${sha256(ceremony.certs[i]?.message ?? '')}.vinput`));
        const { signatures, ...expected } = received;
        expect(given).toEqual(expected);
        invariant(!(given instanceof Misread) && signatures !== undefined, 'it was just compared');
        const random = seededRandomness('outputs');
        return accepted(makeKeyShare(ceremony.certificates, seed, { ...given, signatures }, random));
      });
      const assembled = step(
        folder,
        name,
        fileOf(outputs.map(memberOutput.write)),
        ...['--certs', 'certs.jsons', '--step', '6', '--polynomials', 'polynomials.jsons'],
      );
      const read = readText(thresholdParameters, assembled.trim());
      const { signatures: _, ...expected } = ceremony.wire;
      expect(read).toEqual({
        ...expected,
        verification_keys: outputs.map(({ public_key: { pok, public_key } }) => ({ pok, public_key })),
      });
    });
  });

  it('are refused by the tool where a certificate or the images are not signed', () => {
    inToolFolder((folder) => {
      const group = groupOf('BELENIOS-2048');
      const ceremony = holdCeremony(group, 2, 2, 'refused by the stock tool');
      const { certs, deals } = ceremony;
      const attempt = (number: string, certificates: typeof certs, polynomials: typeof deals): boolean => {
        folder.write('certs.jsons', fileOf(certificates.map(signedMessage.write)));
        folder.write('polynomials.jsons', fileOf(polynomials.map(dealWire.write)));
        const options = ['--certs', 'certs.jsons', '--step', number, '--polynomials', 'polynomials.jsons'];
        return folder.attempt('', 'setup', 'generate-trustee-key-threshold', '--group', group.name, ...options)
          .succeeds;
      };
      const [one, two] = certs;
      const [first, second] = deals;
      invariant(one && two && first && second, 'there are two members');
      expect(attempt('2', [one, two], deals)).toBe(true);
      expect(attempt('2', [one, { ...two, signature: one.signature }], deals)).toBe(false);
      expect(attempt('4', certs, [first, second])).toBe(true);
      const unsigned = { ...second, coefexps: { ...second.coefexps, signature: first.coefexps.signature } };
      expect(attempt('4', certs, [first, unsigned])).toBe(false);
    });
  });
});

describe.skipIf(!hasTool)(`a ceremony of the stock tool${whyNoTool}`, () => {
  it.each(['BELENIOS-2048', 'RFC-3526-2048'] as const)('is accepted by us, and its shares open, in %s', (name) => {
    inToolFolder((folder) => {
      const group = groupOf(name);
      const size = 3;
      folder.run('', 'setup', 'generate-trustee-key', '--group', name);
      for (let i = 0; i < size; i++) step(folder, name, '', '--step', '1');
      const members = folder.named('.cert').map((file) => file.replace('.cert', ''));
      folder.write('certs.jsons', members.map((member) => folder.read(`${member}.cert`)).join(''));
      const certs = ['--certs', 'certs.jsons'];
      const polynomials = members.map((member) =>
        step(folder, name, '', ...certs, '--key', `${member}.key`, '--step', '3', '--threshold', '3'),
      );
      folder.write('polynomials.jsons', polynomials.join(''));
      step(folder, name, '', ...certs, '--step', '4', '--polynomials', 'polynomials.jsons');
      const outputs = members.map((member) =>
        step(folder, name, folder.read(`${member}.vinput`), ...certs, '--key', `${member}.key`, '--step', '5'),
      );
      const assembled = step(
        folder,
        name,
        outputs.join(''),
        ...certs,
        '--step',
        '6',
        '--polynomials',
        'polynomials.jsons',
      );
      folder.write('threshold.json', assembled);
      folder.write('public_keys.jsons', folder.named('.pubkey').map(folder.read).join(''));
      folder.run('', 'setup', 'make-trustees');

      const log = testLog();
      const verified = verifyTrustees(group, folder.read('trustees.json'), log);
      expect(log.messages()).toEqual([]);
      expect(verified?.entries[1]).toMatchObject({
        threshold: 3,
        lacking: ['context', 'confirmation', 'ownership'],
      });
      for (const [i, member] of members.entries()) {
        const seed = readCeremonySeed(folder.read(`${member}.key`).trim());
        const key = verified?.trustees[i + 1]?.key;
        invariant(seed !== undefined && key !== undefined, 'every member has a seed and a key');
        expect(openKeyShare(group, seed, folder.read(`${member}.dkey`).trim(), key).ok).toBe(true);
      }
    });
  });
});
