import { ed25519 } from '@noble/curves/ed25519.js';
import { eventsOf, read, smallElection, written } from '../board/archive.fixture.ts';
import {
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
} from '../board/board-texts.ts';
import {
  blockBytes,
  readRecordHeader,
  readRecordName,
  type RecordHeader,
  writeRecordHeader,
  writeRecordName,
} from '../board/tar-record.ts';
import { claimedHead, headText, readHead, writeHead } from '../board/signed-head.ts';
import { boardKeyText, decodeBase64 } from '../board/signed-note.ts';
import { protocolText, readProtocol, writeProtocol } from '../board/signed-protocol.ts';
import { utf8 } from '../primitives/bytes.ts';
import { portableSha256, readSha256Hex, sha256Hex } from '../primitives/sha256.ts';
import type { Fuzzed } from './fuzzed.fixture.ts';
import { jsonMutator, textMutator } from './mutations.fixture.ts';

const hash = sha256Hex(new Uint8Array(32).fill(0xa7));
const other = sha256Hex(new Uint8Array(32).fill(0x1e));
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A text of the board: undefined, or what is written of it. */
const boardText = <T>(
  name: string,
  samples: readonly string[],
  readIt: (text: string) => T | undefined,
  write: (value: T) => string,
): Fuzzed => ({
  name: `board/board-texts.ts#${name}`,
  mutate: jsonMutator(samples),
  rewrite: (text) => {
    const value = readIt(text);
    return value === undefined ? undefined : write(value);
  },
  law: 'same',
});

const headers: readonly RecordHeader[] = [
  { name: { kind: 'archive' }, size: 43, timestamp: 1_795_220_101 },
  { name: { kind: 'data', sha256: hash }, size: 2 ** 30 - 1, timestamp: 8 ** 11 - 1 },
  { name: { kind: 'event', sha256: other }, size: 0, timestamp: 0 },
];
const headerTexts = headers.map((header) => textOf(writeRecordHeader(header)));
const headerMutator = textMutator(headerTexts, 'bytes');
/** The setup alone, and the setup with the end of the votes: short, for each case is read whole. */
const archives = [[0], [0, 3]].map((heights) =>
  textOf(written(heights.flatMap((height) => smallElection[height] ?? []))),
);

const { sha256 } = portableSha256;
const boardSecret = new Uint8Array(32).fill(3);
const boardKey = ed25519.getPublicKey(boardSecret);
const boardKeyOf = boardKeyText(boardKey, sha256);
const head = { contest: '0b0e7a52-7a1c-4c1e-9d0e-5a5a5a5a5a5a', size: 12, hash };
const signature = ed25519.sign(utf8(headText(head)), boardSecret);
const note = writeHead(head, boardKey, signature, sha256);
const protocol = { slug: 'obras-2026', sha256: hash, software: 'convite 0.1.0' };
const protocolSignature = ed25519.sign(utf8(protocolText(protocol)), boardSecret);
const protocolNote = writeProtocol(protocol, boardKey, protocolSignature, sha256);

export const boardEntries: readonly Fuzzed[] = [
  boardText(
    'readEventText',
    [
      writeEventText({ parent: undefined, height: 0, type: 'Setup', payload: hash }),
      writeEventText({ parent: other, height: 12, type: 'Ballot', payload: hash }),
      writeEventText({ parent: other, height: 13, type: 'EndBallots', payload: undefined }),
    ],
    readEventText,
    writeEventText,
  ),
  boardText('readArchiveText', [writeArchiveText(1_795_220_101)], readArchiveText, writeArchiveText),
  boardText(
    'readSetupText',
    [writeSetupText({ election: hash, trustees: other, credentials: hash })],
    readSetupText,
    writeSetupText,
  ),
  boardText(
    'readTallyText',
    [3n, 2n ** 30n - 1n, 2n ** 30n].map((totalWeight) =>
      writeTallyText({ numTallied: 2, totalWeight, encryptedTally: hash }),
    ),
    readTallyText,
    writeTallyText,
  ),
  boardText('readOwnedText', [writeOwnedText({ owner: 3, payload: hash })], readOwnedText, writeOwnedText),
  {
    name: 'board/tar-record.ts#readRecordName',
    mutate: textMutator(['BELENIOS', `${hash}.data.json`, `${other}.event.json`]),
    rewrite: (text) => {
      const name = readRecordName(text);
      return name === undefined ? undefined : writeRecordName(name);
    },
    law: 'same',
  },
  {
    name: 'board/tar-record.ts#readRecordHeader',
    mutate: (dice) => headerMutator(dice).slice(0, blockBytes).padEnd(blockBytes, '\u0000'),
    rewrite: (text) => {
      const header = readRecordHeader(bytesOf(text));
      return header.ok ? textOf(writeRecordHeader(header.value)) : undefined;
    },
    law: 'same',
  },
  {
    name: 'board/archive-reader.ts#readArchive',
    mutate: textMutator(archives, 'bytes'),
    rewrite: async (text) => {
      const bytes = bytesOf(text);
      const reading = await read(bytes);
      return reading.ok ? textOf(written(await eventsOf(bytes), reading.head.timestamp)) : undefined;
    },
    law: 'same',
  },
  {
    name: 'board/signed-head.ts#claimedHead',
    mutate: textMutator([note]),
    rewrite: (text) => {
      const claimed = claimedHead(text);
      return claimed === undefined ? undefined : headText(claimed) + text.slice(headText(claimed).length);
    },
    law: 'same',
  },
  {
    name: 'board/signed-head.ts#readHead',
    mutate: textMutator([note]),
    rewrite: (text) => {
      const read = readHead(text, boardKeyOf, sha256);
      return read.ok ? writeHead(read.value, boardKey, signature, sha256) : undefined;
    },
    law: 'same',
    share: { of: 10, reason: 'a signature of Ed25519 without the core for what has the form' },
  },
  {
    name: 'board/signed-note.ts#decodeBase64',
    mutate: textMutator([Buffer.from(hash, 'hex').toString('base64'), Buffer.from(signature).toString('base64')]),
    rewrite: (text) => {
      const bytes = decodeBase64(text);
      return bytes === undefined ? undefined : Buffer.from(bytes).toString('base64');
    },
    law: 'same',
  },
  {
    name: 'board/signed-protocol.ts#readProtocol',
    mutate: textMutator([protocolNote]),
    rewrite: (text) => {
      const read = readProtocol(text, boardKeyOf, sha256);
      return read.ok ? writeProtocol(read.value, boardKey, protocolSignature, sha256) : undefined;
    },
    law: 'same',
    share: { of: 10, reason: 'a signature of Ed25519 without the core for what has the form' },
  },
  {
    name: 'primitives/sha256.ts#readSha256Hex',
    mutate: textMutator([hash, other]),
    rewrite: readSha256Hex,
    law: 'same',
  },
];
