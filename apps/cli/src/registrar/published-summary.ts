import { groupNames } from '@convite/crypto';
import { z } from 'zod';

/** What a registrar publishes beside the list of public credentials: counts, and the hash of that list. */
export const publishedSummary = z.strictObject({
  convite_credentials: z.literal(1),
  uuid: z.string(),
  group: z.enum(groupNames),
  form: z.enum(['long', 'checked']),
  voters: z.int().nonnegative(),
  spares: z.int().nonnegative(),
  total_weight: z.string(),
  sha256: z.string(),
});
export type PublishedSummary = z.infer<typeof publishedSummary>;
