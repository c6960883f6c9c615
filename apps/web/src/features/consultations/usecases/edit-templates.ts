import { type ContestTemplate, type TemplateProblem, templateProblems } from '@convite/domain';
import { defaultRuleSet } from '@convite/counting';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { putTemplate, removeTemplate, setTemplate, setTemplateName, templatesOf } from '../store-templates.ts';
import { type LanguageMap, namedAlike } from '../stored-forms.ts';
import { inDraft, type NotDraft } from './hold-draft.ts';

/** Makes a template: choose one, most votes win, until its rule is written. One name is taken for each language. */
export const addTemplate = (
  context: ConsultationsContext,
  consultation: string,
  given: string | LanguageMap,
  by: string,
): Promise<Result<string, NotDraft>> =>
  inDraft<string, NotDraft>(context, consultation, async (tx, { territory, languages }) => {
    const id = context.newId();
    const name = typeof given === 'string' ? namedAlike(languages, given) : given;
    const rule = { ...defaultRuleSet('greedy', 'choose-one'), maximumWinners: 1 };
    await putTemplate(tx, consultation, {
      ...{ id, name, form: 'choose_one', most: 1, mayBeBlank: true, rule, ruleHash: null, group: 'Ed25519' },
    });
    await appendAudit(tx, {
      ...{ event: 'contest.write', subject: consultation, actor: by, territory, isPublic: false },
      details: { template: id, name },
      now: context.now(),
    });
    return ok(id);
  });

export type TemplateRefusal = NotDraft | { readonly type: 'unknown_template' | 'has_contests' };

/** Gives a template another name, the same in each language. */
export const renameTemplate = (
  context: ConsultationsContext,
  consultation: string,
  { id, name }: { readonly id: string; readonly name: string },
  by: string,
): Promise<Result<undefined, TemplateRefusal>> =>
  inDraft<undefined, TemplateRefusal>(context, consultation, async (tx, { territory, languages }) => {
    const known = (await templatesOf(tx, consultation)).find((one) => one.id === id);
    if (known === undefined) return err({ type: 'unknown_template' });
    const after = namedAlike(languages, name);
    await setTemplateName(tx, consultation, id, after);
    await appendAudit(tx, {
      ...{ event: 'contest.write', subject: consultation, actor: by, territory, isPublic: false },
      details: { template: id, before: known.name, after },
      now: context.now(),
    });
    return ok(undefined);
  });

/** Takes a template out of which no contest was made. */
export const takeTemplateOut = (
  context: ConsultationsContext,
  consultation: string,
  id: string,
  by: string,
): Promise<Result<undefined, TemplateRefusal>> =>
  inDraft<undefined, TemplateRefusal>(context, consultation, async (tx, { territory }) => {
    const known = (await templatesOf(tx, consultation)).find((one) => one.id === id);
    if (known === undefined) return err({ type: 'unknown_template' });
    if (!(await removeTemplate(tx, consultation, id))) return err({ type: 'has_contests' });
    await appendAudit(tx, {
      ...{ event: 'contest.write', subject: consultation, actor: by, territory, isPublic: false },
      details: { removed: known },
      now: context.now(),
    });
    return ok(undefined);
  });

export type WriteRuleRefusal =
  | NotDraft
  | { readonly type: 'unknown_template' }
  | { readonly type: 'template'; readonly problems: readonly TemplateProblem[] };

/** Writes form and rule of a template, unless no ballot could be counted by it. */
export const writeTemplate = (
  context: ConsultationsContext,
  consultation: string,
  id: string,
  template: ContestTemplate,
  by: string,
): Promise<Result<undefined, WriteRuleRefusal>> =>
  inDraft<undefined, WriteRuleRefusal>(context, consultation, async (tx, { territory, decimals }) => {
    const known = (await templatesOf(tx, consultation)).find((one) => one.id === id);
    if (known === undefined) return err({ type: 'unknown_template' });
    const problems = templateProblems(template, { contests: 1, decimals, named: undefined });
    if (problems.length > 0) return err({ type: 'template', problems });
    await setTemplate(tx, consultation, { id, ...template });
    await appendAudit(tx, {
      ...{ event: 'rule.write', subject: consultation, actor: by, territory, isPublic: false },
      details: { template: id, before: known, after: template },
      now: context.now(),
    });
    return ok(undefined);
  });
