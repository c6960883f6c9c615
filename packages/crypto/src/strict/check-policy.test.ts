import { describe, expect, it } from 'vitest';
import { utf8 } from '../board/archive.fixture.ts';
import { bytesSource } from '../board/archive-source.ts';
import { failingLog } from '../simulation/failing-log.ts';
import { seededRandomness } from '../primitives/seeded-randomness.fixture.ts';
import { alteredAt } from '../v1/shuffle/altered-text.fixture.ts';
import { makeElection, newElectionId } from '../v1/election/make-election.ts';
import { accepted, holdCeremony } from '../v1/trustees/ceremony.fixture.ts';
import { signMessage } from '../v1/trustees/signed-message.ts';
import { verifyTrustees } from '../v1/trustees/verify-trustees.ts';
import { certificate, type ThresholdWire, trusteesWire } from '../v1/wire/trustees-wire.ts';
import { amountsOf, countedAnew, lastBallots, tallyOf } from '../verify/faults/attackers.fixture.ts';
import { voteOf } from '../verify/faults/dishonest-count.fixture.ts';
import {
  completeElection,
  type CompleteElection,
  completeElections,
  onElection,
} from '../verify/complete-election.fixture.ts';
import { testMachine, testSuite } from '../verify/machine.fixture.ts';
import { archiveOfEvents, type Events, failedChecksOf } from '../verify/tampered-archive.fixture.ts';
import { verifyArchive } from '../verify/verify-archive.ts';
import { withPolicy } from './policy.ts';
import { sideOf } from './side.fixture.ts';

const { totals, threshold, mixed } = completeElections;

/** What both modes say of an archive, with the side file that belongs to it. */
async function inBothModes(base: CompleteElection, events: Events) {
  const hasDecryptions = events.some(({ type }) => type === 'PartialDecryption');
  const side = hasDecryptions ? await sideOf(base, events) : undefined;
  const archive = archiveOfEvents(events);
  return { lax: await failedChecksOf(archive), strict: await failedChecksOf(archive, { isStrict: true, side }) };
}

/** The election set up with other texts, and nothing more. */
function setUp(
  { events }: CompleteElection,
  change: { readonly election?: string; readonly trustees?: string },
): Events {
  const [setup] = events;
  if (setup?.type !== 'Setup') return [];
  const { election, trustees } = change;
  return [
    {
      ...setup,
      ...(election === undefined ? {} : { election: utf8(election) }),
      ...(trustees === undefined ? {} : { trustees: utf8(trustees) }),
    },
  ];
}

const described = (base: CompleteElection, description: string): Events =>
  setUp(base, { election: alteredAt(base.electionText, ['description'], () => description) });

describe('the declared policy', () => {
  it.each([
    ['is none', 'Farolas y bancos'],
    ['is another version', 'Farolas [convite policy=2]'],
    ['is version 0', 'Farolas [convite policy=0]'],
    ['is written with a leading zero', 'Farolas [convite policy=01]'],
    ['does not stand at the end', '[convite policy=1] Farolas'],
    ['has no space before it', 'Farolas[convite policy=1]'],
    ['has a hash of the rules that is too short', `Farolas [convite policy=1 rules=${'a'.repeat(63)}]`],
    ['is followed by a line', 'Farolas [convite policy=1]\n'],
  ])('%s: refused in strict mode alone', async (_, description) => {
    expect(await inBothModes(totals, described(totals, description))).toEqual({ lax: [], strict: ['strict.policy'] });
  });

  it.each([
    ['alone', withPolicy('')],
    ['behind a text', withPolicy('Farolas')],
    ['with the hash of the rules', withPolicy('Farolas', 'cd'.repeat(32))],
    ['on a line of its own', 'Farolas\n[convite policy=1]'],
  ])('stands %s: accepted', async (_, description) => {
    expect(await inBothModes(totals, described(totals, description))).toEqual({ lax: [], strict: [] });
  });
});

describe('the texts of the setup', () => {
  const trusteesOf = ({ events: [setup] }: CompleteElection): string =>
    setup?.type === 'Setup' ? Buffer.from(setup.trustees).toString() : '';

  it.each([
    ['an election with a space', { election: totals.electionText.replace(':', ': ') }],
    ['an election with its fields in another order', { election: lastFirst(totals.electionText) }],
    ['an election with an escape', { election: totals.electionText.replace('"name"', String.raw`"n\u0061me"`) }],
    ['trustees with a space', { trustees: trusteesOf(totals).replace(':', ': ') }],
  ])('not in their one form, %s: refused in strict mode alone', async (_, change) => {
    expect(await inBothModes(totals, setUp(totals, change))).toEqual({ lax: [], strict: ['strict.canonical'] });
  });

  it('that say one field twice are refused in every archive, for two programs may take another each', async () => {
    const election = totals.electionText.replace('{', '{"version":1,');
    expect((await inBothModes(totals, setUp(totals, { election }))).lax).toEqual(['election.form']);
    const trustees = trusteesOf(totals).replace('{"pok"', '{"name":"A","name":"B","pok"');
    expect((await inBothModes(totals, setUp(totals, { trustees }))).lax).toEqual(['trustees.form']);
  });
});

/** A JSON object with its last field first. */
function lastFirst(text: string): string {
  const entries = Object.entries(JSON.parse(text));
  return JSON.stringify(Object.fromEntries([...entries.slice(-1), ...entries.slice(0, -1)]));
}

