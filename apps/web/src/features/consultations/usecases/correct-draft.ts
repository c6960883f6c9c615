import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { nameInLanguages, setTitle, setUnit } from '../store.ts';
import { hasAmounts } from '../store-envelopes.ts';
import { languagesOfOptions } from '../store-options.ts';
import { stationsOf } from '../store-stations.ts';
import { inDraft, type NotDraft } from './hold-draft.ts';
import type { NewConsultation } from './create-consultation.ts';

/** Languages of a consultation, and its title in each of them. */
export type DraftTitle = Pick<NewConsultation, 'title' | 'languages'>;
/** In what money is counted, and how finely. */
export type DraftUnit = Pick<NewConsultation, 'currency' | 'decimals'>;

/** Tables with help say their hours, or options their titles, in a language that would go; or options in one that would be the first no more. */
export type TitleRefusal = NotDraft | { readonly type: 'has_hours' | 'has_options' };
/** Amounts are written down: they would mean something else. */
export type UnitRefusal = NotDraft | { readonly type: 'has_amounts' };

/** Writes the title of a consultation that is not frozen, and its languages; envelopes and templates are named in them too. */
export const writeTitle = (
  context: ConsultationsContext,
  id: string,
  { title, languages }: DraftTitle,
  by: string,
): Promise<Result<undefined, TitleRefusal>> =>
  inDraft<undefined, TitleRefusal>(context, id, async (tx, held) => {
    const losesLanguage = held.languages.some((language) => !languages.includes(language));
    if (losesLanguage && (await stationsOf(tx, id)).length > 0) return err({ type: 'has_hours' });
    const { hasOptions, further } = await languagesOfOptions(tx, id);
    const losesTexts = further.some((language) => !languages.includes(language));
    if (losesTexts || (hasOptions && languages[0] !== held.languages[0])) return err({ type: 'has_options' });
    await setTitle(tx, id, title, languages);
    await nameInLanguages(tx, id, languages);
    await appendAudit(tx, {
      ...{ event: 'consultation.write', subject: id, actor: by, territory: held.territory, isPublic: false },
      details: { before: { title: held.title, languages: held.languages }, after: { title, languages } },
      now: context.now(),
    });
    return ok(undefined);
  });

/** Writes the currency and its decimals, as long as no amount is counted in them. */
export const writeUnit = (
  context: ConsultationsContext,
  id: string,
  { currency, decimals }: DraftUnit,
  by: string,
): Promise<Result<undefined, UnitRefusal>> =>
  inDraft<undefined, UnitRefusal>(context, id, async (tx, held) => {
    if (await hasAmounts(tx, id)) return err({ type: 'has_amounts' });
    await setUnit(tx, id, currency, decimals);
    await appendAudit(tx, {
      ...{ event: 'consultation.write', subject: id, actor: by, territory: held.territory, isPublic: false },
      details: {
        before: { currency: held.currency, decimals: held.decimals },
        after: { currency, decimals },
      },
      now: context.now(),
    });
    return ok(undefined);
  });
