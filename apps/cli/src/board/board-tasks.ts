import type { TaskTable } from '../tasks/task.ts';
import { addPayloads } from './add-payloads.ts';
import { newElection } from './new-election.ts';
import { closeVote, endShuffles, publishResult } from './next-steps.ts';
import { openBoard } from './open-board.ts';

const onArchive = { options: { side: 'file' }, required: [], inputs: 'one' } as const;

/** What whoever keeps the board does: so a whole election can be held by files alone, without a server. */
export const boardTasks = {
  election: {
    options: { questions: 'file', trustees: 'file', out: 'file' },
    required: ['questions', 'trustees', 'out'],
    inputs: 'none',
    example: 'board election --questions questions.json --trustees trustees.json --out election.json',
    run: newElection,
  },
  open: {
    options: { election: 'file', trustees: 'file', credentials: 'file', out: 'file' },
    required: ['election', 'trustees', 'credentials', 'out'],
    inputs: 'none',
    example:
      'board open --election election.json --trustees trustees.json --credentials credentials/public_creds.json --out election.bel',
    run: openBoard,
  },
  add: {
    options: { side: 'file' },
    required: [],
    inputs: 'some',
    example: 'board add election.bel ballot.json',
    run: addPayloads,
  },
  close: { ...onArchive, example: 'board close election.bel', run: closeVote },
  'end-shuffles': { ...onArchive, example: 'board end-shuffles election.bel', run: endShuffles },
  result: { ...onArchive, example: 'board result election.bel', run: publishResult },
} as const satisfies TaskTable;
