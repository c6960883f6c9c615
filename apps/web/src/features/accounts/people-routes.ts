import { roles } from '@convite/domain';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable } from '../../http/send-table.ts';
import type { Translation } from '../../i18n/translation.ts';
import { type FieldProblem, type FormState, freshForm } from '../../ui/form.tsx';
import { peopleCsv } from './downloads/staff-csv.ts';
import type { PagesContext } from './pages-context.ts';
import { OncePage } from './pages/acts-pages.tsx';
import { GrantPage, InvitePage, PeoplePage, PersonPage } from './pages/people-pages.tsx';
import { accountFields as fields, type HeldRole, type PersonView } from './pages/views.ts';
import { originOf } from './sign-in-routes.ts';
import type { PersonGrant } from './store-accounts.ts';
import { invite, inviteAgain, type Invited } from './usecases/invite.ts';
import { proposeGrant, type ProposeGrantRefusal } from './usecases/propose-rights.ts';
import type { WhoProblem } from './usecases/set-up.ts';
import { type SeenPerson, showPeople, showPerson } from './usecases/show-people.ts';

type Problems = (t: Translation) => readonly FieldProblem[];
const none: Problems = () => [];

const peoplePath = '/org/people';
export const personRoute = `${peoplePath}/:account`;

/** Who works here, inviting them, and proposing a role for them. */
export function peopleRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const look = { act: 'staff.read', on: 'anywhere' } as const;
  const inviting = { act: 'account.invite', on: 'anywhere' } as const;
  const granting = { act: 'role.grant', on: 'anywhere' } as const;

  router.route({ method: 'GET', path: peoplePath, access: look }, async (c) => {
    const { staff } = c.var;
    const people = await showPeople(context, staff.account);
    const mayInvite = people.some(({ mayPropose }) => mayPropose.roles);
    return pages.send(c, (frame, t) =>
      PeoplePage({ people: people.map((seen) => personView(seen)), mayInvite, staff, frame, t }),
    );
  });

  router.route({ method: 'GET', path: `${peoplePath}/files/people.csv`, access: look }, async (c) => {
    const people = await showPeople(context, c.var.staff.account);
    return await sendShortTable(c, 'people.csv', peopleCsv(people.map((seen) => personView(seen))));
  });

  router.route({ method: 'GET', path: `${peoplePath}/invite`, access: inviting }, (c) =>
    sendInvite(site, c, freshForm(), none, 200),
  );
  router.route({ method: 'POST', path: `${peoplePath}/invite`, access: inviting }, async (c) => {
    const form = await readForm(c);
    const given = { name: form.get(fields.name) ?? '', email: form.get(fields.email) ?? '', by: c.var.staff.account };
    const invited = await invite(context, given);
    if (invited.ok) return sendLink(site, c, given.name, invited.value);
    const { problems } = invited.error;
    return sendInvite(site, c, freshForm(form), (t) => problems.map((problem) => whoProblem(problem, t)), 422);
  });
  router.route({ method: 'POST', path: `${personRoute}/invite-again`, access: inviting }, (c) =>
    withPerson(site, c, async ({ person }) => {
      const invited = await inviteAgain(context, { account: person.id, by: c.var.staff.account });
      return invited.ok
        ? await sendLink(site, c, person.name, invited.value)
        : await pages.problem(c, { type: 'bad_request' }, 409);
    }),
  );

  router.route({ method: 'GET', path: personRoute, access: look }, (c) =>
    withPerson(site, c, (seen) => {
      const { person, mayPropose } = seen;
      const isNew = !person.isSetUp && person.grants.length === 0 && !person.isDisabled;
      const may = { ...mayPropose, inviteAgain: mayPropose.roles && isNew };
      return pages.send(c, (frame, t) => PersonPage({ person: personView(seen), may, staff: c.var.staff, frame, t }));
    }),
  );

  router.route({ method: 'GET', path: `${personRoute}/grant`, access: granting }, (c) =>
    withPerson(site, c, (seen) => sendGrant(site, c, seen, freshForm(), none, 200)),
  );
  router.route({ method: 'POST', path: `${personRoute}/grant`, access: granting }, (c) =>
    withPerson(site, c, async (seen) => {
      const form = await readForm(c);
      const role = roles.find((one) => one === form.get(fields.role));
      if (role === undefined) {
        const missing: Problems = ({ accounts }) => [{ field: fields.role, says: accounts.grantRoleMissing }];
        return sendGrant(site, c, seen, freshForm(form), missing, 422);
      }
      const proposed = await proposeGrant(context, {
        account: seen.person.id,
        by: c.var.staff.account,
        reason: form.get(fields.reason) ?? '',
        role,
        territoryCode: form.get(fields.territory) ?? '',
      });
      if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
      const { error } = proposed;
      const status = error.type === 'not_allowed' ? 403 : 422;
      return sendGrant(site, c, seen, freshForm(form), (t) => [grantProblem(error, t)], status);
    }),
  );
}

