import type { RollEntry } from './roll-entry.ts';
import { personKey } from './roll-entry.ts';
import type { RollProblem } from './roll-problem.ts';

/** An entry, and the line of the file that it came from. */
export interface PlacedEntry extends RollEntry {
  readonly line: number;
}

/**
 * Finds the lines that name somebody of an earlier line: the same name, written in any way, with the same birth date and
 * nothing that tells the two apart; or the same document.
 *
 * Source: docs/spec/roll.md, A.3. Cost: linear, in time and memory.
 */
export function repeats(entries: readonly PlacedEntry[]): readonly RollProblem[] {
  const people = new Map<string, number>();
  const documents = new Map<string, number>();
  return entries.flatMap((entry): readonly RollProblem[] => {
    const { normalName, birthDate, toldApart, normalDocument } = personKey(entry);
    const { line } = entry;
    const known = (map: Map<string, number>, key: string): number | undefined => {
      const first = map.get(key);
      if (first === undefined) map.set(key, line);
      return first;
    };
    const person = known(people, JSON.stringify([normalName, birthDate, toldApart]));
    const document = normalDocument === null ? undefined : known(documents, normalDocument);
    return [
      ...(person === undefined ? [] : [{ line, problem: { type: 'repeated_person', first: person } } as const]),
      ...(document === undefined ? [] : [{ line, problem: { type: 'repeated_document', first: document } } as const]),
    ];
  });
}
