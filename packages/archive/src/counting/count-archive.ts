import type { RuleSet } from '@convite/counting';
import {
  type ArchiveSource,
  declaredPolicy,
  numberedChecks,
  type VerifierMachine,
  type Verification,
  verifyArchive,
} from '@convite/crypto';
import { publishedAlone, questionKind } from '@convite/domain';
import { canonicalJson } from '@convite/kernel';
import type { LotsBasis } from '../lots/draw-lots.ts';
import type { Manifest, ManifestContest } from '../manifest/manifest.ts';
import type { FindingLog } from '../verify/consultation-checks.ts';
import { type AnsweredPaper, matchPaper, orderOfPaper } from './contest-paper.ts';
import { countContest, type CountedContest } from './count-contest.ts';
import { type Currency, instanceOfContest, standingRule } from './instance-of-contest.ts';
import { openBallots } from './open-ballots.ts';
import { type PublishedBoard, type PublishedElection, readPublished } from './published-election.ts';

/** What of a contest its archive is held against. */
export type ContestToCount = Omit<ManifestContest, 'archive' | 'side' | 'outcome' | 'lots'>;

/** A contest with its archive and all that a count of it takes. */
export interface ContestArchive {
  readonly contest: ContestToCount;
  readonly rule: RuleSet;
  readonly source: ArchiveSource;
  readonly side: string | undefined;
  readonly currency: Currency;
  /** The public seed, where one is drawn. */
  readonly seed: Manifest['lots'];
  /** The draw by which options stand on papers; null where they stand by their numbers. */
  readonly order: Pick<NonNullable<Manifest['order']>, 'seed'> | null;
}

/** What an archive holds, as far as it was accepted. */
export interface CountedArchive {
  readonly verification: Verification;
  /** What its board shows, and the ballots that count; undefined where the archive is refused. */
  readonly board: PublishedBoard | undefined;
  readonly ballots: number | undefined;
  /** Undefined where there is no result, or something kept it from being counted. */
  readonly counted: CountedContest | undefined;
}

const failuresTold = 5;

/**
 * Verifies the archive of a contest with every check, and counts what it opens: the one way from an archive to an outcome.
 *
 * Source: docs/spec/consultation-archive.md, D. Failures go to the log; what failed is not counted.
 */
export async function countArchive(
  machine: VerifierMachine,
  archive: ContestArchive,
  log: FindingLog,
): Promise<CountedArchive> {
  const { contest, source, side } = archive;
  const place = `contests/${contest.id}`;
  log.made('election.archive');
  const verification = await verifyArchive(machine, source, { isStrict: true, side });
  if (verification.answer !== 'accepted') {
    const reason = verification.answer === 'not_an_archive' ? 'not_an_archive' : 'archive_refused';
    log.failed('election.archive', place, reason, failuresIn(verification));
    return { verification, board: undefined, ballots: undefined, counted: undefined };
  }
  const published = await readPublished(source, machine.sha256);
  if (published === undefined) {
    log.failed('election.archive', place, 'archive_refused', 'the archive changed while it was read');
    return { verification, board: undefined, ballots: undefined, counted: undefined };
  }
  const isSound = checkElection(archive, verification, published, log);
  const paper = isSound ? checkPaper(machine, archive, published, log) : undefined;
  const counted =
    paper !== undefined && published.result !== undefined
      ? countPublished(machine, archive, paper, published, log)
      : undefined;
  return { verification, board: published.board, ballots: published.ballots, counted };
}

function failuresIn({ checks }: Verification): string {
  const told = checks.failures
    .slice(0, failuresTold)
    .map(({ check, place, message }) => `${numberedChecks[check].number} at ${place}: ${message}`);
  return told.join(' ');
}

/** Whether the election is the one of the contest, at a stage where it may be. */
function checkElection(
  { contest }: ContestArchive,
  { election }: Verification,
  published: PublishedElection,
  log: FindingLog,
): boolean {
  const { wire, state, ballots } = published;
  const place = `contests/${contest.id}`;
  const declared = declaredPolicy(wire.description)?.rules;
  const isOther = {
    other_uuid: election?.uuid !== contest.election?.uuid,
    other_fingerprint: election?.fingerprint !== contest.election?.fingerprint,
    other_rule: declared !== contest.rule,
  };
  log.made('election.identity');
  if (isOther.other_uuid) log.failed('election.identity', place, 'other_uuid', election?.uuid);
  if (isOther.other_fingerprint) log.failed('election.identity', place, 'other_fingerprint', election?.fingerprint);
  if (isOther.other_rule) log.failed('election.identity', place, 'other_rule', declared);
  log.made('election.stage');
  const fits = stageFits(contest.state, state);
  if (!fits) log.failed('election.stage', place, 'unlike_state', state);
  const hasSlice = checkSlice(contest, published, log);
  const isIt = fits && hasSlice && !Object.values(isOther).includes(true);
  return isIt && checkSize(contest, wire.questions, state, ballots, log);
}

