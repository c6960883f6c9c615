import { type RuleSet, defaultRuleSet } from '@convite/counting';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import { type Content, type FileFacts, unchanged, type Unreadable } from '../counting/tasks.ts';
import type { RuleChoice } from '../pages/views.ts';
import type { RecountsContext } from '../recounts-context.ts';
import { addUpload, type Origin, putFile } from '../store.ts';
import { holdUploads, uploadedBytes } from '../store-limits.ts';
import { requestRecount, type TooManyRequests } from './request-recount.ts';

/** Uploads are deleted after so many days. */
const daysKept = 30;
const readingTime = 30_000;

export interface BroughtFile {
  readonly content: Content;
  readonly name: string;
  readonly origin: Origin;
  /** Undefined: the rule that the file declares. */
  readonly rule: RuleChoice | RuleSet | undefined;
}

export interface Bringer {
  /** Undefined for the service itself. */
  readonly visitor: string | undefined;
  /** What is kept of the code that takes the upload back, by the hash of the file. */
  readonly removalHash: (fileHash: string) => string | undefined;
}

export interface Brought {
  readonly fileHash: string;
  readonly recountHash: string;
  readonly facts: FileFacts;
}

export type BringRefusal =
  | Unreadable
  | { readonly type: 'no_declared_rule' }
  | { readonly type: 'took_too_long' }
  | { readonly type: 'unusable' }
  /** Uploads take all the room that they may. */
  | { readonly type: 'uploads_full' }
  | TooManyRequests;

/**
 * Takes a vote in: reads it whole in a process of its own, stores it by the hash of its bytes and asks for its recount.
 * Refused, nothing is stored.
 */
export const bringFile = (
  context: RecountsContext,
  brought: BroughtFile,
  bringer: Bringer,
): Promise<Result<Brought, BringRefusal>> => context.work.use((place) => bringBy(place, context, brought, bringer));

async function bringBy(
  place: WorkPlace,
  { database, readers, mostUploadedBytes, now }: RecountsContext,
  brought: BroughtFile,
  bringer: Bringer,
): Promise<Result<Brought, BringRefusal>> {
  const read = await readers.run(
    { type: 'read', content: brought.content, compressTo: place.path('compressed') },
    { milliseconds: readingTime, signal: undefined },
  );
  if (!read.ok) return err({ type: read.error === 'took_too_long' ? 'took_too_long' : 'unusable' });
  const answer = read.value;
  if (answer.type === 'unreadable') {
    return err(answer);
  }
  invariant(answer.type === 'read', 'reading is answered by what was read');
  const { hash, size, facts } = answer;
  const ruleSet = ruleSetOf(brought.rule, facts);
  if (ruleSet === undefined) return err({ type: 'no_declared_rule' });

  const compressed = answer.compressed ?? (await place.read('compressed'));
  const at = now();
  const expiresAt = brought.origin === 'upload' ? new Date(at.getTime() + daysKept * 24 * 60 * 60 * 1000) : null;
  const requested = await inRefusableTransaction<string, BringRefusal>(database, async (tx) => {
    const { name, origin } = brought;
    const isUpload = origin === 'upload';
    if (isUpload) await holdUploads(tx);
    const isNew = await putFile(tx, { hash, size, name, origin, facts, compressed, expiresAt, now: at });
    // The same bytes again take no more room.
    if (isNew && isUpload && (await uploadedBytes(tx)) > mostUploadedBytes) return err({ type: 'uploads_full' });
    if (isNew) await appendAudit(tx, 'file.stored', hash, at);
    const removal = bringer.removalHash(hash);
    if (removal !== undefined) await addUpload(tx, hash, removal, at);
    return await requestRecount(
      tx,
      { fileHash: hash, ruleSet, changes: unchanged, baseHash: null },
      bringer.visitor,
      at,
    );
  });
  return requested.ok ? ok({ fileHash: hash, recountHash: requested.value, facts }) : requested;
}

function ruleSetOf(rule: BroughtFile['rule'], facts: FileFacts): RuleSet | undefined {
  if (rule === undefined) return facts.declared ?? undefined;
  return typeof rule === 'string' ? defaultRuleSet(rule, facts.kind) : rule;
}
