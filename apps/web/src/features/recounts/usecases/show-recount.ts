import { canonicalRuleSet, type CountReport, type RuleSet, type ToldSwitches } from '@convite/counting';
import { recountMachine } from '@convite/domain';
import type { CountDetails, Supporters } from '../counting/tasks.ts';
import type { ProjectView, ResultView } from '../pages/views.ts';
import { downloadsOf } from '../downloads/list.ts';
import type { RecountsContext } from '../recounts-context.ts';
import {
  countAhead,
  type FileRecord,
  findRecount,
  findRecountAndFile,
  isUploader,
  readResult,
  readSupporters,
  type RecountRecord,
} from '../store.ts';
import { findSwitches } from '../store-switches.ts';
import { askProjectSwitches } from './find-switches.ts';

/** A recount as it stands now. */
export type RecountStanding =
  | { readonly type: 'waiting'; readonly recount: RecountRecord; readonly file: FileRecord; readonly ahead: number }
  | { readonly type: 'refused'; readonly recount: RecountRecord; readonly file: FileRecord }
  | { readonly type: 'done'; readonly recount: RecountRecord; readonly file: FileRecord };

export interface FinishedRecount {
  readonly recount: RecountRecord;
  readonly file: FileRecord;
  readonly report: CountReport;
  readonly details: CountDetails;
}

export async function recountStanding(
  { database }: RecountsContext,
  hash: string,
): Promise<RecountStanding | undefined> {
  const found = await findRecountAndFile(database, hash);
  if (found === undefined) return undefined;
  const { recount, file } = found;
  if (recount.status === 'done') return { type: 'done', recount, file };
  if (recount.status === 'refused') return { type: 'refused', recount, file };
  return {
    type: 'waiting',
    recount,
    file,
    ahead: recount.status === recountMachine.first ? await countAhead(database, hash) : 0,
  };
}

/** Everything about a finished recount; undefined where it is gone or not finished. `known`: its state, if just read. */
export async function finishedRecount(
  context: RecountsContext,
  hash: string,
  known?: RecountStanding,
): Promise<FinishedRecount | undefined> {
  const state = known ?? (await recountStanding(context, hash));
  const result = state?.type === 'done' ? await readResult(context.database, hash) : undefined;
  if (state === undefined || result === undefined) return undefined;
  // Both were written by us in these forms; checking them again would cost more than the page.
  const report: CountReport = JSON.parse(result.report);
  const details: CountDetails = JSON.parse(result.details);
  return { recount: state.recount, file: state.file, report, details };
}

export const addressOf = (hash: string): string => `/recounts/${hash}`;

/** The matter of a result's page. `removal`: the code and what is kept of it, for whoever may have brought the file. */
export async function resultView(
  context: RecountsContext,
  { recount, file, report, details }: FinishedRecount,
  removal: { readonly code: string; readonly hash: string } | undefined,
): Promise<ResultView> {
  const address = addressOf(recount.hash);
  const mayRemove = removal !== undefined && (await isUploader(context.database, file.hash, removal.hash));
  return {
    address,
    origin: file.origin,
    report,
    compared: details.compared,
    preference: details.preference,
    official: details.official,
    changed: await changedFrom(context, recount),
    downloads: downloadsOf(address, recount, report, details),
    whatIf: { action: address, rules: details.rules },
    removal: mayRemove ? { action: `${address}/remove`, token: removal.code } : null,
    expires: file.expiresAt?.toISOString() ?? null,
    lots: report.status === 'lots_required' ? `${address}/lots` : null,
  };
}

async function changedFrom({ database }: RecountsContext, recount: RecountRecord): Promise<ResultView['changed']> {
  const base = recount.baseHash === null ? undefined : await findRecount(database, recount.baseHash);
  if (base === undefined) return null;
  const { budget } = recount.changes;
  const without = recount.changes.without.filter((id) => !base.changes.without.includes(id));
  const rule = sameButTies(base.ruleSet, recount.ruleSet) ? null : recount.ruleSet.rule;
  if (budget === base.changes.budget && without.length === 0 && rule === null) return null;
  return { changes: { budget, rule, without }, from: addressOf(base.hash) };
}

/** Lots settle what a rule leaves open; they make no other rule. Nor does a project that no longer can be named. */
const sameButTies = (a: RuleSet, b: RuleSet): boolean =>
  canonicalRuleSet({ ...a, ties: [], exclusiveGroups: [] }) ===
  canonicalRuleSet({ ...b, ties: [], exclusiveGroups: [] });

/** The matter of a project's page; asks for what would have changed its fate unless that is known. */
export async function projectView(
  context: RecountsContext,
  { recount, file, report, details }: FinishedRecount,
  projectId: string,
): Promise<ProjectView | undefined> {
  if (!report.projects.some(({ id }) => id === projectId)) return undefined;
  const supporters: Supporters = JSON.parse((await readSupporters(context.database, recount.hash)) ?? '{}');
  const address = addressOf(recount.hash);
  return {
    address,
    origin: file.origin,
    report,
    project: projectId,
    compared: details.compared,
    supporters: supporters[projectId] ?? { votes: 0, withOther: 0, also: [] },
    whatIf: { action: address, rules: details.rules },
    switches: await switchesOf(context, recount.hash, projectId),
  };
}

/** What would have changed a project's fate; asked for if nobody did yet. */
async function switchesOf(context: RecountsContext, hash: string, projectId: string): Promise<ProjectView['switches']> {
  const answer = await findSwitches(context.database, hash, projectId);
  if (answer === undefined) {
    await askProjectSwitches(context, hash, projectId);
    return 'counting';
  }
  const switches: ToldSwitches | null = JSON.parse(answer);
  return switches ?? 'not_available';
}
