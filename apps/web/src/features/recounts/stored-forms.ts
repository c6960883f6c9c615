import { ruleSetSchema } from '@convite/counting';
import { z } from 'zod';

/** Forms of what is stored as JSON, checked when it is read back. */

export const factsSchema = z.object({
  kind: z.enum(['choose-one', 'approval', 'ranked', 'points', 'scores']),
  projects: z.number(),
  ballots: z.number(),
  title: z.string(),
  place: z.string().nullable(),
  declared: ruleSetSchema.nullable(),
});

/** What was changed before counting. Ids ascending, each once; the budget as the file writes money. */
export const changesSchema = z.strictObject({
  budget: z
    .string()
    .regex(/^\d{1,18}(\.\d{1,6})?$/u)
    .nullable(),
  without: z.array(z.string()),
});

/** Why a recount ended without a result. */
export const recountFailureSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('took_too_long') }),
  z.object({ type: z.literal('crashed') }),
  z.object({ type: z.literal('unreadable') }),
  z.object({
    type: z.literal('unknown_project'),
    id: z.string(),
    where: z.enum(['exclusiveGroups', 'ties', 'changes']),
  }),
  z.object({ type: z.literal('too_many_decimals'), text: z.string(), decimals: z.number() }),
  z.object({ type: z.literal('utility_needs'), utility: z.string(), needs: z.enum(['points', 'ranks']) }),
  z.object({ type: z.literal('rule_needs_scores') }),
  z.object({ type: z.literal('minimum_needs_points') }),
  z.object({ type: z.literal('step_not_positive') }),
]);
export type RecountFailure = z.infer<typeof recountFailureSchema>;
