import { Misread, readText, sideFile, sideSection } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import type { Database } from '../../../persistence/database.ts';
import { archiveOfRows } from '../../ballots/index.ts';
import type { ResultsContext } from '../results-context.ts';
import { sideSectionsOf } from '../store-counts.ts';

/** Writes the archive of a contest and its side file, where it has them. @returns their paths */
export async function writeContestFiles(
  { database }: Pick<ResultsContext, 'database'>,
  place: WorkPlace,
  contest: string,
): Promise<{ readonly archive: string | undefined; readonly side: string | undefined }> {
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
