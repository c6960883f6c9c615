import { AccountPage } from '../../apps/web/src/features/accounts/pages/account-page.tsx';
import { ActPage, ActsPage, OncePage } from '../../apps/web/src/features/accounts/pages/acts-pages.tsx';
import { TasksPage } from '../../apps/web/src/features/accounts/pages/tasks-page.tsx';
import {
  GrantPage,
  InvitePage,
  PeoplePage,
  PersonPage,
  ReasonPage,
} from '../../apps/web/src/features/accounts/pages/people-pages.tsx';
import {
  AppPage,
  LinkGonePage,
  PasskeyPage,
  PasswordPage,
  SetUpPage,
} from '../../apps/web/src/features/accounts/pages/set-up-pages.tsx';
import { SecondPage, SignedOutPage, SignInPage } from '../../apps/web/src/features/accounts/pages/sign-in-page.tsx';
import { PublicTrailPage, TrailPage } from '../../apps/web/src/features/accounts/pages/trail-page.tsx';
import type {
  ActLine,
  ActView,
  PersonView,
  TaskLine,
  TasksView,
  TrailView,
} from '../../apps/web/src/features/accounts/pages/views.ts';
import { appPicture } from '../../apps/web/src/features/accounts/proofs/app-picture.ts';
import { type FormState, freshForm } from '../../apps/web/src/ui/form.tsx';
import { ProblemPage } from '../../apps/web/src/ui/problem-page.tsx';
import type { PageState } from './page-state.ts';

const staff = { name: 'Ana Ramírez' };
const path = '/set-up/link';
const asked = { question: '{}', script: null };
const at = '2026-11-21T10:30:00.000Z';

const wrong = (field: string, says: string, values: readonly (readonly [string, string])[] = []): FormState => ({
  ...freshForm(values),
  problems: [{ field, says }],
});

const line: ActLine = {
  href: '/org/acts/1',
  title: 'Abrir la votación de la Comuna La Enramada',
  proposer: 'Luis Ortega',
  place: 'Comuna La Enramada',
  at,
  state: 'proposed',
};
const lines: readonly ActLine[] = [
  line,
  { ...line, href: '/org/acts/2', title: 'Congelar el padrón', proposer: 'Rosa', state: 'proposed' },
];
const decided: readonly ActLine[] = [
  { ...line, href: '/org/acts/3', title: 'Congelar la regla', state: 'carried_out' },
  { ...line, href: '/org/acts/4', title: 'Retirar la opción 12', state: 'declined' },
  { ...line, href: '/org/acts/5', title: 'Prolongar la votación', state: 'withdrawn' },
];

const act: ActView = {
  ...line,
  zone: 'America/Caracas',
  words: {
    says: ['Desde ese momento se puede votar.', 'La regla ya no se puede cambiar.'],
    facts: [
      { name: 'Abre', value: 'sábado 21 de noviembre, 8:00' },
      { name: 'Huella', value: '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36' },
    ],
    href: '/org/c/enramada',
  },
  reason: 'Están las 24 opciones aprobadas y las tres custodias ensayaron.',
  decided: null,
  may: 'decide',
};

const person: PersonView = {
  id: '1',
  name: 'Rosa Contreras',
  email: 'rosa@enramada.example',
  state: 'active',
  roles: [
    { id: 'a', role: 'organiser', place: 'Comuna La Enramada' },
    { id: 'b', role: 'administrator', place: null },
  ],
};
const people: readonly PersonView[] = [
  person,
  { ...person, id: '2', name: 'Luis Ortega', email: null, roles: [] },
  { ...person, id: '3', name: 'Marta', state: 'not_set_up', roles: [] },
  { ...person, id: '4', name: 'Pedro', state: 'closed', roles: [] },
];

const trail: TrailView = {
  zone: 'America/Caracas',
  lines: [
    {
      number: 12,
      at,
      event: 'vote.open',
      actor: 'Ana Ramírez',
      place: 'Comuna La Enramada',
      reason: 'Todo está listo.',
      details: [['Huella', '9f2c41d70be863aa5d10c7f488e21b369f2c41d70be863aa5d10c7f488e21b36']],
      isPublic: true,
    },
    { number: 11, at, event: 'act.proposed', actor: 'Luis', place: null, reason: null, details: [], isPublic: false },
    { number: 10, at, event: 'clock.closed', actor: null, place: null, reason: null, details: [], isPublic: true },
  ],
  older: '/org/trail?before=10',
  newest: '/org/trail',
};

