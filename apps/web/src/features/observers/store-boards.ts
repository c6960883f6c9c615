import type { ContestState } from '@convite/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../persistence/database.ts';

const languageMap = z.record(z.string(), z.string());

/** A board as the database has it. */
export interface ObservedBoard {
  readonly contest: string;
  readonly code: string;
  readonly place: string;
  readonly above: string | null;
  readonly paper: Readonly<Record<string, string>>;
  readonly status: ContestState;
  readonly uuid: string;
  readonly fingerprint: string;
  /** Events, and the hash of the last. */
  readonly size: number;
  readonly head: string;
  readonly ballots: number;
}

/** The boards of the contests of a consultation that were opened, by the codes of their territories. */
export async function observedBoards(db: Database, consultation: string): Promise<readonly ObservedBoard[]> {
  const { rows } = await sql<Omit<ObservedBoard, 'paper'> & { readonly paper: unknown }>`
    select k.id as contest, t.code, t.name as place, a.name as above, p.name as paper, k.status, e.uuid, e.fingerprint,
      e.height + 1 as size, e.head, e.ballots
    from contests k join elections e on e.contest_id = k.id join contest_templates p on p.id = k.template_id
      join territories t on t.id = k.territory_id left join territories a on a.id = t.parent_id
    where k.consultation_id = ${consultation} and k.status not in ('draft', 'ready', 'frozen')
    order by t.code collate "C", k.id`.execute(db);
  return rows.map(({ paper, ...row }) => ({ ...row, paper: languageMap.parse(paper) }));
}
