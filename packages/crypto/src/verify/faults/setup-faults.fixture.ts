import { invariant } from '@convite/kernel';
import { utf8 } from '../../board/archive.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { alteredAt } from '../../v1/shuffle/altered-text.fixture.ts';
import { publishKey } from '../../v1/trustees/trustee-key.ts';
import type { Check } from '../checks.ts';
import { type CompleteElection, onElection } from '../complete-election.fixture.ts';
import { fault, type SeededFault } from './seeded-fault.fixture.ts';
import type { Events } from '../tampered-archive.fixture.ts';

interface SetupTexts {
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
}

function setupOf({ events }: CompleteElection): SetupTexts {
  const [setup] = events;
  invariant(setup?.type === 'Setup', 'an election begins with its setup');
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  return { election: text(setup.election), trustees: text(setup.trustees), credentials: text(setup.credentials) };
}

/** The archive of an election that is set up, and stands there: nothing but the setup can be wrong. */
const setUp = ({ election, trustees, credentials }: SetupTexts): Events => [
  { type: 'Setup', election: utf8(election), trustees: utf8(trustees), credentials: utf8(credentials) },
];

type Path = readonly (string | number)[];
type Change = (value: unknown) => unknown;

/** A defect in one field of one of the three texts, at every one of these places where the field is. */
const setupFault = (
  check: Check,
  name: string,
  text: keyof SetupTexts,
  edits: readonly (readonly [Path, Change])[],
  ...also: readonly Check[]
): SeededFault =>
  fault(
    check,
    name,
    (base, pick) => {
      const texts = setupOf(base);
      return edits.flatMap(([path, change]) => {
        const faulty = alteredAt(texts[text], path, change);
        if (faulty === texts[text]) return [];
        return [[path.join('.'), setUp({ ...texts, [text]: pick(texts[text], faulty) })]];
      });
    },
    ...also,
  );

const wrongText = 'f'.repeat(64);
const identity = `${'0'.repeat(63)}1`;
const to =
  (value: unknown): Change =>
  () =>
    value;
