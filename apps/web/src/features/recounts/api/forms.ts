import { countReportSchema } from '@convite/counting';
import { z } from '@hono/zod-openapi';
import { ruleChoices } from '../pages/views.ts';

/** What the API takes and gives. Made of the schemas that everything else uses; nothing unknown is accepted. */

const hash = z.string().regex(/^[0-9a-f]{64}$/u);

export const hashParameter = z.object({ hash: hash.openapi({ param: { name: 'hash', in: 'path' } }) });
export const projectParameter = hashParameter.extend({
  id: z.string().openapi({ param: { name: 'id', in: 'path' }, description: 'project id' }),
});

export const reportForm = z.object(countReportSchema.shape).openapi('CountReport');

export const ruleQuery = z.strictObject({
  rule: z.enum(ruleChoices).optional().openapi({ description: 'left out: the rule that the file declares' }),
});

export const askedForm = z
  .object({
    hash,
    recount: z.string().describe('path of the recount in this API'),
    page: z.string().describe('path of its page'),
    removal_code: z.string().nullable().describe('takes the upload back; shown only here'),
  })
  .openapi('AskedRecount');

export const stateForm = z
  .object({
    hash,
    status: z.enum(['queued', 'counting', 'done', 'refused']),
    stage: z.enum(['reading', 'counting']).nullable(),
    ahead: z.int().describe('recounts that wait before it'),
    refusal: z.looseObject({ type: z.string() }).nullable(),
    expires: z.string().nullable().describe('instant at which it is deleted'),
    base: hash.nullable().describe('the recount from which this one was asked for as a change'),
    report: z.string().nullable().describe('path of the report, once it is done'),
    files: z.array(z.string()).describe('paths of its files, once it is done'),
  })
  .openapi('Recount');

const checkedSwitch = <T extends z.ZodType>(value: T) =>
  z.union([
    z.object({
      type: z.literal('switch'),
      funded: value,
      notFunded: value,
      claim: z.enum(['smallest', 'would_have_been_enough']),
    }),
    z.object({ type: z.literal('none_in_range'), last: value, proven: z.boolean() }),
  ]);

export const projectForm = z
  .object({
    project: reportForm.shape.projects.element,
    supporters: z.object({
      votes: z.number(),
      withOther: z.number(),
      also: z.array(z.object({ project: z.string(), votes: z.number() })),
    }),
    counterfactuals: z
      .union([
        z.literal('counting'),
        z.literal('not_available'),
        z.object({ cost: checkedSwitch(z.string()), ballots: checkedSwitch(z.number()) }),
      ])
      .describe('what would have changed its fate; for a funded project, its margin'),
  })
  .openapi('ProjectFate');

export const changesForm = z
  .strictObject({
    budget: z.string().max(40).nullable().default(null),
    rule: z.enum(ruleChoices).nullable().default(null),
    without: z.array(z.string().max(200)).max(1000).default([]),
  })
  .openapi('Changes');

export const lotsForm = z
  .strictObject({ lots: z.array(z.string().max(200)).max(1000).describe('project ids in the order drawn') })
  .openapi('Lots');

export const removalForm = z.strictObject({ removal_code: z.string().max(100) }).openapi('Removal');

export const sampleForm = z
  .object({ id: z.string(), name: z.string(), lesson: z.string().nullable(), recount: z.string() })
  .openapi('Sample');
