/** A counting process in trouble: it never ends under Phragmén, always crashes under majority judgement, once under equal shares. */
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performTask } from '../src/features/recounts/counting/perform-task.ts';
import type { CountingTask } from '../src/features/recounts/counting/tasks.ts';

process.once('message', ({ task }: { readonly task: CountingTask }) => {
  const isOurs = task.type === 'count' && task.file.size < 2000;
  const rule = isOurs ? task.ruleSet.rule : 'greedy';
  if (rule === 'phragmen') for (;;);
  if (rule === 'majority-judgement' || (isOurs && rule === 'equal-shares' && isFirst(task.file.hash))) process.exit(3);
  process.send?.({ type: 'answer', answer: performTask(task, () => undefined) });
});

function isFirst(hash: string): boolean {
  const mark = join(tmpdir(), `convite-crashed-${process.ppid}-${hash}`);
  if (existsSync(mark)) return false;
  writeFileSync(mark, '');
  return true;
}
