import type { ColumnType, Generated } from 'kysely';

export interface InstallationTable {
  readonly singleton: Generated<boolean>;
  readonly is_demo: boolean;
  readonly begun_at: Date;
  readonly board_key: ColumnType<string | null, never, string>;
}

export interface DemoStepsTable {
  readonly name: string;
  readonly done_at: Date;
}

export interface DemoTables {
  readonly installation: InstallationTable;
  readonly demo_steps: DemoStepsTable;
}
