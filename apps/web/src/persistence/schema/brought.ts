export interface BroughtPiecesTable {
  readonly file_id: string;
  readonly number: number;
  readonly bytes: Buffer;
}

export interface ProblemListsTable {
  readonly id: string;
  readonly kind: 'roll' | 'options' | 'territories';
  readonly consultation_id: string | null;
  readonly made_at: Date;
}

/** Files that people brought, until a job has read them; and what was wrong with those that were refused. */
export interface BroughtTables {
  readonly brought_pieces: BroughtPiecesTable;
  readonly problem_lists: ProblemListsTable;
}
