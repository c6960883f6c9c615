import { AddPage } from '../../apps/web/src/features/rolls/pages/add-page.tsx';
import { AnswerPage, AskPage } from '../../apps/web/src/features/rolls/pages/ask-page.tsx';
import { BringPage } from '../../apps/web/src/features/rolls/pages/bring-page.tsx';
import { FreezePage, FreezingPage } from '../../apps/web/src/features/rolls/pages/freeze-page.tsx';
import { ImportPage } from '../../apps/web/src/features/rolls/pages/import-page.tsx';
import { PartPage } from '../../apps/web/src/features/rolls/pages/part-page.tsx';
import { PartsPage } from '../../apps/web/src/features/rolls/pages/parts-page.tsx';
import { RollPage } from '../../apps/web/src/features/rolls/pages/roll-page.tsx';
import { RulePage } from '../../apps/web/src/features/rolls/pages/rule-page.tsx';
import { UnfreezePage } from '../../apps/web/src/features/rolls/pages/unfreeze-page.tsx';
import { VersionPage } from '../../apps/web/src/features/rolls/pages/version-page.tsx';
import type {
  AnswerView,
  AskedRoll,
  FreezingView,
  ImportView,
  PartsView,
  PartView,
  RollHead,
  RollView,
  VersionRow,
} from '../../apps/web/src/features/rolls/pages/views.ts';
import { freshForm } from '../../apps/web/src/ui/form.tsx';
import type { PageState } from './page-state.ts';

const staff = { name: 'Rosa Ochoa' };
const head: RollHead = { slug: 'obras-2026', title: 'Obras de la comuna 2026', territoryName: 'Comuna La Enramada' };
const id = '0191d3a0-0000-4000-8000-000000000001';
const hash = '90b05fd564aa69f15c91a3301b0598da1bee8d46f7fc8f7d26afa49bb0c5ee50';

const version: VersionRow = {
  version: 2,
  kind: 'import',
  part: 'Comuna La Enramada',
  createdAt: '2026-10-03T15:00:00Z',
  createdBy: 'Rosa Ochoa',
  agreedBy: null,
  sourceName: 'padron-corregido-final-2.csv',
  sourceHash: hash,
  added: 14,
  removed: 3,
  changed: 21,
  total: 611,
  reason: null,
};
const addition: VersionRow = {
  ...version,
  version: 3,
  kind: 'addition',
  part: null,
  agreedBy: 'Néstor Gil',
  sourceName: null,
  sourceHash: null,
  added: 1,
  removed: 0,
  changed: 0,
  total: 612,
  reason: 'Quedó fuera por un error al copiar el cuaderno del sector.',
};
const roll: RollView = {
  head,
  eligibility: {
    minimumAge: 15,
    ageOn: '2026-11-22',
    proofs: ['identity_document', 'two_neighbours', 'communal_register'],
  },
  people: 611,
  frozen: null,
  ...{ waiting: [], parts: { all: 0, peopled: 0 }, mayUnfreeze: false },
  versions: [
    version,
    { ...version, version: 1, sourceName: 'padron.csv', added: 600, removed: 0, changed: 0, total: 600 },
  ],
};
const frozen: RollView = {
  ...roll,
  ...{ people: 612, mayUnfreeze: true },
  frozen: { at: '2026-11-01T12:00:00Z', count: 611, commitment: hash },
  versions: [addition, ...roll.versions],
};

const places = ['Sector Norte', 'Sector Sur', 'Parroquia San Rafael de Onoto', 'Ospino'] as const;
const manyWaiting = places.map((partName, i) => ({
  ...{ id: `${id.slice(0, -1)}${i}`, sourceName: `padron-${i}.csv`, partName },
}));
const ofPart: PartView = {
  head,
  part: { id, name: 'Sector Norte' },
  eligibility: roll.eligibility,
  people: 211,
  frozenAt: null,
  waiting: [],
  versions: [{ ...version, part: 'Sector Norte' }],
};
const partsView: PartsView = {
  head,
  parts: places.map((name, i) => ({
    ...{ id: `${id.slice(0, -1)}${i}`, name, people: i * 1210 },
    ...(i % 2 === 0 ? { at: null, by: null } : { at: '2026-10-03T15:00:00Z', by: 'Nubia Salas' }),
    waiting: i === 1 ? id : null,
  })),
  ...{ all: 335, peopled: 230, page: 2 },
};

