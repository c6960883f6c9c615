import type { TaskTable } from '../tasks/task.ts';
import { castBallot } from './cast.ts';
import { findBallot } from './find-ballot.ts';
import { showTracker } from './tracker.ts';

/** What a voter, or somebody who helps one, does without a browser. */
export const ballotTasks = {
  cast: {
    options: {
      archive: 'file',
      election: 'file',
      side: 'file',
      'credential-file': 'file',
      choices: { form: '[[1,0],[5]]', example: "'[[1,0],[5]]'", repeats: false },
      choose: 'flag',
      out: 'file',
    },
    required: ['out'],
    inputs: 'none',
    example: 'ballot cast --archive election.bel --credential-file code.txt --choose --out ballot.json',
    run: castBallot,
  },
  tracker: {
    options: {},
    required: [],
    inputs: 'one',
    example: 'ballot tracker ballot.json',
    run: showTracker,
  },
  check: {
    options: {
      archive: 'file',
      side: 'file',
      tracker: { form: 'TRACKER', example: "'aB3d eF9h kL2m'", repeats: false },
    },
    required: ['archive', 'tracker'],
    inputs: 'none',
    example: "ballot check --archive election.bel --tracker 'aB3d eF9h kL2m'",
    run: findBallot,
  },
} as const satisfies TaskTable;
