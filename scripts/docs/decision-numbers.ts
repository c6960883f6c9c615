import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is wrong with the numbers of the decisions: each follows the one before, and its heading has the number of its file. */
export function misnumberedDecisions(root: string): readonly string[] {
  const folder = join(root, 'docs/decisions');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  return names.toSorted().flatMap((name, i) => {
    const number = String(i).padStart(4, '0');
    if (!name.startsWith(`${number}-`)) return [`docs/decisions/${name} should have the number ${number}`];
    const [heading = ''] = readFileSync(join(folder, name), 'utf8').split('\n', 1);
    return heading.startsWith(`# ${number} `) ? [] : [`docs/decisions/${name} begins with “${heading}”`];
  });
}
