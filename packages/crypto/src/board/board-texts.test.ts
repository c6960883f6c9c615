import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, utf8 } from './archive.fixture.ts';
import {
  type EventText,
  isBare,
  readArchiveText,
  readEventText,
  readOwnedText,
  readSetupText,
  readTallyText,
  writeArchiveText,
  writeEventText,
  writeOwnedText,
  writeSetupText,
  writeTallyText,
} from './board-texts.ts';
import { eventTypes } from './event-order.ts';

const a = hashOf(utf8('a'));
const b = hashOf(utf8('b'));
const c = hashOf(utf8('c'));

const hash = fc.uint8Array({ maxLength: 4 }).map(hashOf);
const anyEvent: fc.Arbitrary<EventText> = fc
  .record({ height: fc.maxSafeNat(), type: fc.constantFrom(...eventTypes), parent: hash, payload: hash })
  .map(({ height, type, parent, payload }) => ({
    parent: height === 0 ? undefined : parent,
    height,
    type,
    payload: isBare(type) ? undefined : payload,
  }));

// The forms once more, written as patterns; the numbers of the texts below stay far from the bounds.
const archiveForm = /^\{"version":1,"timestamp":"(?:0|[1-9][0-9]{0,9})"\}$/;
const setupForm = /^\{"election":"[0-9a-f]{64}","trustees":"[0-9a-f]{64}","credentials":"[0-9a-f]{64}"\}$/;
const ownedForm = /^\{"owner":[1-9][0-9]{0,8},"payload":"[0-9a-f]{64}"\}$/;
const tallyForm =
  /^\{"num_tallied":(?:0|[1-9][0-9]*),"total_weight":(?:0|[1-9][0-9]{0,8}|"[1-9][0-9]{11,29}"),"encrypted_tally":"[0-9a-f]{64}"\}$/;
const eventForm =
  /^\{(?:"parent":"[0-9a-f]{64}","height":[1-9][0-9]*|"height":0),"type":"(?:(?:EndBallots|EndShuffles)"|(?:Setup|Ballot|EncryptedTally|Shuffle|PartialDecryption|Result)","payload":"[0-9a-f]{64}")\}$/;

const isEventForm = (text: string): boolean =>
  eventForm.test(text) && Number.isSafeInteger(Number(/"height":([0-9]+)/.exec(text)?.[1]));

/** A text with one character in it changed, taken out or put in. */
const damaged = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.constantFrom(0, 1), fc.constantFrom('', ' ', '0', '1', '"', ',', 'f', 'F', '-', 'é'))
    .map(([at, taken, put]) => text.slice(0, at) + put + text.slice(at + taken))
    .filter((other) => other !== text);

