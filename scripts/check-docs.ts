/** Checks that the documents name only what exists, that decisions are numbered, and that ARCHITECTURE.md shows the table of imports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocuments } from './docs/check-documents.ts';
import { misnumberedDecisions } from './docs/decision-numbers.ts';
import { tableOfImports } from './docs/table-of-imports.ts';
import { allowedImports } from './walls/allowed-imports.ts';

const root = join(import.meta.dirname, '..');
const { documents, mentions, dead } = checkDocuments(root, [
  'count',
  'recount',
  'verify',
  'inspect',
  'simulate',
  'registrar',
  'trustee',
  'ballot',
  'board',
]);
for (const { document, line, kind, text } of dead)
  console.log(`${document}:${line} names a ${kind} that is not there: ${text}`);

const misnumbered = misnumberedDecisions(root);
for (const says of misnumbered) console.log(says);

const showsTable = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').includes(tableOfImports(allowedImports));
if (!showsTable) {
  console.log('ARCHITECTURE.md does not show the table of scripts/walls/allowed-imports.ts; it should hold:');
  console.log(tableOfImports(allowedImports));
}
if (dead.length > 0 || misnumbered.length > 0 || !showsTable) process.exitCode = 1;
console.log(`${documents} documents, ${mentions} paths and commands, ${dead.length} of them dead`);
