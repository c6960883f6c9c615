import { Misread, readText, sideFile, sideSection } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import type { Database } from '../../../persistence/database.ts';
import { archiveOfRows } from '../../ballots/index.ts';
import type { ResultsContext } from '../results-context.ts';
import { sideSectionsOf } from '../store-counts.ts';
import { allEnded } from './all-ended.ts';

/** Paths of what was written of a contest. */
interface ContestPaths {
  readonly archive: string | undefined;
  readonly side: string | undefined;
}

/** Contests that are written side by side: what one waits for, another does. */
const atOnce = 8;

/** Writes the archive of each contest and its side file, where it has them. @returns their paths, in the order of the contests */
export async function writeContestFiles(
  context: Pick<ResultsContext, 'database'>,
  place: WorkPlace,
  contests: readonly string[],
): Promise<readonly ContestPaths[]> {
  const paths: ContestPaths[] = [];
  for (let at = 0; at < contests.length; at += atOnce) {
    const part = contests.slice(at, at + atOnce);
    paths.push(...(await allEnded(part.map((contest) => writeFilesOf(context, place, contest)))));
  }
  return paths;
}

async function writeFilesOf(
  { database }: Pick<ResultsContext, 'database'>,
  place: WorkPlace,
  contest: string,
): Promise<ContestPaths> {
  let archive: string | undefined;
  for await (const piece of archiveOfRows(database, contest)) {
    archive ??= place.path(`${contest}.bel`);
    await place.append(`${contest}.bel`, piece);
  }
  const text = await sideTextOf(database, contest);
  if (text === undefined) return { archive, side: undefined };
  await place.append(`${contest}.json`, Buffer.from(text));
  return { archive, side: place.path(`${contest}.json`) };
}

/** The side file of an election; undefined before the first decryption. */
async function sideTextOf(database: Database, contest: string): Promise<string | undefined> {
  const found = await sideSectionsOf(database, contest);
  if (found === undefined) return undefined;
  const sections = found.sections.map((text) => {
    const section = readText(sideSection, text);
    invariant(!(section instanceof Misread), 'a section was read when it was brought');
    return section;
  });
  return sideFile.write({ convite_side: 1, uuid: found.uuid, election_hash: found.fingerprint, sections });
}
