import type { Breach } from './breach.ts';
import { isTestFile, type SourceFile } from './source-files.ts';

const maySpeakSql = /^apps\/web\/(?:migrations\/|src\/persistence\/|src\/features\/[^/]+\/store(?:-[a-z]+)?\.ts$)/;
// Statements, not sentences: "Select a file from your computer" is no SQL, and neither is "select a village from it".
const statement = new RegExp(
  [
    'select\\s+(?:\\d|[\\w."*]+\\(|[\\w."*()$:]+(?:\\s+as\\s+\\w+)?(?:\\s*,|\\s+from\\s))',
    'insert\\s+into\\s',
    'update\\s+[\\w."]+\\s+set\\s',
    'delete\\s+from\\s',
    '(?:create|alter|drop|truncate)\\s+(?:or\\s+replace\\s+)?(?:table|index|schema|database|role|view|function)\\s',
    'with\\s+(?:recursive\\s+)?\\w+\\s+as\\s*\\(',
  ]
    .map((form) => `^\\s*${form}`)
    .join('|'),
);
const isShouted = /^\s*[A-Z]{2}/;
const isSql = (text: string): boolean => statement.test(isShouted.test(text) ? text.toLowerCase() : text);
const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']);

/** SQL, as text or through the query builder, outside `store.ts`, `persistence` and `migrations`. Tests are free. */
export function checkSql(files: readonly SourceFile[]): readonly Breach[] {
  return files.flatMap(({ path, module }) => {
    if (maySpeakSql.test(path) || isTestFile(path)) return [];
    if (path.endsWith('.sql')) return [{ file: path, says: 'SQL lives in migrations, persistence and store.ts' }];
    const lines = [
      ...(module?.texts ?? []).filter(({ text }) => isSql(`${text} `)),
      ...(module?.calledMembers ?? []).filter(({ name }) => builders.has(name)),
    ].map(({ line }) => line);
    return [...new Set(lines)].map((line) => ({ file: path, line, says: 'speaks SQL outside of a store' }));
  });
}
