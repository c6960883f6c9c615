import { count, counterfactuals, toldSwitches } from '@convite/counting';
import { openFile } from './open-file.ts';
import type { CountingAnswer, CountingNote, SwitchesTask } from './tasks.ts';

/** Finds what would have changed the outcome of each of the projects, and tells every answer as soon as it is found. */
export function findSwitches(task: SwitchesTask, tell: (note: CountingNote) => void): CountingAnswer {
  const opened = openFile(task.file, task.changes);
  if (!opened.ok) return { type: 'refused', refusal: opened.error };
  const { instance, profile } = opened.value.file;
  const outcome = count(instance, profile, task.ruleSet);
  if (!outcome.ok) return { type: 'refused', refusal: outcome.error };
  for (const id of task.projects) {
    const project = instance.projects.findIndex((candidate) => candidate.id === id);
    if (project < 0) continue;
    const found = counterfactuals(instance, profile, task.ruleSet, outcome.value, project);
    tell({ type: 'switches', project: id, switches: toldSwitches(instance, found) });
  }
  return { type: 'switches_found' };
}
