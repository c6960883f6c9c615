import type { Level } from '@convite/domain';
import type { ColumnType } from 'kysely';

type Written<T> = ColumnType<T, T, T>;
/** Text as it was written; the database only checks that it is JSON. */
type JsonText = ColumnType<unknown, string, string>;

export interface TerritoriesTable {
  readonly id: string;
  readonly parent_id: Written<string | null>;
  readonly level: Written<Level>;
  readonly code: string;
  readonly name: Written<string>;
  readonly population: Written<number | null>;
  readonly path: Written<readonly string[]>;
  readonly outline: ColumnType<unknown, string | null, string | null>;
}

export interface TerritoryImportsTable {
  readonly id: string;
  readonly brought_by: string;
  readonly brought_at: Date;
  readonly source_name: string;
  readonly source_hash: string;
  readonly ignored: readonly string[];
  readonly drafts: JsonText;
}

/** The tree, and files that wait to be applied to it. */
export interface TerritoriesTables {
  readonly territories: TerritoriesTable;
  readonly territory_imports: TerritoryImportsTable;
}
