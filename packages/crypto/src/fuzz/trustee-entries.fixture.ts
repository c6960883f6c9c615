import { createCipheriv } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { readShuffle } from '../v1/shuffle/read-shuffle.ts';
import { readTally, writeTally } from '../v1/tally/read-tally.ts';
import { openCcm } from '../v1/trustees/aes-ccm.ts';
import { sealedMessage } from '../v1/trustees/ceremony-wire.ts';
import { openKeyShare } from '../v1/trustees/key-share.ts';
import { openText, sealText } from '../v1/trustees/private-message.ts';
import { parseKey } from '../v1/trustees/signed-message.ts';
import { readProvenKey } from '../v1/trustees/trustee-key.ts';
import { singleKey } from '../v1/wire/trustees-wire.ts';
import { withElection } from '../v1/election/election.ts';
import { ballotWire, isMixedAnswer } from '../v1/wire/ballot-wire.ts';
import { Misread, readText } from '../v1/wire/codec.ts';
import { electionWire } from '../v1/wire/election-wire.ts';
import { readProof, writeProof } from '../v1/wire/read-proof.ts';
import { proof } from '../v1/wire/scalars.ts';
import { shuffleWire } from '../v1/wire/tally-wire.ts';
import { readProofs } from '../v1/ballot/read-answer.ts';
import { testSuite } from '../verify/machine.fixture.ts';
import type { Fuzzed } from './fuzzed.fixture.ts';
import { jsonMutator, textMutator } from './mutations.fixture.ts';
import { ceremony, onePerEntry, partOf, published, random } from './wire-samples.fixture.ts';

const group = testSuite.group('Ed25519');
const quiet = { made: () => undefined, failed: () => undefined };
const [ballot = ''] = published.ballots;
const [shuffle = ''] = published.shuffles;
const [member] = ceremony.members;
invariant(member !== undefined, 'a ceremony has members');
const memberKey = group.parse(member.output.public_key.public_key);
invariant(memberKey !== undefined, 'keys are members');

const provenKey = partOf(published.trustees, 0, 1);

const said = '{"secret":"1"}';
const sealed = sealText(group, member.keys.encryptionKey, said, random);

/** A text in AES-CCM, sealed by another implementation, a sign for each byte. */
const [ccmKey, ccmNonce] = [new Uint8Array(32).fill(7), new Uint8Array(13).fill(9)];
const ccm = createCipheriv('aes-256-ccm', ccmKey, ccmNonce, { authTagLength: 8 });
const ccmSealed = Buffer.concat([ccm.update(said), ccm.final(), ccm.getAuthTag()]).toString('latin1');

/** A sealed text in its canonical form; only ever asked where it was opened. */
function canonicalSealed(text: string): string {
  const wire = readText(sealedMessage, text);
  invariant(!(wire instanceof Misread), 'it was opened');
  return sealedMessage.write(wire);
}

const tally = readTally(group, published.tally[0] ?? '', quiet);
invariant(tally !== undefined, 'the tally is sound');
const mixedInputs = tally.slice(2);

export const trusteeEntries: readonly Fuzzed[] = [
  {
    name: 'v1/trustees/private-message.ts#openText',
    mutate: jsonMutator([sealed]),
    rewrite: (text) => {
      const opened = openText(group, member.keys.decryptionKey, text);
      invariant(opened === undefined || opened === said, 'what opens says what was sealed');
      return opened === undefined ? undefined : canonicalSealed(text);
    },
    law: 'settled',
  },
  {
    name: 'v1/trustees/key-share.ts#openKeyShare',
    mutate: jsonMutator([member.output.private_key]),
    rewrite: (text) => {
      const opened = openKeyShare(group, member.seed, text, memberKey);
      invariant(!opened.ok || opened.value === member.share, 'what opens is the share');
      return opened.ok ? canonicalSealed(text) : undefined;
    },
    law: 'settled',
    share: { of: 10, reason: 'a quarter of a millisecond each: four powers of secrets' },
  },
  {
    name: 'v1/trustees/aes-ccm.ts#openCcm',
    mutate: textMutator([ccmSealed], 'bytes'),
    // The tag has 64 bits: nothing but what was sealed opens.
    rewrite: (text) => (openCcm(ccmKey, ccmNonce, Buffer.from(text, 'latin1')) === undefined ? undefined : ccmSealed),
    law: 'same',
  },
  {
    name: 'v1/trustees/signed-message.ts#parseKey',
    mutate: textMutator([member.output.public_key.public_key, group.write(group.one), group.write(group.g)]),
    rewrite: (text) => {
      const key = parseKey(group, text);
      return key === undefined ? undefined : group.write(key);
    },
    law: 'same',
  },
  {
    name: 'v1/trustees/trustee-key.ts#readProvenKey',
    mutate: jsonMutator([provenKey]),
    rewrite: (text) => {
      const wire = readText(singleKey, text);
      const key = wire instanceof Misread ? undefined : readProvenKey(group, wire, () => undefined);
      if (key === undefined || wire instanceof Misread) return undefined;
      invariant(wire.public_key === group.write(key), 'the key is the one that stands there');
      return singleKey.write(wire);
    },
    law: 'settled',
  },
  {
    name: 'v1/shuffle/read-shuffle.ts#readShuffle',
    mutate: jsonMutator([shuffle]),
    rewrite: (text) => {
      const read = readShuffle(group, mixedInputs, text, 'shuffle', quiet);
      return read === undefined ? undefined : shuffleWire.write(read.wire);
    },
    law: 'same',
  },
  {
    name: 'v1/tally/read-tally.ts#readTally',
    mutate: jsonMutator(published.tally),
    rewrite: (text) => {
      const read = readTally(group, text, quiet);
      return read === undefined ? undefined : writeTally(group, read);
    },
    law: 'same',
  },
  {
    name: 'v1/election/election.ts#withElection',
    mutate: jsonMutator(onePerEntry(published.election, 'questions')),
    rewrite: (text) =>
      withElection(testSuite, text, quiet, ({ uuid }) => {
        const wire = readText(electionWire, text);
        invariant(!(wire instanceof Misread) && wire.uuid === uuid, 'it was read');
        return electionWire.write(wire);
      }),
    law: 'settled',
  },
  {
    name: 'v1/ballot/read-answer.ts#readProofs',
    mutate: jsonMutator(onePerEntry(ballot, 'answers')),
    rewrite: (text) => {
      const wire = readText(ballotWire, text);
      if (wire instanceof Misread) return undefined;
      for (const answer of wire.answers) {
        if (isMixedAnswer(answer)) continue;
        const proofs = readProofs(group, answer);
        if (typeof proofs === 'string') return undefined;
        const found = [...proofs.individual.flat(), ...proofs.overall, ...proofs.blank].map(writeProof);
        const wires = [...answer.individual_proofs.flat(), ...answer.overall_proof, ...(answer.blank_proof ?? [])];
        invariant(JSON.stringify(found) === JSON.stringify(wires), 'every number is the one that stands there');
      }
      return ballotWire.write(wire);
    },
    law: 'settled',
  },
  {
    name: 'v1/wire/read-proof.ts#readProof',
    mutate: jsonMutator([partOf(ballot, 'signature', 'proof'), `{"challenge":"0","response":"${group.q - 1n}"}`]),
    rewrite: (text) => {
      const wire = readText(proof, text);
      const read = wire instanceof Misread ? undefined : readProof(group, wire);
      return read === undefined ? undefined : proof.write(writeProof(read));
    },
    law: 'settled',
  },
];
