import { compareCodePoints, err, invariant, ok, type Result } from '@convite/kernel';
import { groupRows } from '../model/group-ballots.ts';
import { type Instance, makeInstance, projectId } from '../model/instance.ts';
import type { Profile } from '../model/profile.ts';
import type { Segment } from '../model/segments.ts';
import { decodeText } from './decode-text.ts';
import type { PabulibFile } from './pabulib-file.ts';
import { ProblemLog, quoted } from './problem-log.ts';
import type { PabulibProblem } from './problems.ts';
import { MetaReader, type MetaSection } from './read-meta.ts';
import { type ProjectRow, ProjectsReader } from './read-projects.ts';
import { readSections } from './read-sections.ts';
import { type BallotRecords, VotesReader } from './read-votes.ts';
import { RecordScanner } from './record-scanner.ts';
import { tallySegment } from './tally-segment.ts';
import { inMinorUnits, readWrittenNumber } from './written-number.ts';

/**
 * Reads a Pabulib `.pb` file: what is put to the vote, the ballots, and what the organisers said of both.
 *
 * Source: the format as 1,746 published files hold it, and its description at pabulib.org/format.
 * Units: money in minor units; the scale is the largest number of decimals of any amount in the file.
 * Ballots: a project named twice in a ballot counts once, at its first place. A ballot outside of the stated limits
 *   counts as it stands. An empty vote is a blank ballot. A column `weight` (ours) makes one record several ballots.
 * Oddities that leave the meaning clear are warnings; anything else refuses the whole file, with every problem found.
 * Exactness: no text is read as a floating point number. Cost: O(bytes + projects · log projects).
 * @returns ok the file; err the problems, ascending by line, at most a hundred and the number of those left out
 */
export function parsePabulib(bytes: Uint8Array): Result<PabulibFile, readonly PabulibProblem[]> {
  const text = decodeText(bytes);
  return text.ok ? readPabulib(text.value) : err([text.error]);
}

/** As `parsePabulib`, of a text. */
export function readPabulib(source: string): Result<PabulibFile, readonly PabulibProblem[]> {
  const log = new ProblemLog();
  const scanner = new RecordScanner(source, (code, line) =>
    code === 'unclosed_quote' ? log.refuse({ code, line }) : log.warn({ code, line }),
  );
  const metaReader = new MetaReader(log);
  let meta: MetaSection | undefined;
  let projectsReader: ProjectsReader | undefined;
  let projects: PutToTheVote | undefined;
  let votesReader: VotesReader | undefined;
  readSections(scanner, log, {
    header(section, columns, line) {
      if (section === 'PROJECTS') {
        for (const column of ['name', 'votes', 'selected']) {
          if (!columns.has(column)) log.warn({ code: 'missing_column', line, section, column });
        }
        projectsReader = new ProjectsReader(log, columns);
      } else if (section === 'VOTES' && meta !== undefined && projects !== undefined) {
        checkVotesColumns(log, meta, columns, line);
        votesReader = new VotesReader(log, {
          kind: meta.kind,
          columns,
          indexOf: projects.indexOf,
          limits: meta.limits,
          costs: projects.costs,
          maxCost: meta.limits.maxCost && Number(inMinorUnits(meta.limits.maxCost, projects.decimals)),
        });
      }
    },
    record(section, record) {
      if (section === 'META') metaReader.read(record);
      else if (section === 'PROJECTS') projectsReader?.read(record);
      else votesReader?.read(record);
    },
    end(section, line) {
      if (section === 'META') meta = metaReader.finish(line);
      else if (section === 'PROJECTS' && meta !== undefined) {
        const { rows, lines } = projectsReader?.finish() ?? { rows: [], lines: new Map<string, number>() };
        if (lines.size === 0) log.refuse({ code: 'no_projects', line });
        projects = putToTheVote(log, meta, rows, lines);
      }
    },
  });
  checkText(log, scanner);
  if (log.hasProblems) return err(log.problems());
  invariant(meta?.kind !== undefined && projects?.instance !== undefined && votesReader !== undefined, 'all was read');
  const ballots = votesReader.finish();
  const { profile, groupOf } = groupRows(meta.kind, ballots);
  checkCounts(log, meta, projects, ballots, profile);
  const { instance, rows } = projects;
  const segments: Segment[] = [];
  for (const attribute of ['neighbourhood', 'channel'] as const) {
    const column = ballots[attribute];
    if (column !== undefined) segments.push(tallySegment(attribute, column, groupOf, ballots.weight));
  }
  return ok({
    source,
    meta: meta.values,
    instance,
    profile,
    segments,
    officialSelected: rows.map(({ selected }) => selected),
    officialVotes: rows.map(({ votes }) => votes),
    officialScore: rows.map(({ score }) => score),
    warnings: log.warnings(),
  });
}