/** Finds the person of the address, as far as who asks may know of them. */
export async function withPerson(
  { context, pages }: PagesContext,
  c: AppContext,
  show: (seen: SeenPerson) => Response | Promise<Response>,
): Promise<Response> {
  const seen = await showPerson(context, c.var.staff.account, c.req.param('account') ?? '');
  return seen === undefined ? await pages.problem(c, { type: 'not_found' }, 404) : await show(seen);
}

export const heldRoles = (grants: readonly PersonGrant[]): readonly HeldRole[] =>
  grants.map(({ id, role, territoryName }) => ({ id, role, place: territoryName }));

function personView({ person, showsEmail }: SeenPerson): PersonView {
  const { id, name, email, isDisabled, isSetUp, grants } = person;
  return {
    id,
    name,
    email: showsEmail ? email : null,
    state: isDisabled ? 'closed' : isSetUp ? 'active' : 'not_set_up',
    roles: heldRoles(grants),
  };
}

function whoProblem(problem: WhoProblem, { accounts }: Translation): FieldProblem {
  switch (problem) {
    case 'name_missing':
      return { field: fields.name, says: accounts.nameMissing };
    case 'email_wrong':
      return { field: fields.email, says: accounts.emailWrong };
    case 'email_taken':
      return { field: fields.email, says: accounts.emailTaken };
  }
}

function grantProblem(refusal: ProposeGrantRefusal, t: Translation): FieldProblem {
  const { accounts } = t;
  switch (refusal.type) {
    case 'no_territory':
      return { field: fields.territory, says: accounts.grantTerritoryUnknown };
    case 'not_allowed':
      return { field: fields.territory, says: accounts.decideRefusals.not_allowed };
    case 'reason_missing':
      return { field: fields.reason, says: accounts.reasonMissing };
    case 'already_proposed':
      return { field: fields.role, says: accounts.alreadyProposed };
    case 'no_account':
      return { field: fields.role, says: accounts.refusedNoAccount };
    case 'not_set_up':
      return { field: fields.role, says: accounts.refusedNotSetUp };
    case 'already_held':
      return { field: fields.role, says: accounts.refusedHeld };
    case 'kept_apart':
      return {
        field: fields.role,
        says: accounts.keptApart(
          accounts.roles[refusal.wanted],
          accounts.roles[refusal.held],
          refusal.territoryName ?? accounts.everywhere,
        ),
      };
  }
}

function sendInvite(
  site: PagesContext,
  c: AppContext,
  form: FormState,
  problems: Problems,
  status: 200 | 422,
): Promise<Response> {
  const { staff } = c.var;
  return site.pages.send(
    c,
    (frame, t) => InvitePage({ form: { ...form, problems: problems(t) }, staff, frame, t }),
    status,
  );
}

function sendLink(site: PagesContext, c: AppContext, name: string, { account, path }: Invited): Promise<Response> {
  const shown = originOf(site, c) + path;
  const { staff } = c.var;
  return site.pages.send(c, (frame, t) =>
    OncePage({
      title: t.accounts.inviteFor(name),
      kind: 'link',
      shown,
      next: `${peoplePath}/${account}`,
      staff,
      frame,
      t,
    }),
  );
}

function sendGrant(
  site: PagesContext,
  c: AppContext,
  seen: SeenPerson,
  form: FormState,
  problems: Problems,
  status: 200 | 403 | 422,
): Promise<Response> {
  const { staff } = c.var;
  const person = personView(seen);
  return site.pages.send(
    c,
    (frame, t) => GrantPage({ person, roles, form: { ...form, problems: problems(t) }, staff, frame, t }),
    status,
  );
}
