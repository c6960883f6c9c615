import { writeFileSync } from 'node:fs';
import { zstdCompressSync } from 'node:zlib';
import {
  declaredRuleSet,
  parsePabulib,
  type PabulibFile,
  type PabulibProblem,
  problemMessage,
} from '@convite/counting';
import { bytesOf, sha256 } from './open-file.ts';
import type { LineProblem } from '../pages/views.ts';
import type { CountingAnswer, FileFacts, ReadTask, Unreadable } from './tasks.ts';

/** Reads what somebody brought, to the last line, before anything of it is stored. */
export function readUpload({ content, compressTo }: ReadTask): CountingAnswer {
  const bytes = bytesOf(content);
  const file = parsePabulib(bytes);
  if (file.ok) {
    const compressed = zstdCompressSync(bytes);
    if (compressTo !== undefined) writeFileSync(compressTo, compressed, { mode: 0o600, flag: 'wx' });
    const [hash, size, facts] = [sha256(bytes), bytes.byteLength, factsOf(file.value)];
    return { type: 'read', hash, size, facts, compressed: compressTo === undefined ? compressed : undefined };
  }
  return {
    type: 'unreadable',
    notText: file.error.some(({ code }) => code === 'not_text' || code === 'not_utf8'),
    ...toldProblems(file.error),
  };
}

/** Problems line by line, and how many more the reader left out. */
function toldProblems(found: readonly PabulibProblem[]): Pick<Unreadable, 'problems' | 'more'> {
  const problems: LineProblem[] = [];
  let more = 0;
  for (const problem of found) {
    if (problem.code === 'more_problems') {
      more += problem.count;
      continue;
    }
    problems.push({
      line: problem.code === 'empty_file' || problem.code === 'not_text' ? null : problem.line,
      code: problem.code,
      message: { es: problemMessage(problem, 'es'), en: problemMessage(problem, 'en') },
    });
  }
  return { problems, more };
}

function factsOf(file: PabulibFile): FileFacts {
  const declared = declaredRuleSet(file);
  return {
    kind: file.profile.kind,
    projects: file.instance.projects.length,
    ballots: file.profile.ballots,
    title: file.meta.get('description') ?? '',
    place: file.meta.get('unit') ?? null,
    declared: declared.ok ? declared.value : null,
  };
}
