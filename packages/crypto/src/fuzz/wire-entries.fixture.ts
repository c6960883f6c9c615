import { isDeepStrictEqual } from 'node:util';
import { invariant } from '@convite/kernel';

import { type Codec, Misread, readAnyLayout, readCanonical, readText } from '../v1/wire/codec.ts';
import { dealWire, receivedDeals } from '../v1/trustees/ceremony-wire.ts';
import { confirmation, thresholdParameters } from '../v1/wire/trustees-wire.ts';
import type { Fuzzed } from './fuzzed.fixture.ts';
import { jsonMutator } from './mutations.fixture.ts';
import { ceremony, onePerEntry, partOf, published, trusteesText } from './wire-samples.fixture.ts';

const { election, tally, shuffles, decryptions, results } = published;
const [ballot = ''] = published.ballots;
const ballots = onePerEntry(ballot, 'answers');
const [shuffle = ''] = shuffles;
const [member] = ceremony.members;
const [deal] = ceremony.deals;
invariant(member !== undefined && deal !== undefined, 'a ceremony has members');
const proof = partOf(ballot, 'signature', 'proof');
const ciphertext = partOf(ballot, 'answers', 0, 'choices', 0);
const element = partOf(ciphertext, 'alpha');
const number = partOf(proof, 'response');
const threshold = thresholdParameters.write(ceremony.wire);
const hex = 'c0ffee'.padEnd(64, '0');
const section = `{"owner":1,"head":"${hex}","decryption":"${hex}","proof":${proof}}`;
const side = `{"convite_side":1,"uuid":"CaLLeCedro1234","election_hash":"${'A'.repeat(43)}","sections":[${section}]}`;
const named = '{"type":"ConviteLayout","version":1,"layout":';
const names = '"options":["Pozo","Techo"]';
const signed = partOf(threshold, 'certs', 0);
const [polynomial] = ceremony.deals.map(({ polynomial: sealed }) => sealed);
invariant(polynomial !== undefined, 'a member dealt');

/** Sound texts of each codec, by its door. */
const samples: Readonly<Record<string, readonly string[]>> = {
  'v1/wire/codec.ts#string': ['"Farolas, «bancos» y\\n un \\u007f árbol"', '""'],
  'v1/wire/codec.ts#count': ['0', '1', '255', '9007199254740991'],
  'v1/wire/codec.ts#boolean': ['true', 'false'],
  'v1/wire/codec.ts#anyJson': [partOf(election, 'questions', 2, 'extra'), election, '[1,[2.5,{"a":null}],"x"]'],
  'v1/wire/scalars.ts#scalarText': [number, '"0"', '"10"'],
  'v1/wire/scalars.ts#elementText': [element, '"123"'],
  'v1/wire/scalars.ts#hashText': [partOf(ballot, 'election_hash')],
  'v1/wire/scalars.ts#proof': [proof],
  'v1/wire/scalars.ts#ciphertext': [ciphertext],
  'v1/wire/ballot-wire.ts#ballotWire': ballots,
  'v1/wire/ballot-wire.ts#unsignedBallot': ballots.map((text) => text.replace(/,"signature":.*/, '}')),
  'v1/wire/election-wire.ts#electionWire': onePerEntry(election, 'questions'),
  'v1/wire/tally-wire.ts#encryptedTally': tally,
  'v1/wire/tally-wire.ts#shuffleWire': [shuffle],
  'v1/wire/tally-wire.ts#partialDecryption': decryptions,
  'v1/wire/tally-wire.ts#electionResult': [...results, '{"result":[[1,1073741823,"1073741824"],[[1,2],[0,255]],[]]}'],
  'v1/wire/trustees-wire.ts#singleKey': [
    partOf(trusteesText, 0, 1),
    `{"pok":${proof},"public_key":${element},"name":"Ana"}`,
  ],
  'v1/wire/trustees-wire.ts#memberKey': [partOf(threshold, 'verification_keys', 0)],
  'v1/wire/trustees-wire.ts#signedMessage': [signed],
  'v1/wire/trustees-wire.ts#thresholdParameters': [threshold],
  'v1/wire/trustees-wire.ts#trusteesWire': [`[${partOf(trusteesText, 0)}]`, `[${partOf(trusteesText, 1)}]`],
  'v1/wire/trustees-wire.ts#certificate': ceremony.certs.map(({ message }) => message),
  'v1/wire/trustees-wire.ts#coefficientImages': [deal.coefexps.message],
  'v1/wire/trustees-wire.ts#confirmation': [
    confirmation.write({ certs: ceremony.certs, coefexps: [JSON.parse(element)] }),
  ],
  'v1/trustees/ceremony-wire.ts#sealedMessage': [polynomial, polynomial.replace('"algorithm":"AES-GCM",', '')],
  'v1/trustees/ceremony-wire.ts#addressedMessage': [`{"recipient":${element},"message":"{\\"secret\\":\\"1\\"}"}`],
  'v1/trustees/ceremony-wire.ts#secretPolynomial': [`{"polynomial":[${number},"0"]}`],
  'v1/trustees/ceremony-wire.ts#secretShare': [`{"secret":${number}}`],
  'v1/trustees/ceremony-wire.ts#secretKeyShare': [`{"decryption_key":${number}}`],
  'v1/trustees/ceremony-wire.ts#dealWire': [dealWire.write(deal)],
  'v1/trustees/ceremony-wire.ts#receivedDeals': [receivedDeals.write(member.received)],
  'v1/trustees/ceremony-wire.ts#memberOutput': [JSON.stringify(member.output)],
  'strict/side-file.ts#sideSection': [section],
  'strict/side-file.ts#sideFile': [side],
  'v1/layout/layout-extra.ts#layoutExtra': [
    `${named}"approvals",${names}}`,
    `${named}"ranking",${names},"ranks":2}`,
    `${named}"points",${names},"most":255}`,
  ],
};

/** What was read from a text of any layout, written again. @throws Error where the readers of texts disagree */
function rewritten(codec: Codec<unknown>, text: string): string | undefined {
  const read = readText(codec, text);
  // What `readText` refuses, the others refuse because of it: looked at now and then.
  if (read instanceof Misread && text.length % 16 > 0) return undefined;
  const [once, canonical] = [readAnyLayout(codec, text), readCanonical(codec, text)];
  if (read instanceof Misread) {
    if (!(once instanceof Misread) || !(canonical instanceof Misread)) throw new Error('only one reader refuses');
    return undefined;
  }
  const written = codec.write(read);
  if (canonical instanceof Misread === (written === text)) throw new Error('the canonical reader takes another form');
  if (once instanceof Misread && written === text) throw new Error('a canonical text names something twice');
  if (written !== text && !isDeepStrictEqual(JSON.parse(written), JSON.parse(text))) {
    throw new Error(`what is written says something else: ${written.slice(0, 500)}`);
  }
  return written;
}

/** An entry for each codec that has samples. */
export const wireEntries = (codecs: ReadonlyMap<string, Codec<unknown>>): readonly Fuzzed[] =>
  [...codecs].flatMap(([name, codec]) => {
    const sound = samples[name];
    if (sound === undefined) return [];
    return [
      { name, mutate: jsonMutator(sound), rewrite: (text: string) => rewritten(codec, text), law: 'settled' as const },
    ];
  });

/** The doors that have samples but are no codec any more. */
export const samplesWithout = (codecs: ReadonlyMap<string, Codec<unknown>>): readonly string[] =>
  Object.keys(samples).filter((name) => !codecs.has(name));
