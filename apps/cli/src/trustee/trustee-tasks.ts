import { groupNames, wordLanguages } from '@convite/crypto';
import type { TaskTable } from '../tasks/task.ts';
import { assembleTrustees } from './assemble-trustees.ts';
import { backUpKey } from './backup.ts';
import { makeDeal, makeOwnCertificate, makeShare, sizeForm } from './ceremony-steps.ts';
import { decryptTally } from './decrypt.ts';
import { showStatus } from './key-status.ts';
import { makeKey } from './make-key.ts';
import { passOver } from './pass.ts';
import { rehearse } from './rehearse.ts';
import { restoreFromWords } from './restore.ts';
import { shuffleBallots } from './shuffle.ts';

const nameForm = { form: 'NAME', example: 'Ana', repeats: false } as const;
const onArchive = {
  archive: 'file',
  side: 'file',
  key: 'file',
  owner: 'whole-number',
  out: 'file',
  rehearsal: 'flag',
  'own-shuffle': 'file',
} as const;

/** What a trustee does, from the making of the key to the decryption. */
export const trusteeTasks = {
  key: {
    options: { group: groupNames, name: nameForm, out: 'file' },
    required: ['group', 'name', 'out'],
    inputs: 'none',
    example: 'trustee key --group Ed25519 --name Ana --out ana',
    run: makeKey,
  },
  'ceremony certificate': {
    options: {
      group: groupNames,
      trustees: sizeForm,
      member: 'whole-number',
      name: nameForm,
      folder: 'file',
      key: 'file',
    },
    required: ['group', 'trustees', 'member', 'name', 'folder'],
    inputs: 'none',
    example: 'trustee ceremony certificate --group Ed25519 --trustees 2of3 --member 1 --name Ana --folder ceremony',
    run: makeOwnCertificate,
  },
  'ceremony deal': {
    options: { key: 'file', folder: 'file' },
    required: ['key', 'folder'],
    inputs: 'none',
    example: 'trustee ceremony deal --key ana.secret.json --folder ceremony',
    run: makeDeal,
  },
  'ceremony share': {
    options: { key: 'file', folder: 'file' },
    required: ['key', 'folder'],
    inputs: 'none',
    example: 'trustee ceremony share --key ana.secret.json --folder ceremony',
    run: makeShare,
  },
  assemble: {
    options: { folder: 'file', single: { form: 'FILE', example: 'trustee-ana.json', repeats: true }, out: 'file' },
    required: ['out'],
    inputs: 'none',
    example: 'trustee assemble --folder ceremony --out trustees.json',
    run: assembleTrustees,
  },
  rehearse: {
    options: { trustees: 'file', key: 'file', out: 'file' },
    required: ['trustees'],
    inputs: 'any',
    example: 'trustee rehearse --trustees trustees.json --key ana.key.json',
    run: rehearse,
  },
  backup: {
    options: {
      key: 'file',
      to: { form: 'FOLDER', example: '/media/stick-1', repeats: true },
      paper: 'file',
      words: wordLanguages,
    },
    required: ['key', 'to'],
    inputs: 'none',
    example: 'trustee backup --key ana.key.json --to /media/stick-1 --to /media/stick-2',
    run: backUpKey,
  },
  restore: {
    options: { trustees: 'file', public: 'file', words: wordLanguages, out: 'file' },
    required: ['out'],
    inputs: 'any',
    example: 'trustee restore words.txt --trustees trustees.json --out ana.key.json',
    run: restoreFromWords,
  },
  status: {
    options: { key: 'file', trustees: 'file', archive: 'file', side: 'file', 'own-shuffle': 'file' },
    required: ['key'],
    inputs: 'none',
    example: 'trustee status --key ana.key.json --archive election.bel',
    run: showStatus,
  },
  shuffle: {
    options: onArchive,
    required: ['archive', 'key'],
    inputs: 'none',
    example: 'trustee shuffle --archive election.bel --key ana.key.json',
    run: shuffleBallots,
  },
  pass: {
    options: { key: 'file', out: 'file' },
    required: ['key', 'out'],
    inputs: 'one',
    example: 'trustee pass work.zip --key ana.key.json --out answer.zip',
    run: passOver,
  },
  decrypt: {
    options: onArchive,
    required: ['archive', 'key'],
    inputs: 'none',
    example: 'trustee decrypt --archive election.bel --key ana.key.json',
    run: decryptTally,
  },
} as const satisfies TaskTable;