const withField = (value: unknown): unknown => (isRecord(value) ? { ...value, also: 1 } : value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const nextNumber: Change = (value) => (typeof value === 'string' ? String(BigInt(value) + 1n) : value);

const credentialAt = (at: number, change: (text: string) => string): readonly [Path, Change] => [
  [at],
  (value) => (typeof value === 'string' ? change(value) : value),
];
const weighed = (weight: string) => (text: string) => text.replace(/(?:,[0-9]+)?$/u, `,${weight}`);
const withoutWeight = (text: string) => text.slice(0, 64);

/** The proof of the next trustee, or member, in the place of each one's own. */
const single = (...path: Path): readonly (readonly [Path, Change])[] =>
  [0, 1].map((i) => [[i, 1, ...path], nextNumber]);
const member = (...path: Path): readonly (readonly [Path, Change])[] =>
  [0, 1, 2].map((i) => [[0, 1, path[0] ?? '', i, ...path.slice(1)], nextNumber]);
const onlySingle = (seeded: SeededFault): SeededFault => ({
  ...seeded,
  plant: (base, pick) => (base.plan.trustees[0]?.kind === 'single' ? seeded.plant(base, pick) : []),
});
const onlyThreshold = (seeded: SeededFault): SeededFault => ({
  ...seeded,
  plant: (base, pick) => (base.plan.trustees[0]?.kind === 'threshold' ? seeded.plant(base, pick) : []),
});

/** Another trustee's key, with its own valid proof. */
function foreignKey(base: CompleteElection): unknown {
  const group = onElection(base, (election) => election.group);
  return publishKey(group, 4_711n, seededRandomness('foreign key'));
}

/** Defects of what is published at the setup. */
export const setupFaults: readonly SeededFault[] = [
  setupFault('election.form', 'an election of another protocol version', 'election', [[['version'], to(2)]]),
  setupFault('election.form', 'an election in an unknown group', 'election', [[['group'], to('Ed448')]]),
  setupFault('election.form', 'an election key that is no member', 'election', [[['public_key'], to(wrongText)]]),
  setupFault('election.form', 'an election key that is the identity', 'election', [[['public_key'], to(identity)]]),
  setupFault('election.form', 'an unknown field in the election', 'election', [
    [[], withField],
    [['questions', 0], withField],
  ]),
  setupFault('election.form', 'an identifier that is too short', 'election', [[['uuid'], to('abc')]]),
  setupFault('election.questions', 'no question', 'election', [[['questions'], to([])]]),
  setupFault(
    'election.questions',
    'a question that nobody can answer',
    'election',
    [0, 1, 2].flatMap((i): readonly (readonly [Path, Change])[] => [
      [['questions', i, 'min'], to(9)],
      [['questions', i, 'max'], to(9)],
      [['questions', i, 'answers'], to([])],
      [['questions', i, 'value', 'answers'], to([])],
      [['questions', i, 'value', 'answers'], to(Array.from({ length: 17 }, (_, j) => String(j)))],
    ]),
  ),
  fault('election.key', 'an election key that is not the product of the trustees’', (base, pick) => {
    const texts = setupOf(base);
    const { group, key } = onElection(base, (election) => ({ group: election.group, key: election.key }));
    return [group.multiply(key, group.g), group.inverse(key), group.power(group.g, 5n)].map((other, i) => [
      `key ${i}`,
      setUp({ ...texts, election: texts.election.replace(group.write(key), group.write(pick(key, other))) }),
    ]);
  }),
  onlySingle(
    fault('election.key', 'a trustee’s key exchanged for that of somebody who knows its secret', (base, pick) => {
      const texts = setupOf(base);
      const faulty = (i: number) => alteredAt(texts.trustees, [i, 1], to(foreignKey(base)));
      return [0, 1].map((i) => [`trustee ${i + 1}`, setUp({ ...texts, trustees: pick(texts.trustees, faulty(i)) })]);
    }),
  ),
  onlySingle(
    fault('election.key', 'a trustee more, or one less, than the election key is made of', (base, pick) => {
      const texts = setupOf(base);
      const list: readonly unknown[] = JSON.parse(texts.trustees);
      const others = [list.slice(1), list.slice(0, 1), [...list, ['Single', foreignKey(base)]]];
      return others.map((other, i) => [
        `list ${i}`,
        setUp({ ...texts, trustees: pick(texts.trustees, JSON.stringify(other)) }),
      ]);
    }),
  ),
  setupFault('trustees.form', 'no trustee', 'trustees', [[[], to([])]]),
  setupFault('trustees.form', 'an unknown field, or an unknown kind of trustee', 'trustees', [
    [[0, 1], withField],
    [[0, 0], to('Double')],
  ]),
  onlySingle(
    setupFault('trustees.keys', 'the key of a trustee that is no member, or the identity', 'trustees', [
      [[0, 1, 'public_key'], to(wrongText)],
      [[1, 1, 'public_key'], to(identity)],
    ]),
  ),
  onlySingle(
    fault('trustees.keys', 'the same trustee twice', (base, pick) => {
      const texts = setupOf(base);
      const list: readonly unknown[] = JSON.parse(texts.trustees);
      return [0, 1].map((i) => [
        `trustee ${i + 1}`,
        setUp({ ...texts, trustees: pick(texts.trustees, JSON.stringify([list[i], list[i]])) }),
      ]);
    }),
  ),
  onlySingle(
    setupFault('trustees.knowledge', 'a proof that does not show that the secret is known', 'trustees', [
      ...single('pok', 'challenge'),
      ...single('pok', 'response'),
    ]),
  ),
  onlyThreshold(
    setupFault(
      'trustees.knowledge',
      'a member’s proof that does not show that the secret is known',
      'trustees',
      [...member('verification_keys', 'pok', 'challenge'), ...member('verification_keys', 'pok', 'response')],
      'trustees.ownership',
    ),
  ),
  onlyThreshold(
    setupFault(
      'trustees.certificates',
      'a certificate that its member did not sign',
      'trustees',
      [...member('certs', 'signature', 'challenge'), ...member('certs', 'signature', 'response')],
      'trustees.confirmations',
    ),
  ),
  onlyThreshold(
    setupFault('trustees.coefficients', 'images of coefficients that their member did not sign', 'trustees', [
      ...member('coefexps', 'signature', 'challenge'),
      ...member('coefexps', 'signature', 'response'),
    ]),
  ),
  onlyThreshold(
    setupFault(
      'trustees.coefficients',
      'another threshold than the polynomials have',
      'trustees',
      [
        [[0, 1, 'threshold'], to(1)],
        [[0, 1, 'threshold'], to(3)],
      ],
      'trustees.certificates',
    ),
  ),
  onlyThreshold(
    setupFault('trustees.confirmations', 'a confirmation that its member did not make', 'trustees', [
      ...member('signatures', 'challenge'),
      ...member('signatures', 'response'),
    ]),
  ),
  onlyThreshold(
    setupFault('trustees.ownership', 'a key that its member did not sign', 'trustees', [
      ...member('verification_keys', 'signature', 'challenge'),
      ...member('verification_keys', 'signature', 'response'),
    ]),
  ),
  onlyThreshold(
    fault(
      'trustees.shares',
      'two members’ keys in each other’s place',
      (base, pick) => {
        const texts = setupOf(base);
        const exchanged = (i: number, j: number) =>
          alteredAt(texts.trustees, [0, 1, 'verification_keys'], (keys) =>
            Array.isArray(keys)
              ? keys.map((key: unknown, at): unknown => keys[at === i ? j : at === j ? i : at] ?? key)
              : keys,
          );
        const pairs = [
          [0, 1],
          [1, 2],
          [0, 2],
        ] as const;
        return pairs.map(([i, j]) => [
          `${i}, ${j}`,
          setUp({ ...texts, trustees: pick(texts.trustees, exchanged(i, j)) }),
        ]);
      },
      'trustees.ownership',
    ),
  ),
  setupFault('credentials.form', 'credentials that are no list of texts', 'credentials', [
    [[], to({})],
    [[0], to(1)],
    [[2], to('credential')],
    [[1], to(`${wrongText},01`)],
  ]),
  setupFault(
    'credentials.members',
    'a credential that is no member, or the identity',
    'credentials',
    [0, 1, 2].flatMap((i): readonly (readonly [Path, Change])[] => [
      credentialAt(i, (text) => text.replace(/^[0-9a-f]{64}/u, wrongText)),
      credentialAt(i, (text) => text.replace(/^[0-9a-f]{64}/u, identity)),
    ]),
  ),
  fault('credentials.distinct', 'a credential that stands in the list twice, with any weight', (base, pick) => {
    const texts = setupOf(base);
    const list: readonly string[] = JSON.parse(texts.credentials);
    return list.map((text, i) => [
      `credential ${i}`,
      setUp({ ...texts, credentials: JSON.stringify(pick(list, [...list, text])) }),
    ]);
  }),
  setupFault('credentials.weights', 'a weight of nothing, or beyond the limit', 'credentials', [
    credentialAt(0, weighed('0')),
    credentialAt(1, weighed(String(2n ** 64n))),
  ]),
  fault('credentials.weights', 'a weight where ballots are published whole', (base, pick) => {
    if (base.plan.questions.every((question) => !('type' in question))) return [];
    const texts = setupOf(base);
    const list: readonly string[] = JSON.parse(texts.credentials);
    return list.map((text, i) => [
      `credential ${i}`,
      setUp({ ...texts, credentials: JSON.stringify(list.with(i, pick(withoutWeight(text), weighed('2')(text)))) }),
    ]);
  }),
];
