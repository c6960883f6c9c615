import { groupNames } from '@convite/crypto';
import type { TaskTable } from '../tasks/task.ts';
import { checkFolder } from './check-folder.ts';
import { makeConsultation } from './consultation/make-consultation.ts';
import { replaceCode } from './consultation/replace-code.ts';
import { makeCredentials } from './make-credentials.ts';

/** What a registrar does, with the private part of the credentials never leaving this machine. */
export const registrarTasks = {
  credentials: {
    options: {
      roll: 'file',
      election: 'file',
      uuid: { form: 'UUID', example: 'CaLLeCedro1234', repeats: false },
      group: groupNames,
      out: 'file',
      spares: 'whole-number',
      form: ['long', 'checked'],
      weights: { form: 'COLUMN', example: 'shares', repeats: false },
    },
    required: ['roll', 'out'],
    inputs: 'none',
    example: 'registrar credentials --roll roll.csv --election election.json --out credentials',
    run: makeCredentials,
  },
  consultation: {
    options: {
      order: 'file',
      roll: 'file',
      salt: 'file',
      out: 'file',
      sheets: ['both', 'letters', 'slips', 'none'],
      threads: 'whole-number',
    },
    required: ['order', 'roll', 'salt', 'out'],
    inputs: 'none',
    example: 'registrar consultation --order order.json --roll roll.csv --salt salt.txt --out codes',
    run: makeConsultation,
  },
  replace: {
    options: {
      id: { form: 'ID', example: '1f0c', repeats: false },
      out: 'file',
      territory: { form: 'CODE', example: 'PS-1', repeats: false },
      name: { form: 'NAME', example: 'Ana', repeats: false },
      language: { form: 'TAG', example: 'es', repeats: false },
    },
    required: ['id', 'out'],
    inputs: 'one',
    example: 'registrar replace codes --id 1f0c --out for-ana',
    run: replaceCode,
  },
  check: {
    options: { archive: 'file', order: 'file', side: 'file' },
    required: [],
    inputs: 'one',
    example: 'registrar check credentials',
    run: checkFolder,
  },
} as const satisfies TaskTable;
