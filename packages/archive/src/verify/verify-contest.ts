import { type VerifierMachine, utf8Text } from '@convite/crypto';
import { canonicalJson } from '@convite/kernel';
import { countArchive, type CountedArchive } from '../counting/count-archive.ts';
import type { PublishedBoard } from '../counting/published-election.ts';
import type { CountedContest } from '../counting/count-contest.ts';
import { lotsSchema, lotsText, outcomeFile, type OutcomeFile, outcomeSchema } from '../counting/outcome-text.ts';
import { type ContestFile, contestPath, rulePath } from '../manifest/entry-paths.ts';
import { archiveText, type ManifestContest, readArchiveText } from '../manifest/manifest.ts';
import { type Counts, createFindingRecord, type Finding, type FindingLog } from './consultation-checks.ts';
import { type ConsultationFile, readRule } from './consultation-file.ts';

/** What is known of a contest when it was checked. */
export interface CheckedContest {
  readonly contest: ManifestContest;
  /** What its board shows, and the ballots that count; undefined where there is no archive, or it is refused. */
  readonly board: PublishedBoard | undefined;
  readonly ballots: number | undefined;
  /** As counted here, whatever the archive says. */
  readonly outcome: OutcomeFile | undefined;
}

/** A contest with all that was found in it: plain data, which threads can hand over. */
export interface ContestVerdict extends CheckedContest {
  readonly made: Counts;
  readonly findings: readonly Finding[];
}

/**
 * Verifies and counts one contest, and compares with what its files say. Contests can be verified in any order, at several
 * places at once: the verdict hangs on nothing but the file.
 *
 * @param look is shown the count itself, for whoever wants to tell more of it than the verdict does
 */
export async function verifyContest(
  machine: VerifierMachine,
  file: ConsultationFile,
  contest: ManifestContest,
  look: (counted: CountedArchive) => void = () => undefined,
): Promise<ContestVerdict> {
  const log = createFindingRecord();
  const checked = await checkContest(machine, file, contest, log, look);
  return { contest, ...checked, made: log.counts(), findings: log.findings() };
}

async function checkContest(
  machine: VerifierMachine,
  { manifest, entries }: ConsultationFile,
  contest: ManifestContest,
  log: FindingLog,
  look: (counted: CountedArchive) => void,
): Promise<Omit<CheckedContest, 'contest'>> {
  const unread = { board: undefined, ballots: undefined, outcome: undefined };
  const archive = contest.archive === null ? undefined : entries.get(contestPath(contest, 'archive'));
  const rule = await readRule(entries.get(rulePath(contest.rule)));
  // A file that is missing, or a rule set that is none, is told once for the whole.
  if (archive === undefined || rule?.ok !== true) return unread;
  const textOf = async (file: ContestFile): Promise<string | undefined> => {
    const entry = contest[file] === null ? undefined : entries.get(contestPath(contest, file));
    return entry === undefined ? undefined : (utf8Text(await entry.source.read(0, entry.size)) ?? '');
  };
  const { currency, decimals } = manifest.consultation;
  const side = await textOf('side');
  const answer = await countArchive(
    machine,
    {
      contest,
      rule: rule.value,
      source: archive.source,
      side,
      currency: { currency, decimals },
      seed: manifest.lots,
      order: manifest.order,
    },
    log,
  );
  look(answer);
  const { board, ballots, counted } = answer;
  if (counted === undefined || contest.election === null) return { ...unread, board, ballots };
  const names = { contest: contest.id, fingerprint: contest.election.fingerprint, rule: contest.rule };
  const outcome = outcomeFile(names, counted);
  if (contest.state !== 'annulled') {
    compareOutcome(contest, outcome, await textOf('outcome'), log);
    const lots = counted.lots === undefined ? undefined : lotsText(names, counted.lots);
    compareLots(contest, counted, lots, await textOf('lots'), log);
  }
  return { board, ballots, outcome };
}

function compareOutcome(
  contest: ManifestContest,
  expected: OutcomeFile,
  text: string | undefined,
  log: FindingLog,
): void {
  const place = contestPath(contest, 'outcome');
  log.made('count.outcome');
  const said = readArchiveText(outcomeSchema, text ?? '');
  if (!said.ok) {
    for (const { place: member, message } of said.error) {
      log.failed('count.outcome', place, 'malformed', `${member} ${message}`.trim());
    }
    return;
  }
  if (text === archiveText(expected)) return;
  const of = (file: OutcomeFile): ReadonlyMap<string, string> =>
    new Map(Object.entries(file).map(([name, value]) => [name, canonicalJson(value)]));
  const [here, there] = [of(expected), of(said.value)];
  for (const [name, value] of here) {
    const other = there.get(name) ?? '';
    if (other !== value) log.failed('count.outcome', place, 'outcome_differs', `${name}: ${other} ≠ ${value}`);
  }
}

function compareLots(
  contest: ManifestContest,
  { outcome }: CountedContest,
  expected: string | undefined,
  text: string | undefined,
  log: FindingLog,
): void {
  const place = contestPath(contest, 'lots');
  log.made('count.lots');
  const isWaiting = contest.state === 'lots_required';
  if (isWaiting && outcome.status === 'complete') log.failed('count.lots', place, 'no_tie');
  if (!isWaiting && outcome.status === 'lots_required') log.failed('count.lots', place, 'tie_undecided');
  if (expected === text) return;
  if (text === undefined) log.failed('count.lots', place, 'lots_missing');
  else if (expected === undefined) log.failed('count.lots', place, 'lots_not_needed');
  else {
    const said = readArchiveText(lotsSchema, text);
    const order = said.ok ? said.value.drawn.map(({ number }) => number).join(' ') : (said.error[0]?.message ?? '');
    log.failed('count.lots', place, 'lots_differ', order);
  }
}
