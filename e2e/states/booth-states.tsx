import { ListPage, ListReviewPage, type ListState } from '../../apps/web/src/features/booth/pages/list-page.tsx';
import { SecrecyPage } from '../../apps/web/src/features/booth/pages/secrecy-page.tsx';
import { FinishedPage, ShutPage } from '../../apps/web/src/features/booth/pages/short-pages.tsx';
import { type BoothProps, type Paper, placesOf } from '../../apps/web/src/features/booth/pages/views.ts';
import { trialContest } from '../booth/trial-contest.ts';
import type { PageState } from './page-state.ts';

const { paper } = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b201');

const program = (name: string) => ({ path: `/assets/${name}.js`, integrity: `sha384-${'b7Qx'.repeat(16)}` });
const boothOf = (change: Partial<Paper> = {}): BoothProps => ({
  paper: { ...paper, ...change },
  places: placesOf(paper, ''),
  programs: { booth: program('booth'), worker: program('booth-worker') },
});

const list = (change: Partial<ListState> = {}): ListState => ({
  marked: new Set([7, 12]),
  carried: '7.12~signed',
  options: paper.options,
  page: 1,
  pages: 2,
  search: '',
  unknown: [],
  isDamaged: false,
  isRefused: false,
  ...change,
});

/** The pages around the booth; its own views are walked through in e2e/booth. */
export const boothStates: readonly PageState[] = [
  {
    name: 'booth-before',
    draw: (frame, t) => <ShutPage booth={boothOf({ state: 'before' })} frame={frame} t={t} />,
  },
  {
    name: 'booth-after',
    draw: (frame, t) => <ShutPage booth={boothOf({ state: 'after' })} frame={frame} t={t} />,
  },
  {
    name: 'booth-annulled',
    draw: (frame, t) => <ShutPage booth={boothOf({ state: 'annulled' })} frame={frame} t={t} />,
  },
  { name: 'booth-secrecy', draw: (frame, t) => <SecrecyPage booth={boothOf()} frame={frame} t={t} /> },
  {
    name: 'booth-secrecy-mixed',
    draw: (frame, t) => (
      <SecrecyPage booth={boothOf({ trust: { ...paper.trust, kind: 'mixed' } })} frame={frame} t={t} />
    ),
  },
  {
    name: 'booth-secrecy-server',
    draw: (frame, t) => (
      <SecrecyPage booth={boothOf({ trust: { ...paper.trust, isServerKey: true } })} frame={frame} t={t} />
    ),
  },
  {
    name: 'booth-secrecy-mail',
    draw: (frame, t) => <SecrecyPage booth={boothOf({ asksMailCode: true })} frame={frame} t={t} />,
  },
  { name: 'booth-list', draw: (frame, t) => <ListPage booth={boothOf()} state={list()} frame={frame} t={t} /> },
  {
    name: 'booth-list-over',
    draw: (frame, t) => (
      <ListPage
        booth={boothOf({ stations: [] })}
        state={list({ marked: new Set([1, 2, 3, 4, 5, 6, 7]), isRefused: true, isDamaged: true, unknown: ['99'] })}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'booth-list-found',
    draw: (frame, t) => (
      <ListPage
        booth={boothOf()}
        state={list({ search: 'agua', options: paper.options.slice(0, 2), page: 2 })}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'booth-list-languages',
    draw: (frame, t) => {
      const lang = t.locale === 'es' ? 'en' : 'es';
      const told = paper.options.map((option, i) => ({
        ...{ ...option, lang },
        ...(i % 2 === 0 ? { told: option.title } : { summaryLang: lang }),
      }));
      return <ListPage booth={boothOf({ options: told })} state={list({ options: told })} frame={frame} t={t} />;
    },
  },
  {
    name: 'booth-list-ready',
    draw: (frame, t) => <ListReviewPage booth={boothOf()} state={list()} frame={frame} t={t} />,
  },
  { name: 'booth-finished', draw: (frame, t) => <FinishedPage booth={boothOf()} frame={frame} t={t} /> },
];
