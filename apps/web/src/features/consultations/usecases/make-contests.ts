import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import {
  type ChosenTerritory,
  chooseTerritories,
  noteBulk,
  putContests,
  type TerritoryChoice,
} from '../store-contests.ts';
import { drawsOf, envelopesOf, putEnvelopes } from '../store-envelopes.ts';
import type { ConsultationRecord } from '../store.ts';
import { templatesOf } from '../store-templates.ts';
import { namedAlike } from '../stored-forms.ts';
import { inDraftCounted, type NotDraft, type OtherDecimals } from './hold-draft.ts';

/** What each new contest may spend: a leaf of its own, set apart from an envelope. */
export interface EachEnvelope {
  readonly parent: string;
  /** Minor units; where the list of codes says another amount, that one. */
  readonly amount: bigint;
  readonly byCode: ReadonlyMap<string, bigint>;
}

export interface ContestsRequest {
  readonly template: string;
  readonly choice: TerritoryChoice;
  /** `null`: no money is divided. */
  readonly each: EachEnvelope | null;
}

export type MakeRefusal =
  | NotDraft
  | OtherDecimals
  | { readonly type: 'unknown_template' | 'unknown_envelope' | 'no_territories' }
  /** Codes of the list that are none of a territory of this consultation. */
  | { readonly type: 'unknown_codes'; readonly codes: readonly string[] };

/** Contests made, and territories that had theirs already. */
export interface MadeContests {
  readonly made: number;
  readonly taken: number;
}

/** Makes a contest of the template in each chosen territory that has none yet; all of them or none. */
export const makeContests = (
  context: ConsultationsContext,
  consultation: Pick<ConsultationRecord, 'id' | 'decimals'>,
  { template, choice, each }: ContestsRequest,
  by: string,
): Promise<Result<MadeContests, MakeRefusal>> =>
  inDraftCounted<MadeContests, MakeRefusal>(context, consultation, async (tx, { id, territory, languages }) => {
    const known = (await templatesOf(tx, id)).some((one) => one.id === template);
    if (!known) return err({ type: 'unknown_template' });
    if (each !== null) {
      const isDrawn = (await drawsOf(tx, id)).some(({ envelope }) => envelope === each.parent);
      const isThere = (await envelopesOf(tx, id)).some((envelope) => envelope.id === each.parent);
      if (isDrawn || !isThere) return err({ type: 'unknown_envelope' });
    }
    const chosen = await chooseTerritories(tx, { territory }, template, choice);
    const unknown = choice.by === 'codes' ? missing(choice.codes, chosen) : [];
    if (unknown.length > 0) return err({ type: 'unknown_codes', codes: unknown });
    if (chosen.length === 0) return err({ type: 'no_territories' });
    const free = chosen.filter(({ isTaken }) => !isTaken).map((one) => ({ ...one, envelope: context.newId() }));
    if (each !== null) {
      await putEnvelopes(
        tx,
        id,
        free.map(({ envelope, id: place, code, name }) => ({
          ...{ id: envelope, parent: each.parent, territory: place },
          name: namedAlike(languages, name),
          amount: each.byCode.get(code) ?? each.amount,
        })),
      );
    }
    const contests = free.map(({ envelope, id: place }) => ({
      ...{ id: context.newId(), territory: place, envelope: each === null ? null : envelope },
    }));
    await putContests(tx, id, template, contests);
    await noteBulk(tx);
    const made = { made: free.length, taken: chosen.length - free.length };
    await appendAudit(tx, {
      ...{ event: 'contest.write', subject: id, actor: by, territory, isPublic: false },
      details: { template, choice, ...made, amount: each === null ? null : String(each.amount) },
      now: context.now(),
    });
    return ok(made);
  });

function missing(codes: readonly string[], chosen: readonly ChosenTerritory[]): readonly string[] {
  const known = new Set(chosen.map(({ code }) => code));
  return codes.filter((code) => !known.has(code));
}
