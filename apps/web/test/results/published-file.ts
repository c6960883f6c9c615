import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** What was recorded of an archive that was made elsewhere. */
export interface RecordedFile {
  readonly id: string;
  /** Of its consultation, which is stored with it. */
  readonly slug: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly manifestHash: string;
  readonly indexHash: string;
}

/** Publishes an archive that stands in the folder of archives, as two people do after it was verified. */
export async function publishFile(
  pool: pg.Pool,
  { id, slug, bytes, sha256, manifestHash, indexHash }: RecordedFile,
): Promise<void> {
  const [territory, consultation] = [randomUUID(), randomUUID()];
  await pool.query(
    `insert into territories (id, level, code, name, path) values ($1, 'commune', 'C', 'Comuna', array[$1::uuid])`,
    [territory],
  );
  await pool.query(
    `insert into consultations
       (id, slug, territory_id, title, languages, zone, opens_at, closes_at, currency, decimals, status, created_at)
     values ($1, $2, $3, '{"es":"Muy grande"}', '{es}', 'America/Caracas', to_timestamp(1795000000),
       to_timestamp(1795200000), 'VES', 2, 'provisional', now())`,
    [consultation, slug, territory],
  );
  await pool.query(
    `insert into result_archives (id, consultation_id, stage, status, asked_at, rows_hash, bytes, sha256, manifest_hash,
       index_hash)
     values ($1, $2, 'provisional', 'published', now(), repeat('0', 64), $3, $4, $5, $6)`,
    [id, consultation, bytes, sha256, manifestHash, indexHash],
  );
}
