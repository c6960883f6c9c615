import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { hexToBytes } from '@noble/hashes/utils.js';
import { simulated, smallPlan } from '../simulation/simulated.fixture.ts';
import { portableSha256 } from '../primitives/sha256.ts';
import { hashOfText } from '../v1/election/fingerprint.ts';
import { readArchive } from './archive-reader.ts';
import { bytesSource } from './archive-source.ts';
import { writeEventText } from './board-texts.ts';
import { utf8 } from './archive.fixture.ts';
import { checkReceipt, checkReceiptOnBoard, writeReceipt } from './receipt.ts';
import { claimedHead, headText, readHead, writeHead } from './signed-head.ts';
import { boardKeyText } from './signed-note.ts';
import { sha256Hex } from '../primitives/sha256.ts';

const { sha256 } = portableSha256;
const contest = '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b201';
const { archive } = simulated({ ...smallPlan, until: 'ballots' }, 'receipts');
const reading = await readArchive(bytesSource(archive), { sha256: portableSha256 });
if (!reading.ok) throw new Error('the archive is sound');
const { index } = reading;
const setup = index.event(0);
if (setup.type !== 'Setup') throw new Error('an archive begins with its setup');
const { offset, length } = setup.election;
const electionText = Buffer.from(archive.subarray(offset, offset + length)).toString();

const secret = ed25519.utils.randomSecretKey(new Uint8Array(32).fill(7));
const publicKey = ed25519.getPublicKey(secret);
const key = boardKeyText(publicKey, sha256);

function signed(size: number, hash: string, by = secret): string {
  const digest = sha256Hex(hexToBytes(hash));
  const head = { contest, size, hash: digest };
  return writeHead(head, ed25519.getPublicKey(by), ed25519.sign(utf8(headText(head)), by), sha256);
}

/** The receipt of the ballot at a height, parts of it replaced. */
function receiptAt(height: number, other: Partial<Parameters<typeof writeReceipt>[0]> = {}): string {
  const event = index.event(height);
  const before = index.event(height - 1);
  if (event.type !== 'Ballot') throw new Error('there is a ballot at this height');
  const text = writeEventText({ parent: before.hash, height, type: 'Ballot', payload: event.payload.sha256 });
  return writeReceipt({
    convite_receipt: 1,
    election: hashOfText(sha256, electionText),
    tracker: Buffer.from(event.payload.sha256, 'hex').toString('base64').replace('=', ''),
    event: text,
    head: signed(height + 1, event.hash),
    ...other,
  });
}

const fault = (text: string, keyText = key): unknown => {
  const checked = checkReceipt(text, keyText, sha256);
  return checked.ok ? 'holds' : checked.error;
};

describe('a receipt', () => {
  it('holds by itself and on the board whose event it names', () => {
    const checked = checkReceiptOnBoard(receiptAt(2), key, { index, electionText }, sha256);
    expect(checked).toMatchObject({ ok: true, value: { contest, height: 2 } });
  });

  it('is refused when any of its parts belongs to another', () => {
    const [other, own] = [receiptAt(1), receiptAt(2)];
    const part = (text: string): Record<string, string> => JSON.parse(text);
    const cross = (name: string): string => JSON.stringify({ ...part(own), [name]: part(other)[name] });
    expect(fault(own)).toBe('holds');
    expect(fault(cross('tracker'))).toBe('other_ballot');
    expect(fault(cross('event'))).toBe('other_ballot');
    expect(fault(cross('head'))).toBe('other_event');
    expect(fault(receiptAt(2, { head: signed(4, index.event(2).hash) }))).toBe('other_event');
    expect(fault(receiptAt(2, { event: `${part(own)['event']} ` }))).toBe('not_a_ballot');
    expect(fault(`${own}x`)).toBe('not_a_receipt');
    expect(fault(JSON.stringify({ ...part(own), voter: 'Rosa' }))).toBe('not_a_receipt');
  });

  it('does not hold under another key, nor with any sign of the signature altered', () => {
    const strangers = ed25519.utils.randomSecretKey(new Uint8Array(32).fill(8));
    expect(fault(receiptAt(2), boardKeyText(ed25519.getPublicKey(strangers), sha256))).toBe('other_key');
    expect(fault(receiptAt(2), 'convite.board+00000000+AAAA')).toBe('not_a_key');
    expect(fault(receiptAt(2), key.replace(/\+[0-9a-f]{8}\+/u, '+00000000+'))).toBe('not_a_key');
    const note = signed(3, index.event(2).hash);
    const at = note.lastIndexOf(' ') + 1;
    for (let i = at; i < note.length - 2; i++) {
      const altered = `${note.slice(0, i)}${note[i] === 'A' ? 'B' : 'A'}${note.slice(i + 1)}`;
      expect(readHead(altered, key, sha256).ok, `sign ${i - at}`).toBe(false);
    }
    expect(readHead(signed(3, index.event(2).hash, strangers).replace(/\n\u2014.*\n$/u, ''), key, sha256).ok).toBe(
      false,
    );
  });

  it('is not on a board that ends before it, has another event there, or is of another election', () => {
    const facts = (text: string, electionOfBoard = electionText): unknown => {
      const checked = checkReceiptOnBoard(text, key, { index, electionText: electionOfBoard }, sha256);
      return checked.ok ? 'holds' : checked.error;
    };
    const height = index.length;
    const payload = sha256Hex(sha256(utf8('a ballot that was dropped')));
    const dropped = (at: number): string => {
      const event = writeEventText({ parent: index.event(at - 1).hash, height: at, type: 'Ballot', payload });
      const tracker = Buffer.from(payload, 'hex').toString('base64').replace('=', '');
      return receiptAt(1, { event, tracker, head: signed(at + 1, sha256Hex(sha256(utf8(event)))) });
    };
    expect(fault(dropped(height))).toBe('holds');
    expect(facts(dropped(height))).toBe('not_on_board');
    expect(facts(dropped(2))).toBe('not_on_board');
    expect(facts(receiptAt(2), `${electionText} `)).toBe('not_on_board');
    expect(facts(`${receiptAt(2)}x`)).toBe('not_a_receipt');
  });

  it('shows what a head claims before anybody believes it', () => {
    const note = signed(3, index.event(2).hash);
    expect(claimedHead(note)).toEqual({ contest, size: 3, hash: index.event(2).hash });
    expect(claimedHead(note.replace('\n3\n', '\n03\n'))).toBeUndefined();
    expect(claimedHead(note.replace('/1/', '/2/'))).toBeUndefined();
    // A last sign that leaves bits over is another text for the same bytes, or none.
    expect(claimedHead(note.replace(/\n([A-Za-z0-9+/]{42})[A-Za-z0-9+/]=\n/u, '\n$1B=\n'))).toBeUndefined();
  });
});