describe('the texts of the board', () => {
  it('are written in their one form', () => {
    expect(writeEventText({ parent: undefined, height: 0, type: 'Setup', payload: a })).toBe(
      `{"height":0,"type":"Setup","payload":"${a}"}`,
    );
    expect(writeEventText({ parent: a, height: 9, type: 'EndBallots', payload: undefined })).toBe(
      `{"parent":"${a}","height":9,"type":"EndBallots"}`,
    );
    expect(writeArchiveText(1_795_220_101)).toBe('{"version":1,"timestamp":"1795220101"}');
    expect(writeSetupText({ election: a, trustees: b, credentials: c })).toBe(
      `{"election":"${a}","trustees":"${b}","credentials":"${c}"}`,
    );
    expect(writeTallyText({ numTallied: 7, totalWeight: 2n ** 30n - 1n, encryptedTally: a })).toBe(
      `{"num_tallied":7,"total_weight":1073741823,"encrypted_tally":"${a}"}`,
    );
    expect(writeTallyText({ numTallied: 7, totalWeight: 2n ** 30n, encryptedTally: a })).toBe(
      `{"num_tallied":7,"total_weight":"1073741824","encrypted_tally":"${a}"}`,
    );
    expect(writeOwnedText({ owner: 2, payload: a })).toBe(`{"owner":2,"payload":"${a}"}`);
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(readEventText(writeEventText(event))).toEqual(event);
      }),
    );
    fc.assert(
      fc.property(fc.nat(8 ** 11 - 1), (time) => {
        expect(readArchiveText(writeArchiveText(time))).toBe(time);
      }),
    );
    fc.assert(
      fc.property(hash, hash, hash, (election, trustees, credentials) => {
        const setup = { election, trustees, credentials };
        expect(readSetupText(writeSetupText(setup))).toEqual(setup);
      }),
    );
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.bigInt(0n, 10n ** 12n), hash, (numTallied, totalWeight, encryptedTally) => {
        const tally = { numTallied, totalWeight, encryptedTally };
        expect(readTallyText(writeTallyText(tally))).toEqual(tally);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), hash, (owner, payload) => {
        expect(readOwnedText(writeOwnedText({ owner, payload }))).toEqual({ owner, payload });
      }),
    );
  });

  it('are read in their one form alone, damaged or not', () => {
    const texts = fc.oneof(
      anyEvent.map(writeEventText),
      fc.constantFrom(
        writeArchiveText(1_795_220_101),
        writeSetupText({ election: a, trustees: b, credentials: c }),
        writeTallyText({ numTallied: 7, totalWeight: 9n, encryptedTally: a }),
        writeTallyText({ numTallied: 7, totalWeight: 2n ** 40n, encryptedTally: a }),
        writeOwnedText({ owner: 12, payload: a }),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(texts, texts.chain(damaged)), (text) => {
        expect(readEventText(text) !== undefined).toBe(isEventForm(text));
        expect(readArchiveText(text) !== undefined).toBe(archiveForm.test(text));
        expect(readSetupText(text) !== undefined).toBe(setupForm.test(text));
        expect(readTallyText(text) !== undefined).toBe(tallyForm.test(text));
        expect(readOwnedText(text) !== undefined).toBe(ownedForm.test(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    `{"parent":"${a}","height":0,"type":"Setup","payload":"${b}"}`,
    `{"height":1,"type":"Ballot","payload":"${b}"}`,
    `{"parent":"${a}","height":1,"type":"Ballot"}`,
    `{"parent":"${a}","height":1,"type":"EndBallots","payload":"${b}"}`,
    `{"parent":"${a}","height":1,"type":"Bulletin","payload":"${b}"}`,
    `{"parent":"${a}","height":01,"type":"Ballot","payload":"${b}"}`,
    `{"parent":"${a}","height":9007199254740992,"type":"Ballot","payload":"${b}"}`,
    `{"parent":"${a}","height":1,"payload":"${b}","type":"Ballot"}`,
    `{"parent":"${a.toUpperCase()}","height":1,"type":"Ballot","payload":"${b}"}`,
    `{"parent":"${a}", "height":1,"type":"Ballot","payload":"${b}"}`,
    `{"parent":"${a}","height":1,"type":"Ballot","payload":"${b}"}\n`,
    '',
  ])('no event: %s', (text) => {
    expect(readEventText(text)).toBeUndefined();
  });

  it.each([
    ['a number for the timestamp', readArchiveText, '{"version":1,"timestamp":1795220101}'],
    ['another version', readArchiveText, '{"version":2,"timestamp":"1795220101"}'],
    ['a leading zero', readArchiveText, '{"version":1,"timestamp":"01795220101"}'],
    ['more seconds than a header holds', readArchiveText, `{"version":1,"timestamp":"${8 ** 11}"}`],
    ['a fourth content', readSetupText, `{"election":"${a}","trustees":"${b}","credentials":"${c}","more":"${a}"}`],
    ['a content too few', readSetupText, `{"election":"${a}","trustees":"${b}"}`],
    [
      'no hash of the election',
      readSetupText,
      `{"election":"${'g'.repeat(64)}","trustees":"${b}","credentials":"${c}"}`,
    ],
    [
      'no hash of the trustees',
      readSetupText,
      `{"election":"${a}","trustees":"${'g'.repeat(64)}","credentials":"${c}"}`,
    ],
    ['a small weight as text', readTallyText, `{"num_tallied":7,"total_weight":"7","encrypted_tally":"${a}"}`],
    ['a great weight bare', readTallyText, `{"num_tallied":7,"total_weight":1073741824,"encrypted_tally":"${a}"}`],
    ['a negative weight', readTallyText, `{"num_tallied":7,"total_weight":-1,"encrypted_tally":"${a}"}`],
    [
      'an endless weight',
      readTallyText,
      `{"num_tallied":7,"total_weight":"${'1'.repeat(31)}","encrypted_tally":"${a}"}`,
    ],
    ['no number of ballots', readTallyText, `{"total_weight":7,"encrypted_tally":"${a}"}`],
    ['no hash of the tally', readTallyText, '{"num_tallied":7,"total_weight":7,"encrypted_tally":""}'],
    ['trustee 0', readOwnedText, `{"owner":0,"payload":"${a}"}`],
    ['a trustee beyond counting', readOwnedText, `{"owner":1000000000,"payload":"${a}"}`],
    ['a trustee as text', readOwnedText, `{"owner":"1","payload":"${a}"}`],
    ['no payload', readOwnedText, '{"owner":1}'],
  ])('refuses %s', (_, reader, text) => {
    expect(reader(text)).toBeUndefined();
  });

  it('are not written for a timestamp that no record can carry', () => {
    expect(() => writeArchiveText(-1)).toThrow('eleven octal digits');
  });
});