const importOf = (state: ImportView['state'], more: Partial<ImportView> = {}): ImportView => ({
  head,
  id,
  state,
  sourceName: 'padron-corregido-final-2.csv',
  part: null,
  partName: 'Comuna La Enramada',
  progress: 430,
  ignored: [],
  difference: null,
  problems: [],
  problemCount: 0,
  hasTable: false,
  ...more,
});
const difference = { added: 14, removed: 3, changed: 21, same: 573 };

const page = (name: string, view: RollView): PageState => ({
  name,
  draw: (frame, t) => <RollPage view={view} staff={staff} frame={frame} t={t} />,
});
const part = (name: string, view: PartView): PageState => ({
  name,
  draw: (frame, t) => <PartPage view={view} staff={staff} frame={frame} t={t} />,
});
const partList = (name: string, view: PartsView): PageState => ({
  name,
  draw: (frame, t) => <PartsPage view={view} staff={staff} frame={frame} t={t} />,
});
const importPage = (name: string, view: ImportView): PageState => ({
  name,
  draw: (frame, t) => <ImportPage view={view} staff={staff} frame={frame} t={t} />,
});
const freezing: FreezingView = {
  head,
  state: 'committing',
  progress: 430,
  version: 2,
  people: 611,
  reason: 'Termina la inscripción.',
  askedBy: 'Rosa Ochoa',
  commitment: null,
  salt: null,
  refusal: null,
};
const committed: FreezingView = { ...freezing, state: 'ready', progress: 1000, commitment: hash };
const freezingPage = (name: string, view: FreezingView): PageState => ({
  name,
  draw: (frame, t) => <FreezingPage view={view} staff={staff} frame={frame} t={t} />,
});
const asked: AskedRoll = { head, eligibility: roll.eligibility };
const answer = (name: string, view: AnswerView): PageState => ({
  name,
  draw: (frame, t) => <AnswerPage view={asked} answer={view} frame={frame} t={t} />,
});

