import type { RuleSet } from '@convite/counting';
import { err, ok, type Result } from '@convite/kernel';
import {
  addressOf,
  bringFile,
  finishedRecount,
  type RecountsContext,
  recountStanding,
  recountUnder,
} from '../../recounts/index.ts';
import type { PreviewLine, PreviewView } from '../pages/views.ts';

/** Where past votes are counted. */
export type PastVotes = RecountsContext;

/** A past vote to try a rule on: a file that was just brought, or the page of a recount. */
export type PastVote =
  | { readonly type: 'file'; readonly path: string; readonly name: string }
  | { readonly type: 'recount'; readonly text: string };

export type PreviewRefusal = 'vote_file' | 'vote_unreadable' | 'recount' | 'too_many' | 'uploads_full';

/** The recount under the rule that is tried, and the one that stands beside it, if any. */
export interface Preview {
  readonly recount: string;
  readonly beside: string | null;
}

/**
 * Asks for a past vote to be counted under a rule, by the same processes that count every vote. Options that the rule names by
 * their numbers are other projects there: of these it says nothing.
 */
export async function previewRule(
  recounts: PastVotes,
  vote: PastVote,
  written: RuleSet,
  visitor: string,
): Promise<Result<Preview, PreviewRefusal>> {
  const rule: RuleSet = { ...written, exclusiveGroups: [] };
  if (vote.type === 'recount') {
    const hash = /[0-9a-f]{64}/u.exec(vote.text)?.[0];
    if (hash === undefined) return err('recount');
    const asked = await recountUnder(recounts, hash, rule, visitor);
    if (!asked.ok) return err(asked.error.type === 'no_recount' ? 'recount' : 'too_many');
    return ok({ recount: asked.value, beside: asked.value === hash ? null : hash });
  }
  const brought = await bringFile(
    recounts,
    { content: { path: vote.path }, name: vote.name, origin: 'upload', rule },
    { visitor, removalHash: () => undefined },
  );
  if (brought.ok) return ok({ recount: brought.value.recountHash, beside: null });
  const { type } = brought.error;
  return err(type === 'too_many_requests' ? 'too_many' : type === 'uploads_full' ? type : 'vote_unreadable');
}

/** Who wins under the rule that is tried, beside who wins in another count of the same votes. */
export async function previewView(
  recounts: PastVotes,
  { recount, beside }: Preview,
): Promise<Pick<PreviewView, 'vote' | 'href' | 'outcome'> | undefined> {
  const state = await recountStanding(recounts, recount);
  if (state === undefined) return undefined;
  const shown = { vote: state.file.facts.title, href: addressOf(recount) };
  if (state.type === 'waiting') return { ...shown, outcome: { type: 'waiting' } };
  const finished = await finishedRecount(recounts, recount, state);
  if (finished === undefined) return { ...shown, outcome: { type: 'refused' } };
  const { report, details } = finished;
  const other = beside === null ? details.compared : ((await finishedRecount(recounts, beside))?.report ?? null);
  const fateIn = fates(report);
  const otherFate = other === null ? undefined : fates(other);
  return {
    ...shown,
    outcome: {
      type: 'counted',
      beside: other?.rule.rule ?? null,
      unit: report.currency,
      projects: report.projects.map(({ id, name, cost, votes }) => ({
        ...{ id, cost, votes, name: name ?? id, here: fateIn(id) },
        beside: otherFate?.(id) ?? null,
      })),
    },
  };
}

/** Where lots decide who wins, nobody is said to win who might not. */
function fates({
  status,
  winners,
}: {
  readonly status: 'complete' | 'lots_required';
  readonly winners: readonly string[];
}): (id: string) => PreviewLine['here'] {
  const won = new Set(winners);
  return (id) => (won.has(id) ? 'wins' : status === 'lots_required' ? 'lots' : 'loses');
}
