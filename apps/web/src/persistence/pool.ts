import pg from 'pg';

/** Sizes and counters are far below 2^53, so `int8` may be a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
};

/** A database by the folder of its socket. All is said: what is left out is taken from the PG… variables of the caller. */
export interface SocketConnection {
  readonly host: string;
  readonly port: number;
  readonly ssl: false;
  readonly user: string;
  readonly database: string;
}

/** Where the database is. */
export type Connection = { readonly connectionString: string } | SocketConnection;

/** Makes the pool that everything shares. A lost idle connection is logged; the pool makes another when asked. */
export function makePool(connection: Connection, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...connection, max: 20, application_name: 'convite', types });
  pool.on('error', onError);
  pool.on('connect', (client) => void client.on('error', onError));
  return pool;
}
