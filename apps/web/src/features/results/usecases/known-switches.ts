import type { ManifestContest } from '@convite/archive';
import { isLater } from '../archives/contest-report.ts';
import { readAnswers } from '../archives/find-switches.ts';
import type { ArchivedContest } from '../archives/open-archive.ts';
import { switchesKey } from '../archives/switches.ts';
import type { SwitchSearch } from '../pages/views.ts';
import type { ResultsContext } from '../results-context.ts';
import { findSearch } from '../store-switches.ts';
import { readHashed } from '../archives/hashed-text.ts';

/**
 * What would have changed the outcome of a contest, as far as it is known: out of its report, or out of the file that a
 * search writes. `changed` where that file is not the one that was recorded.
 */
export async function knownSwitches(
  { database, archives }: Pick<ResultsContext, 'database' | 'archives'>,
  { contest, report }: ArchivedContest,
  decimals: number,
): Promise<SwitchSearch | null | 'changed'> {
  const switches = report?.switches ?? null;
  if (switches === null) return null;
  if (!isLater(switches)) {
    const options = Object.keys(switches).length;
    return { state: 'done', found: switches, done: options, options };
  }
  return await searched({ database, archives }, contest, decimals, switches.later);
}

async function searched(
  { database, archives }: Pick<ResultsContext, 'database' | 'archives'>,
  contest: ManifestContest,
  decimals: number,
  options: number,
): Promise<SwitchSearch | 'changed'> {
  const key = switchesKey(contest, decimals);
  const search = await findSearch(database, key);
  if (search === undefined) return { state: 'given_up', found: {}, done: 0, options };
  const text = search.bytes === 0 ? '' : await readHashed(archives.switchesPath(key), search);
  if (text === undefined) return 'changed';
  const found = Object.fromEntries(readAnswers(text).map((answer) => [answer.option, answer.switches]));
  return { state: search.status, found, done: Object.keys(found).length, options };
}
