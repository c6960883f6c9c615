import { type ContestTemplate, type TemplateProblem, templateProblems } from '@convite/domain';
import { defaultRuleSet } from '@convite/counting';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { putTemplate, setTemplate, templatesOf } from '../store-templates.ts';
import type { LanguageMap } from '../stored-forms.ts';
import { inDraft, type NotDraft } from './hold-draft.ts';

/** Makes a template: choose one, most votes win, until its rule is written. */
export const addTemplate = (
  context: ConsultationsContext,
  consultation: string,
  name: LanguageMap,
  by: string,
): Promise<Result<string, NotDraft>> =>
  inDraft<string, NotDraft>(context, consultation, async (tx, { territory }) => {
    const id = context.newId();
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

export type WriteRuleRefusal =
  | NotDraft
  | { readonly type: 'unknown_template' }
  | { readonly type: 'template'; readonly problem: TemplateProblem };

/** Writes form and rule of a template, unless no ballot could be counted by it. */
export const writeTemplate = (
  context: ConsultationsContext,
  consultation: string,
  id: string,
  template: ContestTemplate,
  by: string,
): Promise<Result<undefined, WriteRuleRefusal>> =>
  inDraft<undefined, WriteRuleRefusal>(context, consultation, async (tx, { territory }) => {
    const known = (await templatesOf(tx, consultation)).find((one) => one.id === id);
    if (known === undefined) return err({ type: 'unknown_template' });
    const [problem] = templateProblems(template, 1);
    if (problem !== undefined) return err({ type: 'template', problem });
    await setTemplate(tx, consultation, { id, ...template });
    await appendAudit(tx, {
      ...{ event: 'rule.write', subject: consultation, actor: by, territory, isPublic: false },
      details: { template: id, before: known, after: template },
      now: context.now(),
    });
    return ok(undefined);
  });
