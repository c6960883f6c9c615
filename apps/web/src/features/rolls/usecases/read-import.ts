import { type RollProblem, rollLimits } from '@convite/domain';
import { assertNever, invariant } from '@convite/kernel';
import { z } from 'zod';
import type { Attempt } from '../../../jobs/job-queue.ts';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import { dropPieces, readPieces } from '../../../persistence/brought-pieces.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import {
  dropProblemList,
  problemPieces,
  putProblemList,
  putProblems,
  readProblems,
} from '../../../persistence/problem-lists.ts';
import { fileLines } from '../../../reading/file-pieces.ts';
import { mostProblems } from '../../../reading/most-problems.ts';
import { type RollProblems, rowsAtOnce } from '../../../reading/read-roll.ts';
import type { ReadingAnswer } from '../../../reading/tasks.ts';
import type { RollsContext } from '../rolls-context.ts';
import { findRoll } from '../store.ts';
import {
  findImport,
  type ImportRecord,
  moveImport,
  noteCompared,
  noteProgress,
  refuseImport,
} from '../store-imports.ts';
import { territoriesOf } from '../store-people.ts';
import { compareStaged, dropStaged, listStagedProblems, makeRoom, putStaged, surveyStaged } from '../store-staging.ts';

/** A million lines on a slow machine under load. */
const longestReading = 10 * 60 * 1000;
/** Reading is about the first half of the time. */
const readingThousandths = 500;

/** Every note waits for the disk, what is staged does not. */
const piecesToTell = 10;

const pieceSchema = z.array(z.string());

/**
 * Reads a file that was brought, checks every line and all lines together, and compares it with the roll. It ends ready to
 * be applied or refused; the roll itself is not touched.
 */
export async function readImport(context: RollsContext, id: string, attempt: Attempt): Promise<void> {
  const { database, work } = context;
  if (!(await inTransaction(database, (tx) => moveImport(tx, id, 'read')))) return;
  const given = await findImport(database, id);
  invariant(given !== undefined, 'an import that was moved exists');
  await dropStaged(database, id);
  await work.use(async (place) => {
    await place.append('upload', new Uint8Array());
    for await (const piece of readPieces(database, id)) await place.append('upload', piece);
    const answer = await read(context, given, place, attempt);
    switch (answer.type) {
      case 'roll_problems':
        return await refuse(context, given, answer, fileLines(place.path('wrong')));
      case 'took_too_long': {
        const problems: readonly RollProblem[] = [{ line: null, problem: { type: 'took_too_long' } }];
        return await refuse(context, given, { problems, more: 0 }, problemPieces(problems));
      }
      case 'roll':
        await stage(context, id, place.path('lines'), answer.rows);
        return await compare(context, given, answer.ignored);
      case 'territories':
      case 'territory_problems':
      case 'commitment':
      case 'credentials':
        return invariant(false, 'a process answers what it was asked');
      default:
        return assertNever(answer);
    }
  });
}

async function read(
  { database, readers }: RollsContext,
  { id, consultation, part, declared, sourceBytes }: ImportRecord,
  place: WorkPlace,
  { signal, last }: Attempt,
): Promise<ReadingAnswer | { readonly type: 'took_too_long' }> {
  const roll = await findRoll(database, consultation);
  invariant(roll !== undefined, 'a file is brought for a roll');
  const territories = await territoriesOf(database, part);
  let told = 0;
  const answer = await readers.run(
    {
      type: 'roll',
      path: place.path('upload'),
      out: place.path('lines'),
      wrong: place.path('wrong'),
      declared,
      eligibility: roll.eligibility,
      territories: territories.map(({ code, id: territory }) => [code, territory]),
      mostRows: rollLimits.people,
    },
    { milliseconds: longestReading, signal },
    ({ done }) => {
      const progress = Math.floor((Math.min(done, sourceBytes) / sourceBytes) * readingThousandths);
      if (progress < told + 10) return;
      told = progress;
      // Telling how far it has come is no part of the work.
      noteProgress(database, id, progress).catch(() => undefined);
    },
  );
  if (answer.ok) return answer.value;
  if (answer.error === 'stopped' || !last) throw new Error(`reading a roll ended: ${answer.error}`);
  return { type: 'took_too_long' };
}

async function stage({ database }: RollsContext, id: string, path: string, rows: number): Promise<void> {
  let pieces = 0;
  for await (const line of fileLines(path)) {
    await putStaged(database, id, pieceSchema.parse(JSON.parse(line)));
    pieces++;
    if (pieces % piecesToTell !== 0) continue;
    const share = Math.min(1, (pieces * rowsAtOnce) / rows);
    await noteProgress(database, id, readingThousandths + Math.floor(share * (990 - readingThousandths)));
  }
  await surveyStaged(database);
}

/** What is wrong with lines together, and with them beside rule and roll; the difference; then the bytes are forgotten. */
async function compare(
  { database, now }: RollsContext,
  given: ImportRecord,
  ignored: readonly string[],
): Promise<void> {
  const { id, consultation } = given;
  await inTransaction(database, async (tx) => {
    await makeRoom(tx);
    const roll = await findRoll(tx, consultation);
    invariant(roll !== undefined, 'a file is brought for a roll');
    await putProblemList(tx, { id, kind: 'roll', consultation, at: now() });
    const count = await listStagedProblems(tx, given, roll.eligibility);
    if (count > 0) return await refuseStaged(tx, id, count, now());
    await dropProblemList(tx, id);
    const compared = { version: roll.version, ...(await compareStaged(tx, given)) };
    if (await noteCompared(tx, id, compared, ignored)) await dropPieces(tx, id);
  });
}

/** Refuses a file whose list of problems stands, and forgets everything else of it. */
export async function refuseStaged(tx: Tx, id: string, count: number, at: Date): Promise<void> {
  if (!(await refuseImport(tx, id, await firstProblems(tx, id), count, at))) return;
  await dropPieces(tx, id);
  await dropStaged(tx, id);
}

/** Those that the page of the file shows. */
async function firstProblems(tx: Tx, id: string): Promise<readonly RollProblem[]> {
  const problems: RollProblem[] = [];
  for await (const piece of readProblems<RollProblem>(tx, id)) {
    problems.push(...piece);
    if (problems.length >= mostProblems) break;
  }
  return problems.slice(0, mostProblems);
}

async function refuse(
  { database, now }: RollsContext,
  { id, consultation }: ImportRecord,
  { problems, more }: RollProblems,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    if (!(await refuseImport(tx, id, problems, problems.length + more, now()))) return;
    await putProblems(tx, { id, kind: 'roll', consultation, at: now() }, pieces);
    await dropPieces(tx, id);
  });
}