/** Every state of the pages of rolls. */
export const rollStates: readonly PageState[] = [
  page('roll-new', { ...roll, eligibility: null, people: 0, versions: [] }),
  page('roll', roll),
  page('roll-waiting', { ...roll, waiting: [{ id, sourceName: 'padron-3.csv', partName: 'Comuna La Enramada' }] }),
  page('roll-by-parts', { ...roll, waiting: manyWaiting, parts: { all: 335, peopled: 230 } }),
  part('roll-part-no-rule', { ...ofPart, eligibility: null, people: 0, versions: [] }),
  part('roll-part-missing', { ...ofPart, people: 0, versions: [] }),
  part('roll-part', { ...ofPart, waiting: manyWaiting.slice(0, 1) }),
  part('roll-part-frozen', { ...ofPart, frozenAt: '2026-11-01T12:00:00Z' }),
  partList('roll-parts', partsView),
  partList('roll-parts-none', { ...partsView, parts: [], all: 0, peopled: 0, page: 1 }),
  page('roll-frozen', frozen),
  {
    name: 'roll-rule',
    draw: (frame, t) => (
      <RulePage
        view={head}
        form={freshForm([
          ['minimum_age', '15'],
          ['age_on', '2026-11-22'],
          ['proofs', 'identity_document two_neighbours'],
        ])}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'roll-rule-problems',
    draw: (frame, t) => (
      <RulePage
        view={head}
        form={{
          values: new Map([['minimum_age', 'quince']]),
          problems: [
            { field: 'minimum_age', says: t.rolls.minimumAgeWrong },
            { field: 'proofs', says: t.rolls.proofsWrong },
          ],
        }}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'roll-bring',
    draw: (frame, t) => (
      <BringPage
        view={{ head, part: null }}
        form={freshForm()}
        maximumBytes={500_000_000}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'roll-bring-problem',
    draw: (frame, t) => (
      <BringPage
        view={{ head, part: null }}
        form={{ values: new Map([['part', 'X9']]), problems: [{ field: 'dates', says: t.rolls.datesMissing }] }}
        maximumBytes={500_000_000}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'roll-bring-part',
    draw: (frame, t) => (
      <BringPage
        view={{ head, part: ofPart.part }}
        form={{
          values: new Map([['part', 'X9']]),
          problems: [
            { field: 'file', says: t.rolls.bringPartRefusals.frozen },
            { field: 'part', says: t.rolls.partElsewhere(ofPart.part.name) },
          ],
        }}
        maximumBytes={500_000_000}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  importPage('roll-import-reading', importOf('reading')),
  importPage('roll-import-ready', importOf('ready', { difference, ignored: ['Observaciones', 'Teléfono'] })),
  importPage('roll-import-applied', importOf('applied', { difference })),
  importPage('roll-import-withdrawn', importOf('withdrawn')),
  importPage(
    'roll-import-refused',
    importOf('refused', {
      problems: [
        { line: 12, problem: { type: 'repeated_person', first: 7 } },
        { line: 40, problem: { type: 'too_young', age: 14, minimum: 15 } },
        { line: 41, problem: { type: 'row_width', found: 8, expected: 7 } },
        { line: 230, problem: { type: 'unknown_territory', code: '231' } },
        { line: null, problem: { type: 'took_too_long' } },
      ],
      problemCount: 1204,
      hasTable: true,
    }),
  ),
  importPage(
    'roll-import-refused-part',
    importOf('refused', {
      ...{ part: id, partName: 'Sector Norte', problemCount: 2, hasTable: true },
      problems: [
        { line: 7, problem: { type: 'elsewhere', territory: null } },
        { line: 9, problem: { type: 'elsewhere', territory: 'Sector Sur' } },
      ],
    }),
  ),
  {
    name: 'roll-version',
    draw: (frame, t) => (
      <VersionPage
        view={{
          head,
          version,
          total: 611,
          changes: [
            { change: 'added', name: 'Yohana Güipe', birthDate: '1988-02-29', territory: 'Sector Norte', before: null },
            {
              change: 'changed',
              name: 'José Ángel Núñez',
              birthDate: '1971-12-31',
              territory: 'Sector Sur',
              before: 'Sector Norte',
            },
            {
              change: 'removed',
              name: 'محمد عبد الله',
              birthDate: '1940-01-01',
              territory: 'Sector Sur',
              before: null,
            },
          ],
        }}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'roll-version-addition',
    draw: (frame, t) => (
      <VersionPage view={{ head, version: addition, total: null, changes: [] }} staff={staff} frame={frame} t={t} />
    ),
  },
  {
    name: 'roll-freeze',
    draw: (frame, t) => (
      <FreezePage view={{ head, became: null }} form={freshForm()} staff={staff} frame={frame} t={t} />
    ),
  },
  {
    name: 'roll-freeze-again',
    draw: (frame, t) => (
      <FreezePage
        view={{ head, became: 'outdated' }}
        form={{ values: new Map(), problems: [{ field: 'reason', says: t.rolls.freezeRefusals.import_waits }] }}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'roll-unfreeze',
    draw: (frame, t) => (
      <UnfreezePage
        view={{ head, waiting: null }}
        form={{ values: new Map(), problems: [{ field: 'reason', says: t.rolls.unfreezing.refusals.codes_there }] }}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'roll-unfreeze-proposed',
    draw: (frame, t) => (
      <UnfreezePage view={{ head, waiting: id }} form={freshForm()} staff={staff} frame={frame} t={t} />
    ),
  },
  freezingPage('roll-freezing', freezing),
  freezingPage('roll-salt', { ...committed, salt: hash }),
  freezingPage('roll-salt-of-other', committed),
  freezingPage('roll-salt-refused', { ...committed, salt: hash, refusal: 'changed_since' }),
  {
    name: 'roll-add-problems',
    draw: (frame, t) => (
      <AddPage
        view={head}
        form={{
          values: new Map([['name', 'Sol Núñez']]),
          problems: [
            { field: 'birth_date', says: t.rolls.problem({ type: 'no_birth_date' }) },
            { field: 'territory', says: t.rolls.problem({ type: 'unknown_territory', code: 'X9' }) },
          ],
        }}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  { name: 'roll-ask', draw: (frame, t) => <AskPage view={asked} form={freshForm()} frame={frame} t={t} /> },
  {
    name: 'roll-ask-problem',
    draw: (frame, t) => (
      <AskPage
        view={asked}
        form={{ values: new Map(), problems: [{ field: 'document', says: t.rolls.askMissing.document }] }}
        frame={frame}
        t={t}
      />
    ),
  },
  answer('roll-answer-unknown', { type: 'not_confirmed' }),
  answer('roll-answer-on', {
    type: 'on_roll',
    proof: 'two_neighbours',
    contests: [
      { id, name: 'Sector Norte' },
      { id: id.replace('1', '2'), name: 'Comuna La Enramada' },
    ],
  }),
  answer('roll-answer-off', { type: 'taken_off', version: 2 }),
];