const zone = 'America/Caracas';
const consultations: TasksView['consultations'] = [
  { slug: 'enramada', title: 'Presupuesto 2027', place: 'Comuna La Enramada', status: 'draft', contests: 1 },
  { slug: 'nacional', title: 'Consulta nacional 2027', place: 'Nación', status: 'open', contests: 5336 },
  { slug: 'municipal', title: 'Presupuesto 2026', place: 'Araure', status: 'certified', contests: 34 },
];
const everyTask: readonly TaskLine['kind'][] = [
  'no_room',
  'board_stopped',
  ...([
    'no_options',
    'cost',
    'waiver',
    'approval',
    'freeze',
    'roll_import',
    'roll_part',
    'no_voters',
    'roll_freeze',
  ] as const),
  ...(['no_election', 'ceremony', 'rehearsal', 'open', 'fault', 'tally_part', 'lots', 'publish', 'certify'] as const),
];

/** Every state of the pages of staff accounts. */
export const accountsStates: readonly PageState[] = [
  {
    name: 'sign-in',
    draw: (frame, t) => <SignInPage form={freshForm()} asked={asked} back="/org" frame={frame} t={t} />,
  },
  {
    name: 'sign-in-problem',
    draw: (frame, t) => {
      const form = wrong('email', t.accounts.wrongProof, [['email', 'ana@enramada.example']]);
      return <SignInPage form={form} asked={asked} back="/org" frame={frame} t={t} />;
    },
  },
  { name: 'sign-in-second', draw: (frame, t) => <SecondPage form={freshForm()} back="/org" frame={frame} t={t} /> },
  {
    name: 'sign-in-second-problem',
    draw: (frame, t) => {
      const form = wrong('code', `${t.accounts.tooManyAttempts(12)} ${t.accounts.tooManyOthers}`);
      return <SecondPage form={form} back="/org" frame={frame} t={t} />;
    },
  },
  { name: 'signed-out', draw: (frame, t) => <SignedOutPage frame={frame} t={t} /> },
  {
    name: 'set-up-first',
    draw: (frame, t) => {
      const view = { path, kind: 'first_administrator' as const, name: null, needsCode: false };
      return <SetUpPage view={view} form={freshForm()} frame={frame} t={t} />;
    },
  },
  {
    name: 'set-up-recovery',
    draw: (frame, t) => {
      const view = { path, kind: 'recovery' as const, name: 'Rosa', needsCode: true };
      const form = wrong('spoken', t.accounts.spokenCodeWrong, [['spoken', 'AAAAA']]);
      return <SetUpPage view={view} form={form} frame={frame} t={t} />;
    },
  },
  {
    name: 'set-up-password',
    draw: (frame, t) => {
      const form = wrong('password', t.accounts.passwordProblems.too_plain);
      return <PasswordPage path={path} email="rosa@enramada.example" form={form} frame={frame} t={t} />;
    },
  },
  {
    name: 'set-up-app',
    draw: (frame, t) => {
      const view = { path, ...appPicture(new Uint8Array(20).fill(7), 'rosa@enramada.example') };
      return <AppPage view={view} form={freshForm()} frame={frame} t={t} />;
    },
  },
  {
    name: 'set-up-passkey',
    draw: (frame, t) => <PasskeyPage path={path} asked={asked} form={freshForm()} frame={frame} t={t} />,
  },
  { name: 'link-gone', draw: (frame, t) => <LinkGonePage frame={frame} t={t} /> },
  {
    name: 'own-account',
    draw: (frame, t) => {
      const passkeys = [
        { id: 'a', name: 'convite.example', at },
        { id: 'b', name: 'convite.example', at: '2026-11-20T08:00:00.000Z' },
      ];
      const view = { name: 'Ana Ramírez', email: 'ana@enramada.example', hasPassword: true, zone: 'UTC', passkeys };
      return <AccountPage view={view} asked={asked} form={wrong('proofs', t.accounts.lastProof)} frame={frame} t={t} />;
    },
  },
  {
    name: 'tasks',
    draw: (frame, t) => {
      const tasks = everyTask.map((kind, i) => {
        return { kind, count: i * 417 + 1, href: `/org/c/enramada?state=${kind}`, consultation: 'Presupuesto 2027' };
      });
      const view = { beginning: null, zone, waiting: lines, mine: [line], tasks, consultations, roles: person.roles };
      return <TasksPage view={view} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'tasks-beginning',
    draw: (frame, t) => {
      const missing = (['administrator', 'organiser', 'guarantor', 'trustee'] as const).map((role, i) => {
        return { role, missing: i === 1 ? 0 : 1 + (i % 2) };
      });
      const beginning = { hasTerritories: true, roles: missing };
      const view = { beginning, zone, waiting: [], mine: [], tasks: [], consultations: [], roles: person.roles };
      return <TasksPage view={view} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'tasks-none',
    draw: (frame, t) => {
      const view = { beginning: null, zone, waiting: [], mine: [], tasks: [], consultations, roles: person.roles };
      return <TasksPage view={view} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'tasks-no-role',
    draw: (frame, t) => {
      const view = { beginning: null, zone, waiting: [], mine: [], tasks: [], consultations: [], roles: [] };
      return <TasksPage view={view} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'acts',
    draw: (frame, t) => <ActsPage waiting={lines} decided={decided} zone={zone} staff={staff} frame={frame} t={t} />,
  },
  {
    name: 'act-decide',
    draw: (frame, t) => <ActPage view={act} form={freshForm()} staff={staff} frame={frame} t={t} />,
  },
  {
    name: 'act-problem',
    draw: (frame, t) => {
      const form = wrong('decision', t.accounts.refusedTooFew, [['decision', 'agree']]);
      return <ActPage view={act} form={form} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'act-mine',
    draw: (frame, t) => (
      <ActPage view={{ ...act, may: 'withdraw' }} form={freshForm()} staff={staff} frame={frame} t={t} />
    ),
  },
  {
    name: 'act-decided',
    draw: (frame, t) => {
      const view: ActView = { ...act, state: 'declined', decided: { by: 'Rosa', at }, may: 'look' };
      return <ActPage view={view} form={freshForm()} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'once',
    draw: (frame, t) => {
      const shown = `https://convite.example/set-up/${'x'.repeat(43)}`;
      const title = t.accounts.inviteFor('Rosa');
      return <OncePage title={title} kind="link" shown={shown} next="/org" staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'people',
    draw: (frame, t) => <PeoplePage people={people} mayInvite staff={staff} frame={frame} t={t} />,
  },
  {
    name: 'person',
    draw: (frame, t) => {
      const may = { roles: true, account: true, inviteAgain: true };
      return <PersonPage person={person} may={may} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'invite',
    draw: (frame, t) => {
      const form = wrong('email', t.accounts.emailTaken, [['email', 'rosa@enramada.example']]);
      return <InvitePage form={form} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'grant',
    draw: (frame, t) => {
      const roles = [
        'administrator',
        'organiser',
        'guarantor',
        'reviewer',
        'registrar',
        'trustee',
        'observer',
      ] as const;
      const says = t.accounts.keptApart(t.accounts.roles.organiser, t.accounts.roles.trustee, 'La Enramada');
      const form = wrong('role', says, [['role', 'organiser']]);
      return <GrantPage person={person} roles={roles} form={form} staff={staff} frame={frame} t={t} />;
    },
  },
  {
    name: 'close-account',
    draw: (frame, t) => (
      <ReasonPage
        title={t.accounts.closeTitle('Rosa')}
        says={[t.accounts.closeFollows]}
        action="/org/people/1/close"
        form={freshForm()}
        staff={staff}
        frame={frame}
        t={t}
      />
    ),
  },
  { name: 'trail', draw: (frame, t) => <TrailPage view={trail} staff={staff} frame={frame} t={t} /> },
  {
    name: 'trail-public',
    draw: (frame, t) => (
      <PublicTrailPage
        view={{ ...trail, older: null, newest: null }}
        consultation={{ title: 'Presupuesto 2027', href: '/c/enramada' }}
        frame={frame}
        t={t}
      />
    ),
  },
  {
    name: 'forbidden',
    draw: (frame, t) => (
      <ProblemPage problem={{ type: 'forbidden', act: 'vote.open', roles: ['guarantor'] }} frame={frame} t={t} />
    ),
  },
];
