import { ObservePage } from '../../apps/web/src/features/observers/pages/observe-page.tsx';
import type { ObserveView, ProgramView } from '../../apps/web/src/features/observers/pages/views.ts';
import { type Published, stepsOf } from '../../apps/web/src/features/observers/usecases/steps.ts';
import type { PageState } from './page-state.ts';

const hash = (sign: string): string => sign.repeat(64);
const integrity = (sign: string): string => `sha384-${sign.repeat(64)}`;
const at = (day: number): Date => new Date(Date.UTC(2026, 10, day, 12, 30));

const consultation: Published['consultation'] = {
  id: '1',
  slug: 'obras-2026',
  title: { es: 'Obras del sistema nacional de comunas, primera consulta de 2026' },
  zone: 'America/Caracas',
  status: 'frozen',
  opensAt: at(22),
  closesAt: at(23),
  complaintsUntil: at(28),
};

const frozen: Published = {
  consultation,
  moments: new Map([['rule.freeze', at(10)]]),
  rules: [
    { name: 'Presupuesto', hash: hash('3') },
    { name: 'Vocería', hash: hash('4') },
  ],
  roll: undefined,
  trustees: undefined,
  key: { holders: 0, threshold: 0 },
  credentials: undefined,
  contests: [{ status: 'frozen', contests: 5336, boards: 0, votes: 0, ended: 0 }],
  lots: { announcedAt: null, seed: null, drawnAt: null },
  archive: undefined,
  boardKey: 'convite.board+1a2b3c4d+AZx0aXp3c0pSb2dhbUVsYW5ka2V5b2ZhYm9hcmQ5OTk=',
  programsSince: at(1).toISOString(),
};

const open: Published = {
  ...frozen,
  consultation: { ...consultation, status: 'open' },
  moments: new Map([...frozen.moments, ['vote.open', at(22)]]),
  roll: { version: 3, people: 1_000_000, commitment: hash('5'), at: at(12), additions: 12 },
  trustees: {
    ...{ text: '', hash: hash('6'), waiver: 'En la comuna hay dos personas con un aparato que sirve.', at: at(13) },
    ...{ messages: 15, rehearsed: 5, openedOn: '2026-11-20', rehearsedAt: at(20) },
  },
  key: { holders: 5, threshold: 3 },
  credentials: { credentials: 1_050_120, spares: 50_120, order: hash('7'), upload: hash('8'), at: at(18) },
  contests: [
    { status: 'open', contests: 5335, boards: 5335, votes: 123_456, ended: 0 },
    { status: 'annulled', contests: 1, boards: 1, votes: 3, ended: 0 },
  ],
};

const certified: Published = {
  ...open,
  consultation: { ...consultation, status: 'certified' },
  moments: new Map([...open.moments, ['clock.closed', at(23)], ['result.certify', at(29)]]),
  contests: [
    { status: 'certified', contests: 5331, boards: 5331, votes: 123_400, ended: 5331 },
    { status: 'withheld', contests: 4, boards: 4, votes: 19, ended: 4 },
    { status: 'annulled', contests: 1, boards: 1, votes: 3, ended: 0 },
  ],
  lots: { announcedAt: at(24), seed: '4 8 15 16 23 42', drawnAt: at(25) },
  archive: { bytes: 8_123_456_789, sha256: hash('9'), manifest: hash('a') },
};

const programs: readonly ProgramView[] = (['booth', 'booth_worker', 'trustee_page', 'registrar_page'] as const).map(
  (name, i) => ({
    ...{ name, path: `/assets/${name}.js`, integrity: integrity(String(i)) },
    ...{ since: at(1).toISOString(), earlier: [], changedWhileOpen: false },
  }),
);
const changed: readonly ProgramView[] = programs.map((program, i) =>
  i === 0
    ? {
        ...{ ...program, since: at(22).toISOString(), changedWhileOpen: true },
        earlier: [{ integrity: integrity('b'), from: at(1).toISOString() }],
      }
    : { ...program, since: i === 1 ? program.since : null },
);

const shown =
  (published: Published, served = programs): PageState['draw'] =>
  (frame, t) => {
    const { slug, zone, status, title, complaintsUntil } = published.consultation;
    const view: ObserveView = {
      ...{ slug, zone, status, title: title['es'] ?? '', programs: served, steps: stepsOf(published) },
      complaintsUntil: complaintsUntil?.toISOString() ?? null,
    };
    return <ObservePage view={view} frame={frame} t={t} />;
  };

/** The page of observers along the life of a consultation. */
export const observersStates: readonly PageState[] = [
  { name: 'observe-frozen', draw: shown(frozen) },
  { name: 'observe-open', draw: shown(open, changed) },
  { name: 'observe-certified', draw: shown(certified) },
  {
    name: 'observe-annulled',
    draw: shown({ ...frozen, consultation: { ...consultation, status: 'annulled', complaintsUntil: null } }),
  },
];
