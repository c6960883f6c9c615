import { groupNames } from '@convite/crypto';
import type { TaskTable } from '../tasks/task.ts';
import { checkCredentials } from './check-credentials.ts';
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
  check: {
    options: { archive: 'file', side: 'file' },
    required: [],
    inputs: 'one',
    example: 'registrar check credentials',
    run: checkCredentials,
  },
} as const satisfies TaskTable;