/** The PROJECTS section, read against META; `rows` and `costs` in the order of the instance, as `indexOf` says. */
interface PutToTheVote {
  readonly instance: Instance | undefined;
  readonly rows: readonly ProjectRow[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly costs: Float64Array;
  readonly decimals: number;
}

function putToTheVote(
  log: ProblemLog,
  meta: MetaSection,
  found: readonly ProjectRow[],
  lines: ReadonlyMap<string, number>,
): PutToTheVote {
  const rows = found.toSorted((a, b) => compareCodePoints(a.id, b.id));
  const amounts = [...meta.amounts, ...rows.map(({ cost }) => cost)];
  const decimals = amounts.reduce((most, amount) => Math.max(most, amount.decimals), 0);
  const costs = rows.map(({ cost }) => inMinorUnits(cost, decimals));
  const budget = meta.budget === undefined ? 0n : inMinorUnits(meta.budget, decimals);
  const sum = costs.reduce((total, cost) => total + cost, 0n);
  if ((sum > budget ? sum : budget) > BigInt(Number.MAX_SAFE_INTEGER)) {
    log.refuse({ code: 'total_too_large', line: meta.lines.get('budget') ?? 1, total: 'money' });
  }
  for (const [i, { id, line }] of rows.entries()) {
    const cost = costs[i] ?? 0n;
    if (cost === 0n) log.warn({ code: 'zero_cost', line, id: quoted(id) });
    if (meta.budget !== undefined && cost > budget) log.warn({ code: 'dearer_than_budget', line, id: quoted(id) });
  }
  const instance = makeInstance({
    budget,
    currency: meta.values.get('currency') ?? '',
    decimals,
    projects: rows.map(({ id, name, categories, neighbourhood }, i) => ({
      id: projectId(id),
      cost: costs[i] ?? 0n,
      name,
      categories,
      neighbourhood,
    })),
  });
  // A project whose cost is a problem is still known to the ballots that name it.
  const ids = rows.length === lines.size ? rows.map(({ id }) => id) : [...lines.keys()];
  return {
    instance: instance.ok ? instance.value : undefined,
    rows,
    indexOf: new Map(ids.map((id, i) => [id, i])),
    costs: Float64Array.from(costs, Number),
    decimals,
  };
}

function checkVotesColumns(
  log: ProblemLog,
  { kind }: MetaSection,
  columns: ReadonlyMap<string, number>,
  line: number,
): void {
  if (!columns.has('voter_id')) log.warn({ code: 'missing_column', line, section: 'VOTES', column: 'voter_id' });
  const hasPoints = columns.has('points');
  if ((kind === 'points' || kind === 'scores') && !hasPoints) {
    log.refuse({ code: 'missing_column', line, section: 'VOTES', column: 'points' });
  }
  if (hasPoints && (kind === 'approval' || kind === 'choose-one')) log.warn({ code: 'points_not_used', line });
}

function checkText(log: ProblemLog, scanner: RecordScanner): void {
  const { source, lineFeeds, carriageReturnLineFeeds } = scanner;
  if (source.startsWith('\ufeff')) log.warn({ code: 'byte_order_mark', line: 1 });
  const fewer = Math.min(lineFeeds, carriageReturnLineFeeds);
  if (fewer > 0) log.warn({ code: 'mixed_line_ends', line: scanner.firstOtherLineEnd, count: fewer });
  if (!source.endsWith('\n')) log.warn({ code: 'no_final_line_end', line: scanner.line });
}

/** Holds what the file says about itself against what is in it. */
function checkCounts(
  log: ProblemLog,
  meta: MetaSection,
  { rows }: PutToTheVote,
  ballots: BallotRecords,
  profile: Profile,
): void {
  const records = ballots.weight.length;
  for (const [field, found] of [
    ['num_projects', rows.length],
    ['num_votes', records],
  ] as const) {
    const stated = meta.values.get(field);
    if (stated !== undefined && stated !== String(found)) {
      log.warn({ code: 'count_differs', line: meta.lines.get(field) ?? 0, field, stated: quoted(stated), found });
    }
  }
  const { votes, score } = totals(rows.length, profile);
  for (const [i, row] of rows.entries()) {
    const differs = (stated: string | undefined, found: number) =>
      stated !== undefined && !equals(stated, found)
        ? { line: row.line, id: quoted(row.id), stated, found }
        : undefined;
    const votesDiffer = differs(row.votes, votes[i] ?? 0);
    if (votesDiffer !== undefined) log.warn({ code: 'votes_differ', ...votesDiffer });
    const scoreDiffers = profile.points === undefined ? undefined : differs(row.score, score[i] ?? 0);
    if (scoreDiffers !== undefined) log.warn({ code: 'score_differs', ...scoreDiffers });
  }
}

function totals(projects: number, { groups, start, choice, points, votes }: Profile) {
  const sum = { votes: new Float64Array(projects), score: new Float64Array(projects) };
  for (let g = 0; g < groups; g++) {
    for (let at = start[g] ?? 0; at < (start[g + 1] ?? 0); at++) {
      const project = choice[at] ?? 0;
      sum.votes[project] = (sum.votes[project] ?? 0) + (votes[g] ?? 0);
      sum.score[project] = (sum.score[project] ?? 0) + (votes[g] ?? 0) * (points?.[at] ?? 0);
    }
  }
  return sum;
}

function equals(stated: string, found: number): boolean {
  const number = readWrittenNumber(stated);
  return number !== undefined && number.digits === BigInt(found) * 10n ** BigInt(number.decimals);
}
