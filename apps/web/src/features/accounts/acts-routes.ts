import type { ActMove } from '@convite/domain';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable, sendTable } from '../../http/send-table.ts';
import { type Translation, translationOf } from '../../i18n/translation.ts';
import { type FieldProblem, type FormState, freshForm } from '../../ui/form.tsx';
import { actsCsv, consultationsCsv, tasksCsv } from './downloads/staff-csv.ts';
import type { PagesContext } from './pages-context.ts';
import { ActPage, ActsPage, OncePage } from './pages/acts-pages.tsx';
import { TasksPage } from './pages/tasks-page.tsx';
import { accountFields as fields, type ActLine, type ActView } from './pages/views.ts';
import { heldRoles } from './people-routes.ts';
import { originOf } from './sign-in-routes.ts';
import { titleIn } from './trail-routes.ts';
import type { ActRecord } from './store-acts.ts';
import { exportActs, type SeenAct, showAct, showActs } from './usecases/show-acts.ts';
import { showPerson } from './usecases/show-people.ts';
import { showBeginning } from './usecases/show-beginning.ts';
import { exportConsultations, showTasks } from './usecases/show-tasks.ts';
import { staffZone } from './usecases/staff-zone.ts';
import { decide, type DecideRefusal, handlerOf } from './usecases/two-person-acts.ts';

const actsFiles = '/org/acts/files';
const actRoute = '/org/acts/:proposal';
const moves: readonly ActMove[] = ['agree', 'decline', 'withdraw'];

/** What waits for a person, and what two people agree on. */
export function actsRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: '/org', access: 'signed-in' }, async (c) => {
    const { staff } = c.var;
    const { waiting } = await showActs(context, staff.account);
    const me = await showPerson(context, staff.account, staff.account);
    const [consultations, zone] = await Promise.all([showTasks(context, staff.account), staffZone(context)]);
    const beginning = (await showBeginning(context, staff.account)) ?? null;
    return pages.send(c, (frame, t) => {
      const lines = (may: SeenAct['may']) =>
        waiting.filter((act) => act.may === may).map((act) => lineOf(site, act, t));
      const view = {
        beginning,
        waiting: lines('decide'),
        mine: lines('withdraw'),
        zone,
        roles: heldRoles(me?.person.grants ?? []),
        tasks: consultations.flatMap(({ consultation, tasks }) =>
          tasks.map((task) => ({ ...task, consultation: titleIn(consultation.title, t) })),
        ),
        consultations: consultations.map(({ consultation: { slug, title, territoryName, status, contests } }) => ({
          ...{ slug, title: titleIn(title, t), place: territoryName, status, contests },
        })),
      };
      return TasksPage({ view, staff, frame, t });
    });
  });

  router.route({ method: 'GET', path: '/org/files/consultations.csv', access: 'signed-in' }, async (c) => {
    const { locale, staff } = c.var;
    const consultations = await exportConsultations(context, staff.account);
    const title = (titles: unknown): string => titleIn(titles, translationOf(locale));
    return await sendShortTable(c, 'consultations.csv', consultationsCsv(consultations, title));
  });

  router.route({ method: 'GET', path: '/org/files/tasks.csv', access: 'signed-in' }, async (c) => {
    const t = translationOf(c.var.locale);
    const rows = (await showTasks(context, c.var.staff.account)).flatMap(({ consultation: { slug, title }, tasks }) =>
      tasks.map((task) => ({
        ...task,
        ...{ slug, consultation: titleIn(title, t), says: t.accounts.taskSays[task.kind](task.count) },
      })),
    );
    return await sendShortTable(c, 'tasks.csv', tasksCsv(rows));
  });

  const list = { act: 'trail.read', on: 'anywhere' } as const;
  router.route({ method: 'GET', path: '/org/acts', access: list }, async (c) => {
    const { staff } = c.var;
    const { waiting, decided } = await showActs(context, staff.account);
    const zone = await staffZone(context);
    return pages.send(c, (frame, t) => {
      const lines = (acts: readonly SeenAct[]) => acts.map((act) => lineOf(site, act, t));
      return ActsPage({ waiting: lines(waiting), decided: lines(decided), zone, staff, frame, t });
    });
  });

  router.route({ method: 'GET', path: `${actsFiles}/acts.csv`, access: list }, async (c) => {
    const t = translationOf(c.var.locale);
    const acts = await exportActs(context, c.var.staff.account);
    return sendTable(
      c,
      'acts.csv',
      actsCsv(acts, (record) => titleOf(site, record, t)),
    );
  });

  router.route({ method: 'GET', path: actRoute, access: 'signed-in' }, (c) => sendAct(site, c, freshForm(), none, 200));
  router.route({ method: 'POST', path: actRoute, access: 'signed-in' }, async (c) => {
    const { staff } = c.var;
    const form = await readForm(c);
    const again = freshForm(form);
    const seen = await showAct(context, staff.account, proposalOf(c));
    if (seen === undefined) return pages.problem(c, { type: 'not_found' }, 404);
    const move = moves.find((one) => one === form.get(fields.decision));
    if (move === undefined) {
      return sendAct(
        site,
        c,
        again,
        ({ accounts }) => [{ field: fields.decision, says: accounts.decisionMissing }],
        422,
      );
    }
    const reason = (form.get(fields.reason) ?? '').trim().slice(0, 2000);
    if (move === 'decline' && reason === '') {
      const missing: Problems = ({ accounts }) => [{ field: fields.reason, says: accounts.declineReasonMissing }];
      return sendAct(site, c, again, missing, 422);
    }
    const decided = await decide(context, {
      id: seen.record.id,
      move,
      by: staff.account,
      reason: move === 'decline' ? reason : undefined,
    });
    if (!decided.ok) return refuseDecision(site, c, again, decided.error);
    const once = decided.value?.once;
    const next = `/org/acts/${seen.record.id}`;
    if (once === undefined) return c.redirect(next, 303);
    const shown = originOf(site, c) + once;
    return pages.send(c, (frame, t) =>
      OncePage({ title: t.accounts.doneTitle, kind: 'link', shown, next, staff, frame, t }),
    );
  });
}

