import { sha256Hex, type Sha256Maker, utf8 } from '@convite/crypto';
import {
  compareCredentials,
  type ContestCredentials,
  makeUploadReader,
  type PlacedUploadProblem,
} from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import type { CodeJob, CodeWork } from '../codes/code-jobs.ts';
import type { ListedCode } from '../codes/code-list.ts';
import { listedPages } from '../codes/listed-people.ts';
import { summaryText } from '../codes/made-consultation.ts';
import type { OpenedOrder } from '../order/open-order.ts';
import { listProblems, type ListProblem } from './list-problems.ts';
import type { PublishedList } from './published-lists.ts';

/** What is compared with the private list. */
export interface ToCompare {
  /** The file for the site, as it is. */
  readonly upload: string;
  /** What was published beside it; undefined: it is not there to be compared. */
  readonly summary: string | undefined;
  /** What the site has published; empty: nothing of it was brought. */
  readonly published: readonly PublishedList[];
}

/** In what the private list and the public files differ; contests by their place in the order. */
export type CodeDifference =
  /** The file for the site is none, or another's. */
  | { readonly type: 'upload'; readonly placed: PlacedUploadProblem }
  /** Credentials that the list gives and the file lacks, and the other way round; spares that are none, or not marked. */
  | {
      readonly type: 'contest';
      readonly contest: number;
      readonly missing: number;
      readonly surplus: number;
      readonly spares: number;
    }
  | { readonly type: 'summary' }
  /** The site has published another list. */
  | { readonly type: 'published'; readonly contest: number }
  /** An election that the order does not have. */
  | { readonly type: 'foreign_election'; readonly uuid: string };

/** What came of a check. */
export interface CheckedCodes {
  readonly people: number;
  readonly spares: number;
  readonly credentials: number;
  readonly contests: number;
  /** Of the file for the site. */
  readonly sha256: string;
  /** Contests that were compared with what the site has published. */
  readonly compared: number;
  readonly differences: readonly CodeDifference[];
}

/** A check while it goes on: jobs go out, and their works come back, in any turn. */
export interface CodeCheck {
  readonly jobs: Iterable<CodeJob>;
  readonly count: number;
  readonly take: (work: CodeWork) => void;
  /** When all works are taken. */
  readonly finish: (compared: ToCompare) => CheckedCodes;
}

/**
 * Makes the public parts of a private list again, all of them, and compares.
 *
 * Statement: the file for the site has exactly the public parts of these codes, each in the contests of its person, the
 *   spares marked as such; and the site has set up its elections with exactly those.
 * Exactness: by the canonical texts of credentials and by SHA-256 of whole lists.
 */
export function beginCheck(
  { order, hash }: OpenedOrder,
  list: readonly ListedCode[],
  sha256: Sha256Maker,
): Result<CodeCheck, readonly ListProblem[]> {
  const problems = listProblems(order, list);
  if (problems.length > 0) return err(problems);
  const jobs: readonly CodeJob[] = listedPages(order, list).map(({ people }, number) => ({ number, people }));
  const expected: string[][] = order.contests.map(() => []);
  const spares: Set<string>[] = order.contests.map(() => new Set());

  function take({ number, credentials }: CodeWork): void {
    const people = jobs[number]?.people ?? [];
    for (const [j, at] of (people[0]?.contests ?? []).entries()) {
      const own = (credentials[j] ?? '').split(' ');
      for (const one of own) expected[at]?.push(one);
      for (const [i, { kind }] of people.entries()) if (kind === 'spare') spares[at]?.add(own[i] ?? '');
    }
  }

  function inContest(found: ContestCredentials): CodeDifference | undefined {
    const { contest } = found;
    const own = new Set(expected[contest]);
    const there = new Set(found.credentials);
    const missing = [...own].filter((one) => !there.has(one)).length;
    const surplus = found.credentials.filter((one) => !own.has(one)).length;
    const wanted = spares[contest] ?? new Set();
    const marked = new Set(found.spares);
    const wrong = [...wanted.symmetricDifference(marked)].filter((one) => own.has(one) && there.has(one)).length;
    return missing + surplus + wrong === 0 ? undefined : { type: 'contest', contest, missing, surplus, spares: wrong };
  }

  function listHash(contest: number): string {
    const { group } = order.contests[contest] ?? { group: 'Ed25519' };
    const sorted = (expected[contest] ?? []).toSorted((a, b) => compareCredentials(group, a, b));
    return sha256Hex(sha256.sha256(utf8(`["${sorted.join('","')}"]`)));
  }

  function finish({ upload, summary, published }: ToCompare): CheckedCodes {
    const reader = makeUploadReader(order, hash);
    const contests = new Set<CodeDifference>();
    for (const line of linesOf(upload)) {
      const found = reader.take(line);
      const difference = found === undefined ? undefined : inContest(found);
      if (difference !== undefined) contests.add(difference);
    }
    const found = {
      people: list.filter(({ kind }) => kind === 'voter').length,
      spares: list.filter(({ kind }) => kind === 'spare').length,
      credentials: expected.reduce((sum, own) => sum + own.length, 0),
      sha256: sha256Hex(sha256.sha256(utf8(upload))),
    };
    const places = new Map(order.contests.map(({ uuid }, i) => [uuid, i]));
    const ofSite = published.flatMap(({ uuid, sha256: theirs }): readonly CodeDifference[] => {
      const contest = places.get(uuid);
      if (contest === undefined) return [{ type: 'foreign_election', uuid }];
      return listHash(contest) === theirs ? [] : [{ type: 'published', contest }];
    });
    const isOther = summary !== undefined && summary !== summaryText({ ...found, order: hash }, order.consultation);
    return {
      ...found,
      contests: order.contests.length,
      compared: published.filter(({ uuid }) => places.has(uuid)).length,
      differences: [
        ...reader.finish().map((placed) => ({ type: 'upload' as const, placed })),
        ...contests,
        ...(isOther ? [{ type: 'summary' as const }] : []),
        ...ofSite,
      ],
    };
  }

  return ok({ jobs, count: jobs.length, take, finish });
}

/** The lines of a text, without the empty one behind its last line end. */
function* linesOf(text: string): Generator<string, void> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end === -1 ? text.length : end);
    from = end === -1 ? text.length : end + 1;
  }
}
