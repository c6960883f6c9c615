import { defaultRuleSet } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { HomePage } from '../../apps/web/src/features/recounts/pages/home-page.tsx';
import { LotsPage } from '../../apps/web/src/features/recounts/pages/lots-page.tsx';
import { PendingPage } from '../../apps/web/src/features/recounts/pages/pending-page.tsx';
import { ProjectPage } from '../../apps/web/src/features/recounts/pages/project-page.tsx';
import { ResultPage } from '../../apps/web/src/features/recounts/pages/result-page.tsx';
import { RefusedPage, UploadProblemsPage } from '../../apps/web/src/features/recounts/pages/upload-problems-page.tsx';
import type { RecountForm, ResultView } from '../../apps/web/src/features/recounts/pages/views.ts';
import { ProblemPage } from '../../apps/web/src/ui/problem-page.tsx';
import { accountsStates } from './accounts-states.tsx';
import { ballotsStates } from './ballots-states.tsx';
import { boothStates } from './booth-states.tsx';
import { consultationStates } from './consultation-states.tsx';
import { demoStates } from './demo-states.tsx';
import { observersStates } from './observers-states.tsx';
import { orderStates } from './order-states.tsx';
import { preparationStates } from './preparation-states.tsx';
import { resultsStates } from './results-states.tsx';
import { rollStates } from './roll-states.tsx';
import { secondFactorStates } from './second-factor-states.tsx';
import { stationStates } from './station-states.tsx';
import { tallyStates } from './tally-states.tsx';
import { territoryStates } from './territory-states.tsx';
import { trusteesStates } from './trustees-states.tsx';
import { voteStates } from './vote-states.tsx';
import { cityText, countVote, type CountedVote, sampleText, switchesOf } from './counted-votes.ts';
import type { PageState } from './page-state.ts';

const address = '/recounts/0123456789abcdef';

const form: RecountForm = {
  action: '/recounts',
  samples: [
    {
      id: 'la-enramada-2026',
      name: 'Comuna La Enramada, 2026',
      lesson: 'Por qué el tercero en votos pierde.',
      ballots: 600,
      projects: 24,
    },
    {
      id: 'vereda-el-sauce',
      name: 'Vereda El Sauce',
      lesson: 'Un empate que solo un sorteo público puede resolver.',
      ballots: 20,
      projects: 4,
    },
  ],
  maximumBytes: 20_000_000,
};

const hash = '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36';

/** The page of a vote as the site would show it. */
function resultView({ report, details }: CountedVote, more: Partial<ResultView> = {}): ResultView {
  return {
    address,
    origin: 'demo',
    report,
    compared: details.compared,
    preference: details.preference,
    official: null,
    changed: null,
    downloads: [
      { kind: 'ballots', href: `${address}/ballots.pb`, fileName: 'la-enramada-2026.pb', bytes: 21_340, sha256: hash },
      { kind: 'rule', href: `${address}/rule-set.json`, fileName: 'rule-set.json', bytes: 612, sha256: hash },
      { kind: 'report', href: `${address}/report.json`, fileName: 'report.json', bytes: 48_000, sha256: null },
    ],
    whatIf: { action: `${address}/what-if`, rules: details.rules },
    removal: null,
    expires: null,
    lots: report.status === 'lots_required' ? `${address}/lots` : null,
    ...more,
  };
}

/** Counting takes seconds: each vote is counted when it is first drawn. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const demo = once(() => countVote(sampleText('la-enramada-2026', 'es')));
const tied = once(() => countVote(sampleText('vereda-el-sauce', 'es')));
const assembly = once(() => countVote(sampleText('calle-los-almendros', 'es')));
const ranked = once(() => countVote(sampleText('escuela-los-samanes', 'es')));
const points = once(() => countVote(sampleText('cooperativa-la-espiga', 'es')));
const words = [
  'Remont',
  'chodnika',
  'przy',
  'szkole',
  'i',
  'plac',
  'zabaw',
  'dla',
  'dzieci',
  'na',
  'osiedlu',
  'Bałuty',
];
const city = once(() =>
  countVote(
    cityText((i) =>
      Array.from({ length: 2 + (i % 11) }, (_, k) => words[(i * 7 + k * 5) % words.length] ?? '').join(' '),
    ),
  ),
);
const cityShares = once(() =>
  countVote(
    cityText((i) => `Budowa ${i + 1}`),
    { ...defaultRuleSet('equal-shares', 'approval'), ties: ['lower-cost', 'project-id'] },
  ),
);
const longWords = once(() =>
  countVote(
    sampleText('la-enramada-2026', 'es').replaceAll(
      /^(P\d\d;\d+;\d+;)([^;]*)/gmu,
      (_, start: string, name: string) =>
        `${start}${name} [ÅÄÖ Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen ${name}]`,
    ),
  ),
);
const phragmen = once(() => countVote(sampleText('la-enramada-2026', 'es'), defaultRuleSet('phragmen', 'approval')));
const empty = once(() =>
  countVote(sampleText('calle-los-almendros', 'es'), {
    ...defaultRuleSet('greedy', 'approval'),
    minimumSupport: { votes: 1_000_000, shareOfBallots: '0/1', points: 0 },
  }),
);

const result = (name: string, vote: () => CountedVote, more: Partial<ResultView> = {}): PageState => ({
  name,
  draw: (frame, t) => <ResultPage view={resultView(vote(), more)} frame={frame} t={t} />,
});

/** A project's page; without an id, that of the first loser. */
function project(name: string, count: () => CountedVote, wanted?: string): PageState {
  const matter = once(() => {
    const vote = count();
    const { report, details, supporters } = vote;
    const id = wanted ?? report.not_funded[0]?.id ?? '';
    const found = report.projects.find((one) => one.id === id);
    invariant(found !== undefined, 'the project of a test is in its vote');
    const view = {
      address,
      origin: 'demo' as const,
      report,
      compared: details.compared,
      project: id,
      whatIf: resultView(vote).whatIf,
      supporters: supporters[id] ?? { votes: 0, withOther: 0, also: [] },
      switches: switchesOf(vote, id),
    };
    return { view, found };
  });
  return {
    name,
    draw: (frame, t) => <ProjectPage view={matter().view} project={matter().found} frame={frame} t={t} />,
  };
}

