import { createHash } from 'node:crypto';
import {
  consultationMachine,
  envelopeProblems,
  type FreezingProblem,
  freezingProblems,
  frozenRule,
  moved,
  templateProblems,
} from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { type Database, inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal, waitingAct } from '../../accounts/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { FreezeView } from '../pages/views.ts';
import { type ConsultationRecord, holdConsultation, setStatus } from '../store.ts';
import { drawsOf, envelopesOf } from '../store-envelopes.ts';
import { lineUpHash, optionsFacts } from '../store-room.ts';
import { asksMailCode } from '../store-factor.ts';
import { putFrozenRule, type TemplateRecord, templatesOf } from '../store-templates.ts';
import { templateUses } from '../store-uses.ts';
import { inLanguage, type LanguageMap } from '../stored-forms.ts';
import { headOf } from './show-consultation.ts';

/** What two people freeze: each rule under its hash, and everything that is put to the vote under one. */
export interface FreezingBody {
  readonly slug: string;
  readonly title: LanguageMap;
  readonly currency: string;
  readonly decimals: number;
  readonly contests: number;
  readonly rules: readonly { readonly template: string; readonly name: LanguageMap; readonly hash: string }[];
  readonly lineUp: string;
  /** A code by e-mail is asked for beside the letter. */
  readonly asksMailCode: boolean;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly zone: string;
}

export type FreezingRefusal =
  | { readonly type: 'missing'; readonly problems: readonly FreezingProblem[] }
  /** Something was changed after it was proposed: the proposal is of something else. */
  | { readonly type: 'changed' };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const frozenOf = ({ rule }: TemplateRecord): ReturnType<typeof frozenRule> => frozenRule(rule, sha256);

/** What is missing before the rules can be frozen, and what would be frozen now. */
async function showFreezing(
  db: Database | Tx,
  consultation: ConsultationRecord,
  now: Date,
  hasMailer: boolean,
): Promise<{ readonly problems: readonly FreezingProblem[]; readonly body: FreezingBody }> {
  const { id, slug, title, currency, decimals, status, calendar, zone } = consultation;
  const templates = await templatesOf(db, id);
  const { contests, problems } = await optionsFacts(db, id, templates);
  const uses = await templateUses(db, consultation, templates);
  const envelopes = envelopeProblems(await envelopesOf(db, id), await drawsOf(db, id));
  const asksCode = await asksMailCode(db, id);
  const facts = {
    lacksMailer: asksCode && !hasMailer,
    ...{ state: status, calendar, now: now.getTime(), envelopes, contests, options: problems },
    templates: templates.flatMap((template) => {
      const use = uses.get(template.id);
      return use === undefined ? [] : [{ id: template.id, problems: templateProblems(template, use) }];
    }),
  };
  const used = templates.filter((template) => uses.has(template.id));
  const rules = used.map((one) => ({ template: one.id, name: one.name, hash: frozenOf(one).hash }));
  const { opensAt, closesAt } = calendar.voting;
  const lineUp = await lineUpHash(db, id);
  return {
    problems: freezingProblems(facts),
    body: { slug, title, currency, decimals, contests, rules, lineUp, asksMailCode: asksCode, opensAt, closesAt, zone },
  };
}

/** The same for its page. */
export async function freezeView(
  { database, now, hasMailer }: ConsultationsContext,
  consultation: ConsultationRecord,
  language: string,
): Promise<FreezeView> {
  const { problems, body } = await showFreezing(database, consultation, now(), hasMailer);
  const rules = body.rules.map((rule) => ({ ...rule, name: inLanguage(rule.name, language) }));
  const { lineUp, contests, asksMailCode: asksCode } = body;
  const waiting = (await waitingAct({ database }, 'rule.freeze', consultation.id)) ?? null;
  return { head: headOf(consultation, language), problems, rules, lineUp, contests, asksMailCode: asksCode, waiting };
}

/** Proposes to freeze the rules as they stand, so that a second guarantor may agree. */
export const proposeFreezing = (
  { database, newId, now, hasMailer }: ConsultationsContext,
  consultation: string,
  reason: string,
  by: string,
): Promise<Result<string, FreezingRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, FreezingRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await holdConsultation(tx, consultation);
    invariant(held !== undefined, 'the gate let in to a consultation that exists');
    const at = now();
    const { problems, body } = await showFreezing(tx, held, at, hasMailer);
    if (problems.length > 0) return err({ type: 'missing', problems });
    const { id, territory } = held;
    return await proposeAct(tx, { id: newId(), act: 'rule.freeze', territory, subject: id, body, reason, by, now: at });
  });

/** Freezes what was proposed, if it is still what stands there and nothing is missing. */
export async function freezeRules(
  tx: Tx,
  consultation: string,
  body: FreezingBody,
  now: Date,
): Promise<Result<Readonly<Record<string, unknown>>, FreezingRefusal>> {
  const held = await holdConsultation(tx, consultation);
  invariant(held !== undefined, 'a consultation is never deleted once something was proposed about it');
  // Whether letters can be sent was looked at when it was proposed.
  const { problems, body: standing } = await showFreezing(tx, held, now, true);
  if (problems.length > 0) return err({ type: 'missing', problems });
  if (fingerprint(body) !== fingerprint(standing)) return err({ type: 'changed' });
  for (const template of await templatesOf(tx, consultation)) {
    if (standing.rules.some((rule) => rule.template === template.id)) {
      await putFrozenRule(tx, template.id, frozenOf(template));
    }
  }
  const next = moved(consultationMachine, held.status, 'freeze');
  invariant(next.ok, 'what is missing tells of the state too');
  await setStatus(tx, consultation, next.value);
  const { rules, contests, lineUp, asksMailCode: asksCode } = standing;
  return ok({ rules, contests, line_up: lineUp, second_factor: asksCode });
}

const fingerprint = (body: FreezingBody): string => {
  const { title, currency, decimals, contests, rules, lineUp, asksMailCode: asksCode, opensAt, closesAt, zone } = body;
  const named = rules.map(({ template, name, hash }) => [template, inOrder(name), hash]);
  const read = [inOrder(title), named, currency, decimals];
  return JSON.stringify([...read, contests, lineUp, asksCode, opensAt, closesAt, zone]);
};

/** Texts by their language: whatever stored them may have changed their order. */
const inOrder = (texts: LanguageMap): readonly (readonly [string, string])[] =>
  Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1));
