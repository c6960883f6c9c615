import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { translationOf } from '../../i18n/translation.ts';
import { type FormState, freshForm } from '../../ui/form.tsx';
import { askedOf, formWith, notFound, sendSetup, type PagesContext } from './answers.ts';
import { EnvelopesPage } from './pages/envelopes-page.tsx';
import { envelopesTable } from './usecases/download-setup.ts';
import {
  addEnvelope,
  type EnvelopeRefusal,
  renameEnvelope,
  sumEnvelopes,
  takeEnvelopeOut,
  writeAmount,
} from './usecases/edit-envelopes.ts';
import { readAmount, readName } from './usecases/read-forms.ts';
import { envelopesView } from './usecases/show-setup.ts';

const room = '/org/c/:consultation';
const write = { act: 'consultation.write', on: 'consultation' } as const;
const read = { act: 'control.read', on: 'consultation' } as const;
type Status = 200 | 409 | 422;

/** Envelopes of a consultation. */
export function envelopeRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  const path = `${room}/envelopes`;
  const show = async (c: AppContext, form: FormState, status: Status): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await envelopesView(context, consultation, c.var.locale);
    return await pages.send(c, (frame, t) => EnvelopesPage({ staff: c.var.staff, view, frame, t, form }), status);
  };
  const refuse = (c: AppContext, form: FormState, field: string, { type }: EnvelopeRefusal): Promise<Response> => {
    const t = translationOf(c.var.locale);
    const says = {
      not_draft: t.controlRoom.notDraft,
      other_decimals: t.drafts.other_decimals,
      has_parts: t.drafts.has_parts,
      unknown_envelope: t.controlRoom.wrong.envelope,
      no_whole: t.controlRoom.wrong.envelope,
    }[type];
    const isLate = type !== 'unknown_envelope' && type !== 'no_whole';
    return show(c, { ...form, problems: [{ field: isLate ? 'tree' : field, says }] }, isLate ? 409 : 422);
  };
  router.route({ method: 'GET', path, access: read }, (c) => show(c, freshForm(), 200));
  router.route({ method: 'GET', path: `${path}/envelopes.csv`, access: read }, (c) =>
    sendSetup(site, c, 'envelopes', envelopesTable),
  );
  router.route({ method: 'POST', path, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const [name, amount] = [readName(typed, 'name'), readAmount(typed, 'amount', consultation.decimals)];
    if (!name.ok || !amount.ok) {
      return show(c, formWith(c, typed, [...(name.ok ? [] : name.error), ...(amount.ok ? [] : amount.error)]), 422);
    }
    const parent = typed.get('parent') ?? '';
    const added = await addEnvelope(
      context,
      consultation,
      { parent: parent === '' ? null : parent, name: name.value, amount: amount.value },
      c.var.staff.account,
    );
    return added.ok ? c.redirect(c.req.path, 303) : refuse(c, freshForm(typed), 'parent', added.error);
  });
  router.route({ method: 'POST', path: `${path}/amount`, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const amount = readAmount(typed, 'new_amount', consultation.decimals);
    if (!amount.ok) return show(c, formWith(c, typed, amount.error), 422);
    const envelope = { id: typed.get('envelope') ?? '', amount: amount.value };
    const written = await writeAmount(context, consultation, envelope, c.var.staff.account);
    return written.ok
      ? c.redirect(`/org/c/${consultation.slug}/envelopes`, 303)
      : refuse(c, freshForm(typed), 'envelope', written.error);
  });
  router.route({ method: 'POST', path: `${path}/sum`, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const summed = await sumEnvelopes(context, consultation.id, c.var.staff.account);
    return summed.ok
      ? c.redirect(`/org/c/${consultation.slug}/envelopes`, 303)
      : refuse(c, freshForm(), 'tree', summed.error);
  });
  router.route({ method: 'POST', path: `${path}/name`, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const typed = await readForm(c);
    const name = readName(typed, 'new_name');
    if (!name.ok) return show(c, formWith(c, typed, name.error), 422);
    const named = { id: typed.get('renamed') ?? '', name: name.value };
    const written = await renameEnvelope(context, consultation.id, named, c.var.staff.account);
    return written.ok
      ? c.redirect(`/org/c/${consultation.slug}/envelopes`, 303)
      : refuse(c, freshForm(typed), 'renamed', written.error);
  });
  router.route({ method: 'POST', path: `${path}/remove`, access: write }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const envelope = (await readForm(c)).get('removed') ?? '';
    const removed = await takeEnvelopeOut(context, consultation.id, envelope, c.var.staff.account);
    return removed.ok
      ? c.redirect(`/org/c/${consultation.slug}/envelopes`, 303)
      : refuse(c, freshForm(), 'tree', removed.error);
  });
}
