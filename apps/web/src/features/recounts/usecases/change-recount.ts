import { type CountReport, type RuleSet, withoutProjects } from '@convite/counting';
import { compareCodePoints, err, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import { otherRule } from '../counting/other-rule.ts';
import type { Changes } from '../pages/views.ts';
import type { RecountsContext } from '../recounts-context.ts';
import { findRecount, type RecountRecord } from '../store.ts';
import { type RecountRequest, requestRecount, type TooManyRequests } from './request-recount.ts';

export type ChangeRefusal =
  | { readonly type: 'no_recount' }
  | { readonly type: 'bad_budget' }
  | { readonly type: 'unknown_project'; readonly id: string }
  | { readonly type: 'nothing_left' }
  | TooManyRequests;

/** Asks what another budget, another rule or a withdrawn project would give. @returns the hash of that recount. */
export async function changeRecount(
  { database, now }: RecountsContext,
  { recount, report }: { readonly recount: RecountRecord; readonly report: CountReport },
  wanted: Changes,
  visitor: string,
): Promise<Result<string, ChangeRefusal>> {
  const request = changedRequest(recount, report, wanted);
  if (!request.ok) return request;
  return await inRefusableTransaction<string, ChangeRefusal>(database, async (tx) => {
    const base = await findRecount(tx, recount.hash);
    if (base === undefined) return err({ type: 'no_recount' });
    return await requestRecount(tx, request.value, visitor, now());
  });
}

function changedRequest(
  recount: RecountRecord,
  report: CountReport,
  wanted: Changes,
): Result<RecountRequest, ChangeRefusal> {
  const budget = wanted.budget === null ? null : amountOf(wanted.budget);
  if (budget === undefined) return err({ type: 'bad_budget' });
  const known = new Set(report.projects.map(({ id }) => id));
  const stranger = wanted.without.find((id) => !known.has(id));
  if (stranger !== undefined) return err({ type: 'unknown_project', id: stranger });
  if (new Set(wanted.without).size >= known.size) return err({ type: 'nothing_left' });
  const without = [...new Set([...recount.changes.without, ...wanted.without])].toSorted(compareCodePoints);
  const sameRule = wanted.rule === null || wanted.rule === recount.ruleSet.rule;
  const ruleSet: RuleSet = sameRule ? recount.ruleSet : otherRule(recount.ruleSet, wanted.rule, report.ballot_kind);
  return ok({
    fileHash: recount.fileHash,
    ruleSet: withoutProjects(ruleSet, new Set(wanted.without)),
    changes: {
      without,
      budget: budget === null || sameAmount(budget, report.budget) ? recount.changes.budget : budget,
    },
    baseHash: recount.baseHash ?? recount.hash,
  });
}

/** An amount as people type it, `1 200,50` or `1200.50`, as a file writes it; undefined if it is none. */
function amountOf(text: string): string | undefined {
  const plain = text.replaceAll(/[\s'_]/gu, '').replace(',', '.');
  if (!/^\d{1,15}(\.\d{1,6})?$/u.test(plain)) return undefined;
  const [whole = '', part = ''] = plain.split('.');
  const units = whole.replace(/^0+(?=\d)/u, '');
  const rest = part.replace(/0+$/u, '');
  return rest === '' ? units : `${units}.${rest}`;
}

const sameAmount = (a: string, b: string): boolean => amountOf(b) === a;

export type LotsRefusal =
  | { readonly type: 'no_recount' }
  | { readonly type: 'missing' | 'repeated' | 'unknown' }
  | TooManyRequests;

/** Asks for the recount in which drawn lots decide the ties. `lots`: the projects in the order drawn. */
export async function applyLots(
  { database, now }: RecountsContext,
  { recount, report }: { readonly recount: RecountRecord; readonly report: CountReport },
  lots: readonly string[],
  visitor: string,
): Promise<Result<string, LotsRefusal>> {
  const open = new Set(report.ties.filter((tie) => tie.settled_by === 'open').flatMap(({ tied }) => tied));
  if (new Set(lots).size < lots.length) return err({ type: 'repeated' });
  const known = new Set(report.projects.map(({ id }) => id));
  if (lots.some((id) => !known.has(id))) return err({ type: 'unknown' });
  if (lots.length === 0 || [...open].some((id) => !lots.includes(id))) return err({ type: 'missing' });
  const { fileHash, ruleSet, changes } = recount;
  return await inRefusableTransaction<string, LotsRefusal>(database, async (tx) => {
    if ((await findRecount(tx, recount.hash)) === undefined) return err({ type: 'no_recount' });
    const drawn: RuleSet = { ...ruleSet, ties: [...ruleSet.ties, { lots: [...lots] }] };
    const baseHash = recount.baseHash ?? recount.hash;
    return await requestRecount(tx, { fileHash, ruleSet: drawn, changes, baseHash }, visitor, now());
  });
}

/** Asks for the count of a file that was counted already, with its changes, under another whole rule set. */
export const recountUnder = (
  { database, now }: RecountsContext,
  hash: string,
  ruleSet: RuleSet,
  visitor: string,
): Promise<Result<string, { readonly type: 'no_recount' } | TooManyRequests>> =>
  inRefusableTransaction<string, { readonly type: 'no_recount' } | TooManyRequests>(database, async (tx) => {
    const base = await findRecount(tx, hash);
    if (base === undefined) return err({ type: 'no_recount' });
    const { fileHash, changes } = base;
    return await requestRecount(tx, { fileHash, ruleSet, changes, baseHash: base.baseHash ?? hash }, visitor, now());
  });
