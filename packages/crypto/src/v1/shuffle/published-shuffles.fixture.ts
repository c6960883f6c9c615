import { invariant } from '@convite/kernel';
import { hashOf, recordsOf } from '../../board/archive.fixture.ts';
import type { Ciphertext, Element, Group } from '../../primitives/group.ts';
import { portableSha256 } from '../../primitives/sha256.ts';
import { type Election, withElection } from '../election/election.ts';
import type { Tally } from '../tally/tally.ts';
import { Misread, readText } from '../wire/codec.ts';
import { encryptedTally } from '../wire/tally-wire.ts';
import { curve, field, recordingLog } from './shuffle.fixture.ts';

/** The election, the encrypted tally and the shuffles of an archive. */
function partsOf(archive: Uint8Array) {
  const records = recordsOf(archive).map(({ content }) => content);
  const contents = new Map(records.map((content) => [`${hashOf(content)}`, Buffer.from(content).toString()]));
  const texts = [...contents.values()];
  const payloadOf = (event: string): string => contents.get(/"payload":"([0-9a-f]{64})"/u.exec(event)?.[1] ?? '') ?? '';
  const payloads = (type: string) => texts.filter((text) => text.includes(`"type":"${type}"`)).map(payloadOf);
  const named = (text: string | undefined, field: string): string =>
    contents.get(new RegExp(`"${field}":"([0-9a-f]{64})"`, 'u').exec(text ?? '')?.[1] ?? '') ?? '';
  return {
    election: named(payloads('Setup')[0], 'election'),
    tally: named(payloads('EncryptedTally')[0], 'encrypted_tally'),
    shuffles: payloads('Shuffle').map((owned) => named(owned, 'payload')),
  };
}

function readTally(group: Group, text: string): Tally {
  const wire = readText(encryptedTally, text);
  invariant(!(wire instanceof Misread), 'an archive of a test has a tally');
  const member = (written: string): Element => {
    const element = group.parse(written);
    invariant(element !== undefined, 'the tally of a test is made of members');
    return element;
  };
  return wire.map((list) => list.map(({ alpha, beta }): Ciphertext => ({ alpha: member(alpha), beta: member(beta) })));
}

/** Reads the election, the encrypted tally and the shuffles of an archive, whose election must be sound. */
export function inArchive<R>(
  archive: Uint8Array,
  use: <E>(election: Election<E>, tally: Tally, shuffles: readonly string[]) => R,
): R {
  const { election: text, tally, shuffles } = partsOf(archive);
  const log = recordingLog();
  const suite = { group: (name: string) => (name === 'Ed25519' ? curve : field), sha256: portableSha256.sha256 };
  const result = withElection(suite, text, log, (election) => ({
    of: use(election, readTally(election.group, tally), shuffles),
  }));
  invariant(result !== undefined && log.failures.length === 0, 'the election of a test is sound');
  return result.of;
}
