import { defaultRuleSet } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { ContestResultPage } from '../../apps/web/src/features/results/pages/contest-page.tsx';
import { OptionResultPage } from '../../apps/web/src/features/results/pages/option-page.tsx';
import { LotsRoomPage, ResultRoomPage } from '../../apps/web/src/features/results/pages/result-room-pages.tsx';
import { LotsPage, RefusedResultPage, WaitingPage } from '../../apps/web/src/features/results/pages/short-pages.tsx';
import { ProtocolPage } from '../../apps/web/src/features/results/pages/protocol-page.tsx';
import { TerritoryResultPage } from '../../apps/web/src/features/results/pages/territory-page.tsx';
import type {
  ContestResultView,
  ListedResult,
  LotsPageView,
  ProtocolView,
  ReadText,
  ResultHead,
  ResultRoomView,
  SwitchSearch,
  TerritoryResultView,
  TerritorySums,
} from '../../apps/web/src/features/results/pages/views.ts';
import type { Translation } from '../../apps/web/src/i18n/translation.ts';
import { type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import { countVote, type CountedVote, sampleText, switchesOf } from './counted-votes.ts';
import type { PageState } from './page-state.ts';

const hash = '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36';
const file = { bytes: 4_812_345_678, sha256: hash, manifestHash: hash };
const head: ResultHead = {
  ...{ slug: 'nacional-2026', title: 'Consulta popular nacional 2026', stage: 'provisional', zone: 'America/Caracas' },
  ...{ complaintsUntil: '2026-12-06T22:00:00.000Z', unit: 'u', decimals: 0 },
};
const contest = '0b54c1f2-7a0e-4c86-9a1f-3f3b7f0a1d11';

const sums = (i: number, name: string): TerritorySums => ({
  ...{ code: `PS-${i}`, name, contests: 12 + i, decided: 10 + i, withheld: 1, annulled: 1 },
  ...{
    eligible: 20_400 + 50 * i,
    ballots: 11_820 + 37 * i,
    blank: 84,
    spoilt: 3,
    winners: 41 + i,
    cost: String(1_520_000 + 1000 * i),
  },
});
const names = ['La Enramada', 'Los Tres Puentes', 'Campo Alegre Sur', 'Puerto de los Pescadores de la Ribera Norte'];
const inPage = (text: string): ReadText => ({ text, lang: undefined });
const unlisted: ListedResult = {
  ...{ id: contest, name: inPage(''), state: 'provisional', ballots: null, eligible: null, winners: [], more: 0 },
};
const territory: TerritoryResultView = {
  ...{
    head,
    code: null,
    sums: { ...sums(0, 'Puerto Solana'), contests: 5336 },
    above: [],
    file,
    hasProtocol: true,
    hasLots: true,
  },
  below: { shown: names.map((name, i) => sums(i + 1, name)), page: 1, perPage: 50, total: 335 },
  contests: {
    shown: [
      {
        ...{ ...unlisted, name: inPage('Obra de la ciudad'), ballots: 9120, eligible: 15_020, more: 4 },
        winners: ['Techo del mercado', 'Pozo y bomba', 'Luces en la cancha'].map(inPage),
      },
      { ...unlisted, eligible: 40, id: `${contest}1`, name: inPage('Fiesta'), state: 'withheld' },
      { ...unlisted, id: `${contest}2`, name: inPage('Himno'), state: 'annulled' },
      { ...unlisted, id: `${contest}3`, name: inPage('Archivo'), ballots: 12, eligible: 90 },
    ],
    ...{ page: 1, perPage: 50, total: 4 },
  },
};

const protocol: ProtocolView = {
  ...{ head, file, roll: { version: 3, entries: 702, commitment: hash }, seed: 'Lotería 2026-11-29: 04 17 23 31 40' },
  contests: {
    shown: [
      {
        ...{ id: contest, name: 'Obra de la ciudad', place: 'La Enramada (PS-1)', state: 'provisional', rule: hash },
        ...{ roll: { people: 702, added: 1 }, codes: { made: 772, spare: 70 }, counted: 611, blank: 12, spoilt: 3 },
        ...{ board: { events: 655, head: hash, ballots: 648 }, key: [{ threshold: 2, members: 3 }] },
        present: [
          { number: 1, name: 'Rosa Ochoa' },
          { number: 3, name: null },
        ],
        options: [
          { number: 1, title: inPage('Techo del mercado'), told: undefined, withdrawn: false, votes: 402, won: true },
          { number: 2, title: inPage('Fuente'), told: undefined, withdrawn: true, votes: null, won: false },
          { number: 3, title: inPage('Luces en la cancha'), told: undefined, withdrawn: false, votes: 194, won: false },
        ],
      },
      {
        ...{ id: `${contest}1`, name: 'Fiesta', place: 'La Enramada (PS-1)', state: 'annulled', rule: hash },
        ...{ roll: null, codes: null, counted: null, blank: null, spoilt: null, board: null, key: [], present: [] },
        options: [
          {
            number: 1,
            title: inPage('Música en la plaza'),
            told: undefined,
            withdrawn: false,
            votes: null,
            won: false,
          },
        ],
      },
    ],
    ...{ page: 1, perPage: 20, total: 5336 },
  },
};

const once = <T,>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
const shares = once(() => countVote(sampleText('la-enramada-2026', 'es')));
const inEnglish = once(() => countVote(sampleText('la-enramada-2026', 'en')));
const byVotes = once(() => countVote(sampleText('la-enramada-2026', 'es'), defaultRuleSet('greedy', 'approval')));
const chosen = once(() => {
  const one = defaultRuleSet('greedy', 'approval');
  invariant(one.rule === 'greedy', 'the default of a rule is that rule');
  return countVote(sampleText('la-enramada-2026', 'es'), {
    ...{ ...one, order: 'total', utility: 'cardinality', maximumWinners: 3, ties: ['project-id'] },
  });
});

const viewOf = (vote: CountedVote, more: Partial<ContestResultView> = {}): ContestResultView => ({
  ...{ head, id: contest, name: 'Obra', place: 'La Enramada', state: 'provisional', annulled: null, least: 50 },
  above: [
    { code: 'PS', name: 'Puerto Solana' },
    { code: 'PS-1', name: 'La Enramada' },
  ],
  ...{ opened: 'ballots', knowsBallots: true, spoilt: 2, hasMoney: true, report: vote.report, switches: null },
  ...{ supporters: vote.supporters, told: {} },
  slice: { people: 702, added: 1 },
  ...{ withdrawn: [], lot: null, file, rule: hash, fingerprint: 'q'.repeat(43), headHash: hash },
  ...more,
});
/** A vote whose options were written in the other language first, and some of them in that of the page too. */
function foreign({ locale }: Translation): { readonly vote: CountedVote; readonly told: ContestResultView['told'] } {
  const vote = locale === 'es' ? inEnglish() : shares();
  const { projects } = (locale === 'es' ? shares() : inEnglish()).report;
  return {
    vote,
    told: Object.fromEntries(projects.filter((_, i) => i % 3 > 0).map(({ id, name }) => [id, name ?? ''])),
  };
}
const otherThan = ({ locale }: Translation): string => (locale === 'es' ? 'en' : 'es');

const without: Partial<ContestResultView> = { opened: null, knowsBallots: false, spoilt: 0, report: null };

const lot = once((): ContestResultView['lot'] => ({
  ...{ seed: 'Lotería 2026-11-29: 04 17 23 31 40', how: 'La lotería nacional del 29 de noviembre.' },
  drawnAt: '2026-11-29T22:00:00.000Z',
  tied: [['P01', 'P02']],
  drawn: shares()
    .report.projects.slice(0, 5)
    .map(({ id }, i) => ({ id, lot: `${i}${hash.slice(1)}` })),
}));

const contestState = (name: string, view: () => ContestResultView): PageState => ({
  name: `contest-result-${name}`,
  draw: (frame, t) => <ContestResultPage view={view()} frame={frame} t={t} />,
});

const searchOf = (
  found: SwitchSearch['found'],
  state: SwitchSearch['state'] = 'done',
  done = Object.keys(found).length,
  options = done,
): SwitchSearch => ({ state, found, done, options });

/** Invented figures of what would have changed it, for so many of the options that lost. */
const changesOf = (vote: CountedVote, most = Infinity): SwitchSearch['found'] =>
  Object.fromEntries(
    vote.report.not_funded.slice(0, most).map(({ id }, i) => [
      id,
      {
        cost: { type: 'switch', funded: String(2600 + 900 * i), notFunded: String(2601 + 900 * i), claim: 'smallest' },
        ballots:
          i % 5 === 4
            ? { type: 'none_in_range', last: 602, proven: false }
            : { type: 'switch', funded: 3 + 7 * i, notFunded: 2 + 7 * i, claim: 'would_have_been_enough' },
      },
    ]),
  );

function option(name: string, fate: 'won' | 'lost', more: Partial<ContestResultView> = {}): PageState {
  const matter = once(() => {
    const { report } = shares();
    const id = fate === 'won' ? report.winners[0] : report.not_funded[0]?.id;
    const project = report.projects.find((one) => one.id === id);
    invariant(project !== undefined, 'the vote has winners and losers');
    const found = switchesOf(shares(), project.id);
    const switches = searchOf(found === 'not_available' ? {} : { [project.id]: found });
    return { view: viewOf(shares(), { switches, ...more }), report, project };
  });
  return { name: `option-result-${name}`, draw: (frame, t) => <OptionResultPage {...matter()} frame={frame} t={t} /> };
}

const staff = { name: 'Gloria Paz' };
const lots: LotsPageView = {
  ...{ slug: head.slug, title: head.title, zone: head.zone, draw: null, waiting: [], announcements: [] },
};
const announced: LotsPageView = {
  ...lots,
  announcements: [
    {
      how: 'Los números de la lotería nacional de ese día, leídos en la plaza ante quien quiera.',
      ...{ drawsAt: '2026-11-29T22:00:00.000Z', announcedAt: '2026-11-24T15:00:00.000Z' },
    },
    { how: 'Dados.', drawsAt: '2026-11-28T22:00:00.000Z', announcedAt: '2026-11-23T15:00:00.000Z' },
  ],
  waiting: names.map((name, i) => ({ id: `${contest}${i}`, code: `PS-${i}`, name })),
};
const drawn: LotsPageView = {
  ...{ ...announced, waiting: [] },
  draw: { seed: 'Lotería 2026-11-29: 04 17 23 31 40', how: 'La lotería.', drawnAt: '2026-11-29T22:00:00.000Z' },
};

const fault = {
  ...{ check: 'election.archive', place: `contests/${contest}` },
  says: 'archive_refused 44 at byte 51712: The content is not the one that its name says.',
};
const room: ResultRoomView = {
  ...{ slug: head.slug, title: head.title, stage: null, isPublic: false, troubles: [], archive: null },
  states: { all: 5336, counted: 5320, waitingCount: 0, waitingLots: 4, withheld: 10, annulled: 2, elsewhere: 0 },
  listed: {
    ...{ counted: 'counted', waitingCount: null, waitingLots: 'lots_required' },
    ...{ withheld: 'withheld', annulled: 'annulled', elsewhere: null },
  },
  ...{ mayMake: false, mayPropose: null, proposed: null, busy: false },
  ...{ isLate: false, delays: [], zone: head.zone },
};
const made = {
  status: 'verified',
  stage: 'provisional',
  done: 5336,
  contests: 5336,
  waitsForRoom: false,
  file,
  refusal: [],
} as const;
const rooms: readonly (readonly [string, ResultRoomView])[] = [
  ['waiting', { ...room, busy: true, states: { ...room.states, waitingCount: 300, counted: 5020 } }],
  [
    'trouble',
    {
      ...room,
      troubles: [{ id: contest, code: 'PS-1', name: 'La Enramada', fault }],
    },
  ],
  ['making', { ...room, busy: true, archive: { ...made, status: 'making', done: 2113, file: null } }],
  ['no-room', { ...room, busy: true, archive: { ...made, status: 'making', done: 0, file: null, waitsForRoom: true } }],
  [
    'refused',
    {
      ...room,
      archive: { ...made, status: 'refused', file: null, refusal: [{ ...fault, check: 'count.outcome' }] },
      mayMake: true,
    },
  ],
  ['verified', { ...room, archive: made, mayMake: true, mayPropose: 'provisional' }],
  ['proposed', { ...room, archive: made, mayMake: true, mayPropose: 'provisional', proposed: contest }],
  [
    'certify',
    {
      ...room,
      stage: 'provisional',
      isPublic: true,
      delays: null,
      archive: { ...made, stage: 'certified' },
      mayPropose: 'certified',
    },
  ],
];
const delays = [
  {
    at: '2026-11-24T13:30:00.000Z',
    reason:
      'Ya hay luz en Puerto Solana. Rosa trae su parte de la clave esta tarde, y mañana a mediodía hay resultado.',
  },
  { at: '2026-11-23T20:00:00.000Z', reason: 'Sin luz desde el domingo: falta la parte de la clave de Rosa.' },
];
const wrong = (field: string, says: string): FormState => ({ ...freshForm(), problems: [{ field, says }] });

/** Every state of the pages about results. */
export const resultsStates: readonly PageState[] = [
  { name: 'result-whole', draw: (frame, t) => <TerritoryResultPage view={territory} frame={frame} t={t} /> },
  {
    name: 'result-territory',
    draw: (frame, t) => (
      <TerritoryResultPage
        view={{
          ...{
            ...territory,
            code: 'PS-1',
            hasLots: false,
            head: { ...head, stage: 'certified', complaintsUntil: null },
          },
          sums: { ...sums(1, 'La Enramada'), cost: null, withheld: 0, annulled: 0 },
          above: [{ code: 'PS', name: 'Puerto Solana' }],
          below: { ...territory.below, shown: [], total: 0 },
        }}
        frame={frame}
        t={t}
      />
    ),
  },
  { name: 'result-protocol', draw: (frame, t) => <ProtocolPage view={protocol} frame={frame} t={t} /> },
  {
    name: 'result-languages',
    draw: (frame, t) => {
      const other = (text: string): ReadText => ({ text, lang: otherThan(t) });
      const shown = territory.contests.shown.map((one, i) => ({
        ...{ ...one, name: i % 2 === 0 ? other(one.name.text) : one.name },
        winners: one.winners.map((title, k) => (k % 2 === 0 ? other(title.text) : title)),
      }));
      const view = { ...territory, contests: { ...territory.contests, shown } };
      return <TerritoryResultPage view={view} frame={frame} t={t} />;
    },
  },
  {
    name: 'result-protocol-languages',
    draw: (frame, t) => {
      const shown = protocol.contests.shown.map((one) => ({
        ...one,
        options: one.options.map(({ title: { text }, ...option }, i) => ({
          ...{ ...option, title: { text, lang: otherThan(t) } },
          told: i % 2 === 0 ? `${names[i]}: ${text}` : undefined,
        })),
      }));
      return <ProtocolPage view={{ ...protocol, contests: { ...protocol.contests, shown } }} frame={frame} t={t} />;
    },
  },
  {
    name: 'contest-result-languages',
    draw: (frame, t) => {
      const { vote, told } = foreign(t);
      const withdrawn = [{ text: '7. Fuente', lang: otherThan(t) }];
      const view = viewOf(vote, { told, withdrawn, lot: lot(), switches: searchOf(changesOf(vote)) });
      return <ContestResultPage view={view} frame={frame} t={t} />;
    },
  },
  {
    name: 'option-result-languages',
    draw: (frame, t) => {
      const { vote, told } = foreign(t);
      const project = vote.report.projects.find(({ id }) => told[id] !== undefined);
      invariant(project !== undefined, 'some are told in the language of the page');
      const view = viewOf(vote, { told });
      return <OptionResultPage view={view} frame={frame} t={t} report={vote.report} project={project} />;
    },
  },
  contestState('shares', () => viewOf(shares(), { switches: searchOf(changesOf(shares())) })),
  contestState('searching', () => viewOf(shares(), { switches: searchOf(changesOf(shares(), 6), 'searching', 6, 24) })),
  contestState('lot', () => viewOf(shares(), { lot: lot() })),
  contestState('votes', () =>
    viewOf(byVotes(), { opened: 'totals', knowsBallots: false, spoilt: 0, withdrawn: [inPage('7. Fuente')] }),
  ),
  contestState('no-money', () => viewOf(chosen(), { hasMoney: false, opened: 'totals', knowsBallots: false })),
  contestState('withheld', () => viewOf(shares(), { ...without, state: 'withheld' })),
  contestState('annulled', () =>
    viewOf(shares(), {
      ...{ ...without, state: 'annulled', fingerprint: null, headHash: null },
      annulled: { reason: 'Se imprimieron boletas equivocadas.', at: '2026-11-22T15:00:00.000Z' },
    }),
  ),
  option('lost', 'lost'),
  option('won', 'won'),
  option('without-switches', 'lost', { switches: null }),
  option('searching', 'lost', { switches: searchOf({}, 'searching', 12, 160) }),
  option('given-up', 'lost', { switches: searchOf({}, 'given_up', 12, 160) }),
  option('no-money', 'lost', { hasMoney: false }),
  {
    name: 'result-refused',
    draw: (frame, t) => (
      <RefusedResultPage
        view={{ slug: head.slug, title: head.title, fault: 'outcome', annulledSince: false, file }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'result-annulled-since',
    draw: (frame, t) => (
      <RefusedResultPage
        view={{ slug: head.slug, title: head.title, fault: 'state', annulledSince: true, file }}
        frame={frame}
        t={t}
      />
    ),
  },
  { name: 'result-not-yet', draw: (frame, t) => <WaitingPage view={head} frame={frame} t={t} waits="result" /> },
  {
    name: 'result-late',
    draw: (frame, t) => (
      <WaitingPage
        view={head}
        frame={frame}
        t={t}
        waits="result"
        due={{ lateSince: '2026-11-22T22:00:00.000Z', zone: head.zone, delays }}
      />
    ),
  },
  { name: 'result-part', draw: (frame, t) => <WaitingPage view={head} frame={frame} t={t} waits="part" /> },
  { name: 'result-part-no-room', draw: (frame, t) => <WaitingPage view={head} frame={frame} t={t} waits="room" /> },
  ...(
    [
      ['none', lots],
      ['announced', announced],
      ['drawn', drawn],
    ] as const
  ).flatMap(([name, view]): readonly PageState[] => [
    { name: `public-lot-${name}`, draw: (frame, t) => <LotsPage view={view} frame={frame} t={t} /> },
    {
      name: `lot-room-${name}`,
      draw: (frame, t) => (
        <LotsRoomPage view={view} proposed={null} staff={staff} form={freshForm()} frame={frame} t={t} />
      ),
    },
  ]),
  {
    name: 'lot-room-proposed',
    draw: (frame, t) => (
      <LotsRoomPage view={announced} proposed={contest} staff={staff} form={freshForm()} frame={frame} t={t} />
    ),
  },
  {
    name: 'lot-room-wrong',
    draw: (frame, t) => (
      <LotsRoomPage
        view={announced}
        proposed={null}
        staff={staff}
        form={wrong('seed', t.results.drawRefusals.seed_malformed)}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'result-room-delay-wrong',
    draw: (frame, t) => (
      <ResultRoomPage
        view={{ ...room, isLate: true, delays }}
        staff={staff}
        form={wrong('delay', t.results.delay.refusals.too_long)}
        frame={frame}
        t={t}
      />
    ),
  },
  ...rooms.map(([name, view]): PageState => ({
    name: `result-room-${name}`,
    draw: (frame, t) => <ResultRoomPage view={view} staff={staff} form={freshForm()} frame={frame} t={t} />,
  })),
];