describe('a key ceremony', () => {
  const group = testSuite.group('Ed25519');
  const held = holdCeremony(group, 3, 2, 'ceremony of the strict mode');

  /** An election of this ceremony, set up with what is left of its record. */
  async function failuresWith(wire: ThresholdWire, isStrict: boolean) {
    const uuid = newElectionId(seededRandomness('ceremony'));
    const { plan } = totals;
    const trustees = trusteesWire.write([['Pedersen', wire]]);
    const key = verifyTrustees(group, trustees, failingLog)?.electionKey ?? group.one;
    const election = accepted(makeElection(group, { ...plan, uuid, key }));
    const archive = archiveOfEvents(setUp(totals, { election, trustees }));
    const { checks } = await verifyArchive(testMachine, bytesSource(archive), { isStrict });
    return checks.failures.map(({ check, message }) => `${check}: ${message}`);
  }

  const { signatures: _, ...unconfirmed } = held.wire;
  const disowned = {
    ...held.wire,
    verification_keys: held.wire.verification_keys.map(({ pok, public_key: key }) => ({ pok, public_key: key })),
  };
  const placeless = {
    ...unconfirmed,
    certs: held.members.map(({ keys }) => {
      const { verificationKey, encryptionKey, signingKey } = keys;
      const message = certificate.write({
        verification: group.write(verificationKey),
        encryption: group.write(encryptionKey),
      });
      return signMessage(group, signingKey, message, seededRandomness('placeless'));
    }),
  };
  const lacks = (what: string): string => `strict.trustees: The ceremony lacks ${what}.`;
  const confirmations = 'the confirmations of the certificates';

  it.each([
    ['nothing', held.wire, []],
    [confirmations, unconfirmed, [lacks(confirmations)]],
    ['the signatures of the keys', disowned, [lacks('the signatures of the keys by their owners')]],
    [
      'the context, which confirmations would cover',
      placeless,
      [lacks('the context in its certificates'), lacks(confirmations)],
    ],
  ] as const)('that lacks %s', async (_name, wire, expected) => {
    expect(await failuresWith(wire, false)).toEqual([]);
    expect(await failuresWith(wire, true)).toEqual(expected);
  });
});

describe('the layout of a mixed question', () => {
  const question = (change: (value: unknown) => unknown): Events =>
    setUp(mixed, { election: alteredAt(mixed.electionText, ['questions', 1], change) });
  const withExtra = (extra: unknown) => (value: unknown) => ({ ...(typeof value === 'object' ? value : {}), extra });
  const extraOf = { type: 'ConviteLayout', version: 1, layout: 'approvals', options: ['Escuela', 'Posta'] };

  it.each([
    ['is not named', (value: unknown) => withoutExtra(value)],
    ['is somebody else’s', withExtra({ type: 'MajorityJudgment', blank: true, grades: ['Bien', 'Mal'] })],
    ['is of another version', withExtra({ ...extraOf, version: 2 })],
    ['does not fit the answers', withExtra({ ...extraOf, options: ['Escuela', 'Posta', 'Casa'] })],
  ])('%s: refused in strict mode alone', async (_, change) => {
    expect(await inBothModes(mixed, question(change))).toEqual({ lax: [], strict: ['strict.layouts'] });
  });

  it('is there and fits: accepted', async () => {
    expect(await inBothModes(mixed, question(withExtra(extraOf)))).toEqual({ lax: [], strict: [] });
  });

  function withoutExtra(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'extra'));
  }
});

describe('those who must shuffle', async () => {
  /** One trustee who must shuffle and decrypt, and three of whom any two decrypt. */
  const both = await completeElection('both', {
    ...threshold.plan,
    trustees: [{ kind: 'single' }, { kind: 'threshold', threshold: 2, size: 3 }],
  });

  const shuffledBy = (base: CompleteElection, shufflers: readonly number[]): Events =>
    onElection(base, (election) => {
      const vote = voteOf(base.events);
      const counted = lastBallots(base, vote);
      const tally = tallyOf(election, counted);
      return [...vote, ...countedAnew(base, election, tally, amountsOf(counted), { shufflers })];
    });

  it.each([
    ['one of two mandatory trustees', mixed, [1]],
    ['the other of two mandatory trustees', mixed, [2]],
    ['one alone of a threshold', threshold, [3]],
    ['all but the mandatory one', both, [2, 3, 4]],
    ['the mandatory one alone', both, [1]],
  ] as const)('are not %s alone', async (_, base, shufflers) => {
    const expected = { lax: [], strict: ['strict.shuffles'] };
    expect(await inBothModes(base, shuffledBy(base, shufflers))).toEqual(expected);
  });

  it.each([
    ['both mandatory trustees, in any order', mixed, [2, 1]],
    ['any two of a threshold', threshold, [3, 1]],
    ['the mandatory one and any other', both, [4, 1]],
    ['everybody', both, [3, 1, 2, 4]],
  ] as const)('are %s', async (_, base, shufflers) => {
    expect(await inBothModes(base, shuffledBy(base, shufflers))).toEqual({ lax: [], strict: [] });
  });

  it('may still be missing while nothing is decrypted', async () => {
    const events = shuffledBy(both, [2]);
    const first = events.findIndex(({ type }) => type === 'PartialDecryption');
    expect(await inBothModes(both, events.slice(0, first))).toEqual({ lax: [], strict: [] });
    expect(await inBothModes(both, events.slice(0, first + 1))).toEqual({ lax: [], strict: ['strict.shuffles'] });
  });
});
