import { type Check, numberedChecks, type Verification } from '@convite/crypto';
import type { VerifyRequest } from '../arguments/verify-request.ts';
import { type CheckGroup, checkGroups, checksOf } from '../verify/check-groups.ts';
import { checksByNumber, failuresInOrder } from '../verify/verify-report.ts';
import type { Words } from '../words/words.ts';
import { labelled } from './labelled.ts';
import { wrapped } from './lines.ts';
import { heading, type PageLine } from './page.ts';
import { printable } from './printable.ts';
import { table } from './table.ts';

/** A verification and how it came about. */
export interface VerifiedArchive {
  readonly verification: Verification;
  readonly bytes: number;
  readonly request: VerifyRequest;
  readonly threads: number;
  readonly seconds: number;
}

const failuresShown = 5;

/** The answer of the verifier for a person: the answer first, then every check, every failure, and what it all means. */
export function verifyPage(archive: VerifiedArchive, words: Words, width: number): readonly PageLine[] {
  const { verification } = archive;
  const { checks, election, state } = verification;
  const { verify } = words;
  const failed = checksByNumber.filter((check) => timesOf(checks.failed, check) > 0);
  const applied = checksByNumber.filter((check) => timesOf(checks.made, check) > 0 || failed.includes(check));
  const accepted = verification.answer === 'accepted';
  return [
    accepted
      ? { type: 'answer', text: verify.accepted(applied.length) }
      : { type: 'refusal', text: verify.refused(failed.length, applied.length) },
    ...(election === undefined
      ? wrapped(verify.unread, width)
      : ['', { type: 'title', text: printable(election.name) } as const]),
    ...(state === undefined ? [] : wrapped(words.archive.stands[state], width)),
    ...heading(verify.headings.checks),
    ...checksTable(archive, words, width),
    ...(failed.length === 0 ? [] : heading(verify.headings.failures)),
    ...failed.flatMap((check) => failureLines(verification, check, words, width)),
    ...heading(verify.headings.file),
    ...fileLines(archive, words, width),
    ...heading(verify.headings.meaning),
    ...verify
      .meaning(accepted && state !== undefined ? state : failed.every(isOfPolicy) ? 'policy_only' : 'refused')
      .flatMap((sentence) => wrapped(sentence, width)),
  ];
}

/** Our own policy is looked at where it is asked for, the side file also where one is handed in. */
const wasAsked = (group: CheckGroup, { isStrict, side }: VerifyRequest): boolean =>
  isStrict || (group !== 'policy' && (group !== 'side' || side !== undefined));

const ownChecks: readonly Check[] = [...checksOf('policy'), ...checksOf('side')];
const isOfPolicy = (check: Check): boolean => ownChecks.includes(check);

const timesOf = (counts: Verification['checks']['made'], check: Check): number => counts[check] ?? 0;

function checksTable(archive: VerifiedArchive, words: Words, width: number): readonly PageLine[] {
  const { verify, figures } = words;
  const rows = checkGroups.flatMap((group) => groupRows(group, archive, words));
  const [columns = '', rule = '', ...lines] = table(
    [
      { heading: verify.columns.check, align: 'start', gives: true },
      { heading: verify.columns.made, align: 'end' },
      { heading: verify.columns.result, align: 'start' },
    ],
    rows.map(({ name, made, result }) => [name, made === undefined ? '' : figures.count(made), result]),
    width,
  );
  return [
    columns,
    rule,
    ...lines.map((line, i): PageLine => (rows[i]?.fails === true ? { type: 'refusal', text: line } : line)),
  ];
}

interface Row {
  readonly name: string;
  readonly made?: number;
  readonly result: string;
  readonly fails?: boolean;
}

/** A group with its checks; in one row where none of them was made. */
function groupRows(group: CheckGroup, { verification, request }: VerifiedArchive, { verify }: Words): readonly Row[] {
  const { checks, answer } = verification;
  const without = answer === 'accepted' ? verify.doesNotApply : verify.notMade;
  const name = verify.groups[group];
  const all = checksOf(group);
  if (all.every((check) => timesOf(checks.made, check) + timesOf(checks.failed, check) === 0)) {
    return [{ name, result: wasAsked(group, request) ? without : verify.notAsked }];
  }
  return [
    { name, result: '' },
    ...all.map((check): Row => {
      const { number, name: english } = numberedChecks[check];
      const made = timesOf(checks.made, check);
      const failed = timesOf(checks.failed, check);
      const label = `${String(number).padStart(5)}  ${verify.check(check, english)}`;
      if (failed > 0) return { name: label, made, result: verify.fails(failed), fails: true };
      // Without an earlier archive there is nothing to go on from: nothing is missing for it.
      const isOptional = check === 'earlier.extends';
      if (made === 0) return { name: label, result: isOptional ? verify.doesNotApply : without };
      return { name: label, made, result: verify.holds };
    }),
  ];
}

function failureLines({ checks }: Verification, check: Check, { verify }: Words, width: number): readonly PageLine[] {
  const { number, name } = numberedChecks[check];
  const found = failuresInOrder(checks.failures.filter((failure) => failure.check === check));
  const total = timesOf(checks.failed, check);
  const shown = found.slice(0, failuresShown);
  return [
    { type: 'refusal', text: `${number}  ${verify.check(check, name)}` },
    ...shown.flatMap(({ place, message }) =>
      wrapped(`${printable(verify.place(place))}: ${printable(verify.message(message))}`, width, '     '),
    ),
    ...(total > shown.length ? wrapped(verify.more(total - shown.length), width, '     ') : []),
  ];
}

function fileLines(
  { verification, bytes, request: { earlier }, threads, seconds }: VerifiedArchive,
  words: Words,
  width: number,
): readonly string[] {
  const { labels, earlier: earlierSentence, checkedBy } = words.verify;
  const { archiveSha256, events, head, election, checks } = verification;
  const goesOn = timesOf(checks.failed, 'earlier.extends') === 0;
  return labelled(
    [
      [labels.sha256, archiveSha256],
      [labels.size, words.archive.bytes(bytes)],
      ...(election === undefined
        ? []
        : ([
            [labels.election, `${election.uuid} (${election.group})`],
            [labels.fingerprint, election.fingerprint],
          ] as const)),
      [labels.events, words.figures.count(events)],
      ...(head === undefined ? [] : ([[labels.head, head]] as const)),
      ...(earlier === undefined ? [] : ([[labels.earlier, earlierSentence(printable(earlier), goesOn)]] as const)),
      [
        labels.checked,
        checkedBy(election?.backend ?? null, threads, words.figures.decimal(seconds.toFixed(seconds < 10 ? 1 : 0))),
      ],
    ],
    width,
  );
}
