import { resolve } from 'node:path';
import { err, ok, type Result } from '@convite/kernel';
import { z } from 'zod';

/** How the server is to run: the environment, read once. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Folder of the data when the database is our own. */
  readonly dataFolder: string;
  /** Another PostgreSQL to be used instead of our own. */
  readonly databaseUrl: string | undefined;
  /** Scheme, host and port under which people reach the site, when it is behind a proxy. */
  readonly publicOrigin: string | undefined;
  /** An origin of its own for the voting page, on the same server: nothing else is served there. */
  readonly ballotOrigin?: string | undefined;
  /** Whether `X-Forwarded-For` is written by a proxy of ours, so that it tells who asks. */
  readonly trustProxy: boolean;
  /** Pages that are kept once made, in bytes; 0 keeps none. */
  readonly pageStoreBytes: number;
  /** What votes that people bring may take together, as they are stored, in bytes; 0 takes none in. */
  readonly uploadStoreBytes: number;
  /** Where letters by e-mail are handed in; without it none is sent. */
  readonly smtpUrl?: string | undefined;
  /** The address that they come from. */
  readonly mailFrom?: string | undefined;
  /** A list of stolen passwords that nobody may choose. */
  readonly breachedPasswords?: string | undefined;
  /** Whether the installation is a demo, where that is not settled yet. Absent: it is none. */
  readonly demo?: 'wanted' | 'refused' | 'if_new' | undefined;
  /** The code of a restored backup, by which its boards go on. */
  readonly restored?: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** Variables that cannot be used as they are, each with the reason. */
export interface SettingsRefusal {
  readonly type: 'settings';
  readonly problems: readonly string[];
}

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  CONVITE_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/u }).optional(),
  BALLOT_ORIGIN: z.url({ protocol: /^https?$/u }).optional(),
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  PAGE_STORE_MB: z.coerce.number().int().min(0).max(4096).default(64),
  UPLOAD_STORE_MB: z.coerce.number().int().min(0).max(1_000_000).default(2048),
  SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
  MAIL_FROM: z.email().optional(),
  BREACHED_PASSWORDS: z.string().min(1).optional(),
  DEMO: z.enum(['0', '1']).optional(),
  CONVITE_RESTORED: z
    .string()
    .regex(/^[0-9a-f]{8}$/u)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

/** Reads the settings. An empty variable counts as absent. A refusal names each variable that cannot be used. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Result<Settings, readonly string[]> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    return err(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const { data } = parsed;
  if (data.BALLOT_ORIGIN !== undefined && data.PUBLIC_ORIGIN === undefined) {
    return err(['BALLOT_ORIGIN: PUBLIC_ORIGIN is needed too, so that voters find the way back.']);
  }
  const demo = demoWish(data);
  if (!demo.ok) return demo;
  return ok({
    demo: demo.value,
    port: data.PORT,
    host: data.HOST,
    dataFolder: resolve(folder, data.CONVITE_DATA),
    databaseUrl: data.DATABASE_URL,
    publicOrigin: data.PUBLIC_ORIGIN === undefined ? undefined : new URL(data.PUBLIC_ORIGIN).origin,
    ballotOrigin: data.BALLOT_ORIGIN === undefined ? undefined : new URL(data.BALLOT_ORIGIN).origin,
    trustProxy: data.TRUST_PROXY === '1',
    pageStoreBytes: data.PAGE_STORE_MB * 1024 * 1024,
    uploadStoreBytes: data.UPLOAD_STORE_MB * 1024 * 1024,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    breachedPasswords: data.BREACHED_PASSWORDS === undefined ? undefined : resolve(folder, data.BREACHED_PASSWORDS),
    restored: data.CONVITE_RESTORED,
    logLevel: data.LOG_LEVEL,
  });
}

/** Addresses that only programs of this machine reach. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/u;

/**
 * A demo lets everybody take every part, so it is for one's own machine: made by itself where nothing says that the site is
 * meant for others, and nowhere under a public address.
 */
function demoWish({
  DEMO,
  HOST,
  DATABASE_URL,
  PUBLIC_ORIGIN,
  BALLOT_ORIGIN,
}: z.infer<typeof schema>): Result<NonNullable<Settings['demo']>, readonly string[]> {
  const isPublic = [PUBLIC_ORIGIN, BALLOT_ORIGIN].some(
    (origin) => origin !== undefined && !loopback.test(new URL(origin).hostname),
  );
  if (DEMO === '1' && isPublic) {
    return err(['DEMO: a demo is never opened to the world; take PUBLIC_ORIGIN and BALLOT_ORIGIN away, or DEMO=1.']);
  }
  if (DEMO !== undefined) return ok(DEMO === '1' ? 'wanted' : 'refused');
  return ok(isPublic || DATABASE_URL !== undefined || !loopback.test(HOST) ? 'refused' : 'if_new');
}
