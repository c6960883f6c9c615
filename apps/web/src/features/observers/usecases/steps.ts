import type { ContestState } from '@convite/domain';
import type { Fact, FactName, FileLink, FileName, Step, StepName, When } from '../pages/views.ts';
import type {
  ContestsInState,
  FrozenRoll,
  LotsSoFar,
  ObservedConsultation,
  PublishedArchive,
  PublishedCredentials,
  PublishedTrustees,
} from '../store.ts';

/** What is published of a consultation by now. */
export interface Published {
  readonly consultation: ObservedConsultation;
  /** When something happened to it last, by the name of the event. */
  readonly moments: ReadonlyMap<string, Date>;
  readonly rules: readonly { readonly name: string; readonly hash: string }[];
  readonly roll: FrozenRoll | undefined;
  readonly trustees: PublishedTrustees | undefined;
  /** How many hold the key, and how many of them open together. */
  readonly key: { readonly holders: number; readonly threshold: number };
  readonly credentials: PublishedCredentials | undefined;
  readonly contests: readonly ContestsInState[];
  readonly lots: LotsSoFar;
  readonly archive: PublishedArchive | undefined;
  readonly boardKey: string;
  /** When the newest of the programs came. */
  readonly programsSince: string | null;
}

/** What an observer types; the names of files are those under which they are saved. */
const convite = (words: string): string => `npm run -s convite -- ${words}`;

/** Every step of the life of a vote with what there is to check now, in order. */
export function stepsOf(published: Published): readonly Step[] {
  const { rules, trustees, roll, credentials, lots, archive, programsSince, consultation, moments } = published;
  const { slug } = consultation;
  const awaited = awaitedIn(published);
  const from = (at: Date | undefined | null, exists: unknown, due: Date | null = null): When =>
    exists === undefined || exists === false ? awaited(due) : { is: 'published', at: at?.toISOString() ?? null };
  const sum = sumsOf(published.contests);
  const isOpened = sum.openedVotes > 0;
  const closedAt = moments.get('vote.close') ?? moments.get('clock.closed');
  return [
    step('rules', from(moments.get('rule.freeze'), true), {
      files: [
        page('rulesPage', `/c/${slug}/rules`),
        ...rules.map(({ name, hash }) => file('ruleFile', `/c/${slug}/rules/${hash}.json`, hash, name)),
      ],
      commands: ['sha256sum *.json'],
    }),
    step('roll', from(roll?.at, roll), { facts: roll === undefined ? [] : rollFacts(roll) }),
    step('trustees', from(trustees?.at, trustees), {
      facts: trustees === undefined ? [] : trusteeFacts(trustees, published.key),
      files:
        trustees === undefined
          ? []
          : [
              page('trusteesPage', `/c/${slug}/trustees`),
              file('trusteesFile', `/c/${slug}/trustees.json`, trustees.hash),
            ],
      commands: trustees === undefined ? [] : ['sha256sum trustees.json'],
    }),
    step('credentials', from(credentials?.at, credentials), {
      facts: credentials === undefined ? [] : credentialFacts(credentials),
      commands: sum.boards > 0 ? [convite('inspect archive.bel')] : [],
    }),
    step('rehearsals', from(trustees?.rehearsedAt, (trustees?.rehearsed ?? 0) > 0), {
      facts: trustees === undefined || trustees.rehearsed === 0 ? [] : rehearsalFacts(trustees, published.key),
      files: trustees === undefined ? [] : [page('trusteesPage', `/c/${slug}/trustees#places`)],
    }),
    step('programs', { is: 'published', at: programsSince }, { commands: ['npm run -s booth'] }),
    step('boards', from(moments.get('vote.open'), sum.boards > 0, consultation.opensAt), boardsToCheck(published)),
    step(
      'trail',
      { is: 'published', at: null },
      {
        files: [page('trailPage', `/c/${slug}/trail`), page('trailFile', `/c/${slug}/trail.csv`)],
      },
    ),
    step('closing', from(closedAt, closedAt ?? sum.closed > 0, consultation.closesAt), {
      facts: [
        moment('closesAt', consultation.closesAt),
        ...(sum.boards > 0 ? [part('ended', sum.ended, sum.boards), count('votes', sum.votes)] : []),
      ],
      commands: sum.ended > 0 ? [convite('inspect archive.bel --events')] : [],
    }),
    step('opening', from(null, isOpened), {
      facts: [
        ...(sum.closed > 0 ? [part('opened', sum.openedVotes, sum.standing)] : []),
        ...(sum.withheld > 0 ? [count('withheld', sum.withheld)] : []),
        ...(sum.annulled > 0 ? [count('annulled', sum.annulled)] : []),
      ],
      commands: isOpened ? [convite('verify archive.bel')] : [],
    }),
    step('lots', lotsWhen(published, awaited), {
      facts: [
        ...(sum.waitingForLots > 0 ? [count('waitingForLots', sum.waitingForLots)] : []),
        ...(lots.seed === null ? [] : [{ name: 'seed', kind: 'text', text: lots.seed } as const]),
      ],
      files: [page('lotsPage', `/c/${slug}/lots`)],
    }),
    step('result', from(moments.get('result.certify') ?? moments.get('result.publish'), archive), {
      facts:
        archive === undefined
          ? []
          : [{ name: 'size', kind: 'bytes', bytes: archive.bytes }, hashed('manifest', archive.manifest)],
      files:
        archive === undefined
          ? []
          : [page('resultPage', `/c/${slug}/result`), file('archive', `/c/${slug}/archive.zip`, archive.sha256)],
      commands: archive === undefined ? [] : [`sha256sum ${slug}.zip`, convite(`verify ${slug}.zip`)],
    }),
  ];
}

