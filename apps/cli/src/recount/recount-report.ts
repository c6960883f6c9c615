import { z } from 'zod';

/**
 * What `convite recount --json` prints: every file counted again under the rule that it declares, and how that agrees
 * with what was officially decided.
 */
const id = z.string().describe('project id');

const recountedFile = z.object({
  file: z.string(),
  declared_rule: z.string().nullable().describe('as the file names it; null when it names none'),
  verdict: z
    .enum(['reproduced', 'known', 'unknown', 'lots_required', 'no_rule', 'no_official', 'unusable', 'failed'])
    .describe(
      'reproduced: the same projects; known: a difference whose reason is on record; unknown: another difference; ' +
        'the others were not compared',
    ),
  by_lots: z.boolean().describe('reproduced: the official result is one of those that lots may give'),
  winners: z.number().int().nonnegative().nullable(),
  only_counted: z.array(id).describe('funded by the count, not officially; ascending'),
  only_official: z.array(id).describe('funded officially, not by the count; ascending'),
  first_difference: z
    .object({
      round: z.number().int().positive().nullable().describe('from 1; null: the count never came to the project'),
      project: id,
      funded_by_count: z.boolean(),
    })
    .nullable(),
  reason: z.string().nullable().describe('known: why it differs'),
  problems: z.array(z.object({ line: z.number().int().nonnegative().nullable(), message: z.string() })),
  input_sha256: z.string().nullable(),
  rule_sha256: z.string().nullable(),
  cpu_seconds: z.number().describe('processor time of reading, counting and comparing'),
});

const total = z.object({
  declared_rule: z.string().nullable(),
  files: z.number().int(),
  reproduced: z.number().int(),
  known: z.number().int(),
  unknown: z.number().int(),
  not_compared: z.number().int(),
  unusable: z.number().int(),
});

export const recountReportSchema = z.object({
  schema: z.literal('convite/recount/1'),
  files: z.array(recountedFile).describe('ascending by path'),
  by_declared_rule: z.array(total).describe('ascending by name'),
  workers: z.number().int().positive(),
  seconds: z.number().describe('from start to end'),
});

export type RecountReport = z.infer<typeof recountReportSchema>;
export type RecountedFile = z.infer<typeof recountedFile>;
export type RuleTotal = z.infer<typeof total>;
