import type { Result } from '@convite/kernel';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import type { Translation } from '../../i18n/translation.ts';
import { type FieldProblem, freshForm } from '../../ui/form.tsx';
import type { PagesContext } from './pages-context.ts';
import { OncePage } from './pages/acts-pages.tsx';
import { ReasonPage } from './pages/people-pages.tsx';
import { accountFields as fields } from './pages/views.ts';
import { personRoute, withPerson } from './people-routes.ts';
import { heldGrant } from './usecases/change-rights.ts';
import { proposeClosing, proposeEnd, proposeRecovery } from './usecases/propose-rights.ts';
import type { ProposalRefusal } from './usecases/two-person-acts.ts';
import type { SeenPerson } from './usecases/show-people.ts';

type Refusal = ProposalRefusal | { readonly type: 'no_account' | 'already_ended' };

/** What a page that asks for a reason alone is about. */
interface Asked {
  readonly title: (t: Translation) => string;
  readonly says: (t: Translation) => readonly string[];
  readonly action: string;
  readonly grant?: string;
}

/** Proposing that a role end, that an account close, that one be recovered. */
export function rightsRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;

  const ending = { act: 'role.end', on: 'anywhere' } as const;
  const endOf = (c: AppContext, { person }: SeenPerson, id: string): Asked | undefined => {
    const held = heldGrant(person, id);
    if (held === undefined) return undefined;
    return {
      title: ({ accounts }) => accounts.endTitle(person.name, accounts.roles[held.role]),
      says: ({ accounts }) => [
        `${accounts.territory}: ${held.territoryName ?? accounts.everywhere}.`,
        accounts.endFollows(person.name),
      ],
      action: c.req.path,
      grant: held.id,
    };
  };
  router.route({ method: 'GET', path: `${personRoute}/end`, access: ending }, (c) =>
    withPerson(site, c, (seen) => {
      const asked = endOf(c, seen, c.req.query(fields.grant) ?? '');
      return asked === undefined ? pages.problem(c, { type: 'not_found' }, 404) : send(site, c, asked, new Map());
    }),
  );
  router.route({ method: 'POST', path: `${personRoute}/end`, access: ending }, (c) =>
    withPerson(site, c, async (seen) => {
      const form = await readForm(c);
      const grant = form.get(fields.grant) ?? '';
      const asked = endOf(c, seen, grant);
      if (asked === undefined) return pages.problem(c, { type: 'not_found' }, 404);
      return answer(site, c, asked, form, await proposeEnd(context, { ...proposalOf(c, seen, form), grant }));
    }),
  );

  const closing = { act: 'account.disable', on: 'installation' } as const;
  const closeOf = (c: AppContext, { person }: SeenPerson): Asked => ({
    title: ({ accounts }) => accounts.closeTitle(person.name),
    says: ({ accounts }) => [accounts.closeFollows],
    action: c.req.path,
  });
  router.route({ method: 'GET', path: `${personRoute}/close`, access: closing }, (c) =>
    withPerson(site, c, (seen) => send(site, c, closeOf(c, seen), new Map())),
  );
  router.route({ method: 'POST', path: `${personRoute}/close`, access: closing }, (c) =>
    withPerson(site, c, async (seen) => {
      const form = await readForm(c);
      return answer(site, c, closeOf(c, seen), form, await proposeClosing(context, proposalOf(c, seen, form)));
    }),
  );

  const recovering = { act: 'account.recover', on: 'installation' } as const;
  const recoverOf = (c: AppContext, { person }: SeenPerson): Asked => ({
    title: ({ accounts }) => accounts.recoverTitle(person.name),
    says: ({ accounts }) => [accounts.recoverFollows(person.name)],
    action: c.req.path,
  });
  router.route({ method: 'GET', path: `${personRoute}/recover`, access: recovering }, (c) =>
    withPerson(site, c, (seen) => send(site, c, recoverOf(c, seen), new Map())),
  );
  router.route({ method: 'POST', path: `${personRoute}/recover`, access: recovering }, (c) =>
    withPerson(site, c, async (seen) => {
      const form = await readForm(c);
      const proposed = await proposeRecovery(context, proposalOf(c, seen, form));
      const asked = recoverOf(c, seen);
      if (!proposed.ok) return answer(site, c, asked, form, proposed);
      const { id, code } = proposed.value;
      const { staff } = c.var;
      return pages.send(c, (frame, t) =>
        OncePage({ title: asked.title(t), kind: 'code', shown: code, next: `/org/acts/${id}`, staff, frame, t }),
      );
    }),
  );
}

const proposalOf = (c: AppContext, { person }: SeenPerson, form: ReadonlyMap<string, string>) => ({
  account: person.id,
  by: c.var.staff.account,
  reason: form.get(fields.reason) ?? '',
});

function answer(
  site: PagesContext,
  c: AppContext,
  asked: Asked,
  form: ReadonlyMap<string, string>,
  proposed: Result<string, Refusal>,
): Response | Promise<Response> {
  if (proposed.ok) return c.redirect(`/org/acts/${proposed.value}`, 303);
  return send(site, c, asked, form, proposed.error);
}

function send(
  { pages }: PagesContext,
  c: AppContext,
  { title, says, action, grant }: Asked,
  form: ReadonlyMap<string, string>,
  refusal?: Refusal,
): Promise<Response> {
  const { staff } = c.var;
  return pages.send(
    c,
    (frame, t) =>
      ReasonPage({
        title: title(t),
        says: says(t),
        action,
        ...(grant !== undefined && { grant }),
        form: { ...freshForm(form), problems: refusal === undefined ? [] : [problemOf(refusal, t)] },
        staff,
        frame,
        t,
      }),
    refusal === undefined ? 200 : refusal.type === 'not_allowed' ? 403 : 422,
  );
}

function problemOf({ type }: Refusal, { accounts }: Translation): FieldProblem {
  const says = {
    reason_missing: accounts.reasonMissing,
    already_proposed: accounts.alreadyProposed,
    not_allowed: accounts.decideRefusals.not_allowed,
    no_account: accounts.refusedNoAccount,
    already_ended: accounts.refusedEnded,
  } as const satisfies Record<Refusal['type'], string>;
  return { field: fields.reason, says: says[type] };
}
