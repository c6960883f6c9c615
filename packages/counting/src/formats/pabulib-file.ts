import type { Instance } from '../model/instance.ts';
import type { Profile } from '../model/profile.ts';
import type { Segment } from '../model/segments.ts';
import type { PabulibWarning } from './problems.ts';

/**
 * A `.pb` file, read: what it means, and the text itself, from which nothing was dropped.
 * Lists by project are parallel to `instance.projects` (ascending by id, whatever the order of the file).
 */
export interface PabulibFile {
  /** The whole text as it stood, byte order mark and line ends included. */
  readonly source: string;
  /** The META section in the order of the file; values without the quotes and spaces around them. */
  readonly meta: ReadonlyMap<string, string>;
  readonly instance: Instance;
  readonly profile: Profile;
  /** By neighbourhood and by channel, each where the ballots have the column. */
  readonly segments: readonly Segment[];
  /** The column `selected`: 1 funded by the rule, 2 and 3 from extra funds, 0 not; undefined where not told. */
  readonly officialSelected: readonly OfficialSelected[];
  /** The column `votes` as text, undefined where not told. */
  readonly officialVotes: readonly (string | undefined)[];
  /** The column `score` as text, undefined where not told. */
  readonly officialScore: readonly (string | undefined)[];
  /** Ascending by line. */
  readonly warnings: readonly PabulibWarning[];
}

export type OfficialSelected = 0 | 1 | 2 | 3 | undefined;
