export interface BroughtPiecesTable {
  readonly file_id: string;
  readonly number: number;
  readonly bytes: Buffer;
}

/** Files that people brought, until a job has read them. */
export interface BroughtTables {
  readonly brought_pieces: BroughtPiecesTable;
}
