import { declaredPolicy, eventOrder, eventTypes, type GroupName } from '@convite/crypto';
import type { InspectedArchive } from '../inspect/inspected-archive.ts';
import type { Words } from '../words/words.ts';
import { eventsSection } from './inspect-events.ts';
import { questionsSection } from './inspect-questions.ts';
import { trusteesSection } from './inspect-trustees.ts';
import { labelled } from './labelled.ts';
import { wrapped } from './lines.ts';
import { heading, type PageLine } from './page.ts';
import { printable } from './printable.ts';

/** An election in plain words: what it asks, whom it trusts, who may vote, where it stands. */
export function inspectPage(archive: InspectedArchive, words: Words, width: number): readonly PageLine[] {
  const { election, reading } = archive;
  const { inspect } = words;
  const { state } = reading.head;
  const next = eventTypes.filter((type) => 'to' in eventOrder[state][type]);
  return [
    { type: 'title', text: printable(election.name) },
    ...wrapped(printable(descriptionOf(election.description)), width),
    '',
    ...wrapped(words.archive.stands[state], width),
    ...wrapped(inspect.next(next), width),
    '',
    ...labelled(factsOf(archive, words), width),
    ...questionsSection(archive, words, width),
    ...trusteesSection(archive, words, width),
    ...heading(inspect.headings.voters),
    ...votersLines(archive, words).flatMap((line) => wrapped(line, width)),
    ...eventsSection(archive, words, width),
    '',
    ...wrapped(inspect.notVerified(archive.verifyCommand), width),
  ];
}

/** The description without what a machine reads of it, which is shown on lines of its own. */
const descriptionOf = (description: string): string =>
  declaredPolicy(description) === undefined ? description : description.slice(0, description.lastIndexOf('[convite '));

function factsOf(
  { election, fingerprint, reading, bytes }: InspectedArchive,
  words: Words,
): readonly (readonly [string, string])[] {
  const { labels, group, otherGroup, archiveMade, policy: policySentence, noPolicy, noRules } = words.inspect;
  const policy = declaredPolicy(election.description);
  const isKnown = (name: string): name is GroupName => Object.hasOwn(group, name);
  const optional = (label: string, name: string | undefined): readonly (readonly [string, string])[] =>
    name === undefined ? [] : [[label, printable(name)]];
  return [
    [labels.election, election.uuid],
    [labels.fingerprint, fingerprint],
    [labels.group, isKnown(election.group) ? group[election.group] : otherGroup(printable(election.group))],
    ...optional(labels.administrator, election.administrator),
    ...optional(labels.credentialAuthority, election.credential_authority),
    [labels.policy, policy === undefined ? noPolicy : policySentence(policy.version)],
    ...(policy === undefined ? [] : ([[labels.rules, policy.rules ?? noRules]] as const)),
    [labels.archive, `${words.archive.bytes(bytes)}, ${archiveMade(utcOf(reading.head.timestamp))}`],
    [labels.sha256, reading.archiveSha256],
  ];
}

/** An instant in UTC, the same in every language: 2026-11-21 05:14:07 UTC. */
const utcOf = (seconds: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function votersLines({ credentials, ballots, reading }: InspectedArchive, words: Words): readonly string[] {
  const { inspect, figures } = words;
  const { index } = reading;
  const tally = Array.from({ length: index.length }, (_, height) => height).findLast(
    (height) => index.typeAt(height) === 'EncryptedTally',
  );
  const event = tally === undefined ? undefined : index.event(tally);
  const revotes = ballots.ballots - ballots.credentials;
  return [
    inspect.credentials(credentials.credentials, figures.decimal(String(credentials.weight))),
    inspect.ballots(ballots.ballots, ballots.credentials, revotes),
    ...(event?.type === 'EncryptedTally'
      ? [inspect.counted(event.numTallied, figures.decimal(String(event.totalWeight)))]
      : []),
  ];
}