/** What waits, in a consultation that goes on; in one that was annulled nothing does. */
const awaitedIn =
  ({ consultation: { status } }: Published) =>
  (due: Date | null): When =>
    status === 'annulled' ? { is: 'never' } : { is: 'awaited', at: due?.toISOString() ?? null };

function lotsWhen({ lots, consultation: { status } }: Published, awaited: (due: Date | null) => When): When {
  const at = lots.drawnAt ?? lots.announcedAt;
  if (at !== null) return { is: 'published', at: at.toISOString() };
  return status === 'provisional' || status === 'certified' ? { is: 'not_needed' } : awaited(null);
}

function boardsToCheck({ consultation: { slug }, contests, boardKey }: Published): StepMatter {
  const { boards, votes } = sumsOf(contests);
  if (boards === 0) return {};
  return {
    facts: [count('boards', boards), count('votes', votes), { name: 'boardKey', kind: 'text', text: boardKey }],
    files: [
      page('boardsPage', `/c/${slug}/find-my-vote`),
      page('boardsTable', `/c/${slug}/observe/boards.csv`),
      page('boardsAddresses', `/c/${slug}/observe/boards.txt`),
    ],
    commands: [
      `wget --force-directories --input-file=${slug}-boards.txt`,
      convite('verify archive.bel --strict'),
      convite('verify archive.bel --strict --earlier yesterday.bel'),
    ],
  };
}

const isBefore: ReadonlySet<ContestState> = new Set(['draft', 'ready', 'frozen']);
const isOver: ReadonlySet<ContestState> = new Set([
  ...(['closed', 'withheld', 'tallied', 'lots_required', 'counted', 'provisional', 'certified'] as const),
]);
const isOpen: ReadonlySet<ContestState> = new Set(['tallied', 'lots_required', 'counted', 'provisional', 'certified']);

interface Sums {
  readonly boards: number;
  readonly votes: number;
  readonly ended: number;
  /** Contests that were not annulled, and of these those whose vote is over, and those whose result stands on the board. */
  readonly standing: number;
  readonly closed: number;
  readonly openedVotes: number;
  readonly withheld: number;
  readonly annulled: number;
  readonly waitingForLots: number;
}

function sumsOf(contests: readonly ContestsInState[]): Sums {
  const all = (of: keyof Omit<ContestsInState, 'status'>, holds: (status: ContestState) => boolean): number =>
    contests.filter(({ status }) => holds(status)).reduce((sum, one) => sum + one[of], 0);
  const isPublished = (status: ContestState): boolean => !isBefore.has(status);
  return {
    boards: all('boards', isPublished),
    votes: all('votes', isPublished),
    ended: all('ended', isPublished),
    standing: all('contests', (status) => status !== 'annulled'),
    closed: all('contests', (status) => isOver.has(status)),
    openedVotes: all('contests', (status) => isOpen.has(status)),
    withheld: all('contests', (status) => status === 'withheld'),
    annulled: all('contests', (status) => status === 'annulled'),
    waitingForLots: all('contests', (status) => status === 'lots_required'),
  };
}

const rollFacts = ({ people, version, commitment, additions }: FrozenRoll): readonly Fact[] => [
  count('people', people),
  count('version', version),
  hashed('commitment', commitment),
  count('additions', additions),
];

const trusteeFacts = (
  { messages, waiver }: PublishedTrustees,
  { holders, threshold }: Published['key'],
): readonly Fact[] => [
  count('trustees', holders),
  count('threshold', threshold),
  ...(messages > 0 ? [count('messages', messages)] : []),
  ...(waiver === null ? [] : [{ name: 'waiver', kind: 'text', text: waiver } as const]),
];

const rehearsalFacts = ({ rehearsed, openedOn }: PublishedTrustees, { holders }: Published['key']): readonly Fact[] => [
  part('rehearsed', rehearsed, holders),
  ...(openedOn === null ? [] : [{ name: 'openedOn', kind: 'day', day: openedOn } as const]),
];

const credentialFacts = ({ credentials, spares, order, upload }: PublishedCredentials): readonly Fact[] => [
  count('credentials', credentials),
  count('spares', spares),
  hashed('orderHash', order),
  hashed('uploadHash', upload),
];

const count = (name: FactName, n: number): Fact => ({ name, kind: 'count', count: n });
const part = (name: FactName, n: number, of: number): Fact => ({ name, kind: 'part', count: n, of });
const hashed = (name: FactName, hash: string): Fact => ({ name, kind: 'hash', hash });
const moment = (name: FactName, at: Date): Fact => ({ name, kind: 'moment', at: at.toISOString() });

const page = (name: FileName, href: string): FileLink => ({ name, href, of: null, sha256: null });
const file = (name: FileName, href: string, sha256: string, of: string | null = null): FileLink => ({
  ...{ name, href, of, sha256 },
});

type StepMatter = Partial<Pick<Step, 'facts' | 'files' | 'commands'>>;

const step = (name: StepName, when: When, { facts = [], files = [], commands = [] }: StepMatter): Step => ({
  ...{ name, when, facts, files, commands },
});