type Problems = (t: Translation) => readonly FieldProblem[];
const none: Problems = () => [];

const proposalOf = (c: AppContext): string => c.req.param('proposal') ?? '';

function refuseDecision(
  site: PagesContext,
  c: AppContext,
  form: FormState,
  refusal: DecideRefusal,
): Response | Promise<Response> {
  switch (refusal.type) {
    case 'no_such_act':
      return site.pages.problem(c, { type: 'not_found' }, 404);
    case 'refused':
      return sendAct(site, c, form, (t) => [{ field: fields.decision, says: refusal.explain(t) }], 409);
    case 'not_allowed':
    case 'same_person':
    case 'not_the_proposer': {
      const says: Problems = (t) => [{ field: 'decide', says: t.accounts.decideRefusals[refusal.type] }];
      return sendAct(site, c, form, says, 403);
    }
    case 'already_decided':
    case 'proposer_lost_role': {
      const says: Problems = (t) => [{ field: 'what', says: t.accounts.decideRefusals[refusal.type] }];
      return sendAct(site, c, form, says, 409);
    }
  }
}

async function sendAct(
  site: PagesContext,
  c: AppContext,
  form: FormState,
  problems: Problems,
  status: 200 | 403 | 409 | 422,
): Promise<Response> {
  const { staff } = c.var;
  const seen = await showAct(site.context, staff.account, proposalOf(c));
  if (seen === undefined) return await site.pages.problem(c, { type: 'not_found' }, 404);
  const zone = await staffZone(site.context);
  return await site.pages.send(
    c,
    (frame, t) =>
      ActPage({ view: viewOf(site, seen, zone, t), form: { ...form, problems: problems(t) }, staff, frame, t }),
    status,
  );
}

const titleOf = ({ context }: PagesContext, record: ActRecord, t: Translation): string =>
  handlerOf(context, record).show(record.body, t)?.title ?? t.accounts.acts[record.act];

function lineOf(site: PagesContext, { record }: SeenAct, t: Translation): ActLine {
  return {
    href: `/org/acts/${record.id}`,
    title: titleOf(site, record, t),
    proposer: record.proposerName,
    place: record.territoryName ?? t.accounts.everywhere,
    at: record.proposedAt.toISOString(),
    state: record.status,
  };
}

function viewOf(site: PagesContext, seen: SeenAct, zone: string, t: Translation): ActView {
  const { record, may } = seen;
  const { deciderName, decidedAt } = record;
  return {
    ...lineOf(site, seen, t),
    zone,
    words: handlerOf(site.context, record).show(record.body, t) ?? null,
    reason: record.reason,
    decided: deciderName === null || decidedAt === null ? null : { by: deciderName, at: decidedAt.toISOString() },
    may,
  };
}