/** The people of the contest's slice, and the spares beside them, have the credentials; no more ballots count than people. */
function checkSlice(
  { id, slice }: ContestToCount,
  { board: { credentials }, ballots }: PublishedElection,
  log: FindingLog,
): boolean {
  if (slice === null) return true;
  const [place, { people, spares, added }] = [`contests/${id}`, slice];
  log.made('election.slice');
  const isOther = people + spares !== credentials;
  const isMore = ballots > people + added;
  if (isOther) log.failed('election.slice', place, 'other_credentials', `${people} + ${spares} ≠ ${credentials}`);
  if (isMore) log.failed('election.slice', place, 'more_ballots_than_people', `${ballots} > ${people} + ${added}`);
  return !isOther && !isMore;
}

const beforeDecryption: readonly PublishedElection['state'][] = ['tallied', 'shuffling', 'shuffled'];

const stageFits = (contest: ManifestContest['state'], election: PublishedElection['state']): boolean =>
  contest === 'annulled' || (contest === 'withheld' ? beforeDecryption.includes(election) : election === 'finished');

/** Totals and whole ballots of few are opened only where that was said before. */
function checkSize(
  { id, state: contestState, waiver }: ContestToCount,
  questions: PublishedElection['wire']['questions'],
  state: PublishedElection['state'],
  ballots: number,
  log: FindingLog,
): boolean {
  log.made('count.small');
  const kind = questions.some((question) => 'type' in question) ? 'mixed' : 'homomorphic';
  const mayOpen = publishedAlone(kind, ballots, waiver);
  const isOpened = state === 'decrypting' || state === 'finished';
  if (isOpened && !mayOpen) log.failed('count.small', `contests/${id}`, 'too_few_ballots', String(ballots));
  if (contestState === 'withheld' && mayOpen) {
    log.failed('count.small', `contests/${id}`, 'enough_ballots', String(ballots));
  }
  return mayOpen || !isOpened;
}

/** Whether the question asks for the options of the contest, in the order that numbers or the public draw give them. */
function checkPaper(
  { sha256 }: VerifierMachine,
  { contest, rule, order }: ContestArchive,
  { wire }: PublishedElection,
  log: FindingLog,
): AnsweredPaper | undefined {
  const place = `contests/${contest.id}`;
  log.made('election.paper');
  const paper = matchPaper(contest, rule, wire.questions);
  if (!paper.ok) {
    log.failed('election.paper', place, paper.error, questionKind(rule));
    return undefined;
  }
  log.made('election.order');
  const { numbers } = paper.value;
  const expected = orderOfPaper(order, contest.id, numbers, sha256.sha256);
  if (expected.some((number, i) => number !== numbers[i])) {
    log.failed('election.order', place, 'other_place_on_paper', `${numbers.join(' ')} ≠ ${expected.join(' ')}`);
  }
  return paper.value;
}

function countPublished(
  { sha256 }: VerifierMachine,
  { contest, rule, currency, seed }: ContestArchive,
  paper: AnsweredPaper,
  published: PublishedElection,
  log: FindingLog,
): CountedContest | undefined {
  const place = `contests/${contest.id}`;
  log.made('count.possible');
  const instance = instanceOfContest(contest, rule, currency);
  if (!instance.ok) {
    log.failed('count.possible', place, instance.error);
    return undefined;
  }
  const ballots = openBallots(contest, paper, published, instance.value);
  if (ballots === undefined) {
    log.failed('election.paper', place, 'other_result');
    return undefined;
  }
  const basis = basisOf(contest, seed);
  const counted = countContest(instance.value, ballots, standingRule(rule, contest), basis, sha256.sha256);
  if (counted.ok) return counted.value;
  log.failed('count.possible', place, 'uncountable', canonicalJson({ ...counted.error }));
  return undefined;
}

/** What lots of a contest are drawn from; none while its tie waits for them. */
function basisOf({ state, election }: ContestToCount, seed: Manifest['lots']): LotsBasis | undefined {
  if (seed === null || election === null || state === 'lots_required') return undefined;
  return { seed: seed.seed, round: seed.round, fingerprint: election.fingerprint };
}
