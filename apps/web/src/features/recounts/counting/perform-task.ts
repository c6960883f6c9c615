import { assertNever } from '@convite/kernel';
import { countFile } from './count-file.ts';
import { findSwitches } from './find-switches.ts';
import { openFile, publicBallots } from './open-file.ts';
import { readUpload } from './read-upload.ts';
import type { CountingAnswer, CountingNote, CountingTask } from './tasks.ts';

/** Does one piece of work, wherever it runs. */
export function performTask(task: CountingTask, tell: (note: CountingNote) => void): CountingAnswer {
  switch (task.type) {
    case 'read':
      return readUpload(task);
    case 'count':
      return countFile(task, tell);
    case 'switches':
      return findSwitches(task, tell);
    case 'ballots': {
      const opened = openFile(task.file, task.changes);
      if (!opened.ok) return { type: 'refused', refusal: opened.error };
      return { type: 'ballots', bytes: publicBallots(opened.value.file) };
    }
    default:
      return assertNever(task);
  }
}
