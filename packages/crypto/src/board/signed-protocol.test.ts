import { ed25519 } from '@noble/curves/ed25519.js';
import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { portableSha256, sha256Hex } from '../primitives/sha256.ts';
import { utf8 } from './archive.fixture.ts';
import { headText, writeHead } from './signed-head.ts';
import { boardKeyText } from './signed-note.ts';
import { protocolText, readProtocol, type SignedProtocol, writeProtocol } from './signed-protocol.ts';

const { sha256 } = portableSha256;
const secret = new Uint8Array(32).fill(7);
const publicKey = ed25519.getPublicKey(secret);
const key = boardKeyText(publicKey, sha256);
const hash = sha256Hex(sha256(utf8('{"convite_protocol":1}\n')));
const protocol: SignedProtocol = { slug: 'obras-2026', sha256: hash, software: 'convite 0.1.0' };
const signed = (of: SignedProtocol, by = secret): string =>
  writeProtocol(of, ed25519.getPublicKey(by), ed25519.sign(utf8(protocolText(of)), by), sha256);

describe('the signature of a result protocol', () => {
  it('says which protocol, of which consultation, and with which program', () => {
    expect(readProtocol(signed(protocol), key, sha256)).toEqual(ok(protocol));
    expect(protocolText(protocol).split('\n')[0]).toBe('convite.protocol/1/obras-2026');
  });

  it('holds of nothing else: not of another text, not under another key, not as the head of a board', () => {
    const note = signed(protocol);
    const other = sha256Hex(sha256(utf8('{}')));
    for (const changed of [
      note.replace('obras-2026', 'obras-2027'),
      note.replace('0.1.0', '0.1.1'),
      signed({ ...protocol, sha256: other }).replace(/\u2014.*$/su, note.slice(note.indexOf('\u2014'))),
    ]) {
      expect(readProtocol(changed, key, sha256)).toEqual(err('signature_fails'));
    }
    const stranger = new Uint8Array(32).fill(8);
    expect(readProtocol(signed(protocol, stranger), key, sha256)).toEqual(err('other_key'));
    expect(readProtocol(note, `${key}x`, sha256)).toEqual(err('not_a_key'));
    const head = { contest: '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b201', size: 3, hash };
    const ofHead = writeHead(head, publicKey, ed25519.sign(utf8(headText(head)), secret), sha256);
    expect(readProtocol(ofHead, key, sha256)).toEqual(err('not_a_protocol'));
  });

  it('has one form: another text for the same bytes is none', () => {
    const note = signed(protocol);
    for (const changed of [
      `${note}\n`,
      note.replace('/1/', '/2/'),
      note.replace(/\n([A-Za-z0-9+/]{42})[A-Za-z0-9+/]=\n/u, '\n$1B=\n'),
      note.replace(/[A-Za-z0-9+/]=\n$/u, 'B=\n'),
    ]) {
      expect(readProtocol(changed, key, sha256)).toEqual(err('not_a_protocol'));
    }
  });
});