/** Every state that a visitor can meet. */
export const pageStates: readonly PageState[] = [
  ...accountsStates,
  ...ballotsStates,
  ...boothStates,
  ...consultationStates,
  ...demoStates,
  ...observersStates,
  ...orderStates,
  ...preparationStates,
  ...resultsStates,
  ...rollStates,
  ...secondFactorStates,
  ...stationStates,
  ...tallyStates,
  ...territoryStates,
  ...trusteesStates,
  ...voteStates,
  {
    name: 'home',
    draw: (frame, t) => (
      <HomePage view={{ demo: { address, origin: 'demo', report: demo().report }, form }} frame={frame} t={t} />
    ),
  },
  {
    name: 'home-empty',
    draw: (frame, t) => <HomePage view={{ demo: null, form: { ...form, samples: [] } }} frame={frame} t={t} />,
  },
  result('result', demo),
  result('result-upload', demo, {
    origin: 'upload',
    official: ['P01', 'P23', 'P02', 'P03', 'P21'],
    removal: { action: `${address}/remove`, token: 'a-token' },
    expires: '2026-12-21T00:00:00Z',
  }),
  result('result-what-if', demo, {
    changed: { changes: { budget: '100000', rule: null, without: ['P01'] }, from: address },
  }),
  {
    name: 'result-right-to-left',
    draw: (frame, t) => <ResultPage view={resultView(demo())} frame={frame} t={{ ...t, direction: 'rtl' }} />,
  },
  result('result-lots', tied),
  result('result-empty', empty),
  result('result-assembly', assembly),
  result('result-ranked', ranked),
  result('result-points', points),
  result('result-phragmen', phragmen),
  result('result-city', city, { origin: 'sample' }),
  result('result-city-shares', cityShares, { origin: 'sample' }),
  result('result-long-words', longWords),
  project('project-lost', demo, 'P02'),
  project('project-below', demo, 'P15'),
  project('project-won', demo, 'P11'),
  project('project-city', city),
  project('project-long-words', longWords, 'P02'),
  {
    name: 'lots',
    draw: (frame, t) => (
      <LotsPage
        view={{
          address,
          origin: 'demo',
          report: tied().report,
          action: `${address}/lots`,
          problem: null,
          typed: [],
        }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'lots-problem',
    draw: (frame, t) => (
      <LotsPage
        view={{
          address,
          origin: 'demo',
          report: tied().report,
          action: `${address}/lots`,
          problem: 'repeated',
          typed: ['B', 'B'],
        }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'pending',
    draw: (frame, t) => (
      <PendingPage
        view={{
          address,
          fileName: 'votos.pb',
          state: 'reading',
          ahead: 0,
          progress: { done: 41_200, of: 90_494 },
          refreshes: true,
        }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'queued',
    draw: (frame, t) => (
      <PendingPage
        view={{ address, fileName: 'votos.pb', state: 'queued', ahead: 3, progress: null, refreshes: true }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'upload-problems',
    draw: (frame, t) => (
      <UploadProblemsPage
        view={{
          fileName: 'votos-final-corregido.pb',
          refusal: null,
          problems: [
            {
              line: null,
              code: 'missing_section',
              message: { es: 'Falta la sección VOTES.', en: 'The section VOTES is missing.' },
            },
            {
              line: 14,
              code: 'bad_cost',
              message: { es: 'El costo “12O00” no es un número.', en: 'The cost “12O00” is not a number.' },
            },
          ],
          more: 12,
          form,
        }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'upload-refused',
    draw: (frame, t) => (
      <UploadProblemsPage
        view={{ fileName: null, refusal: 'too_large', problems: [], more: 0, form }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'rule-refused',
    draw: (frame, t) => (
      <RefusedPage
        view={{ fileName: 'votos.pb', reason: { type: 'rule_needs_scores' }, rule: 'majority-judgement', form }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'not-found',
    draw: (frame, t) => <ProblemPage problem={{ type: 'not_found' }} frame={frame} t={t} />,
  },
  { name: 'gone', draw: (frame, t) => <ProblemPage problem={{ type: 'gone' }} frame={frame} t={t} /> },
  { name: 'foreign-form', draw: (frame, t) => <ProblemPage problem={{ type: 'foreign_form' }} frame={frame} t={t} /> },
  {
    name: 'too-many-requests',
    draw: (frame, t) => <ProblemPage problem={{ type: 'too_many_requests', minutes: 12 }} frame={frame} t={t} />,
  },
  {
    name: 'fault',
    draw: (frame, t) => <ProblemPage problem={{ type: 'fault', incident: 'K7-4Q2-9' }} frame={frame} t={t} />,
  },
];
