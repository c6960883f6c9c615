import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Handler } from 'hono';
import type { Locale } from '../i18n/locale.ts';
import type { Result } from '@convite/kernel';
import { allowLongBody } from './slow-bodies.ts';
import { smallBody } from './small-body.ts';
import { type Access, requireParameters, type Staff, type StaffAccess } from './access.ts';

/** What every request carries once it has passed the gate of the site. */
export interface AppEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: {
    readonly locale: Locale;
    /** Tells the keyed hash of the address that asks; the same for a day. */
    readonly visitor: () => string;
    /** The secret of this browser by which it may take back what it brought; undefined until it brings something. */
    readonly browserKey: string | undefined;
    /** Who of the staff asks. The gate sets it: routes that are public have none. */
    readonly staff: Staff;
  };
}

export type AppContext = Context<AppEnv>;

/** Decides about every route that is not public, before its handler runs. */
export interface Gate {
  /** Who asks, or the answer that sends them away. */
  admit(c: AppContext, access: StaffAccess): Promise<Result<Staff, Response>>;
}

interface DeclaredRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  /** It reads files, or bodies of a form of its own, and bounds them itself; all others take a small form at the most. */
  readonly boundsBody?: true;
}

/** The one place where a route comes to be; none can without saying who may call it. */
export interface Router {
  readonly app: OpenAPIHono<AppEnv>;
  readonly declared: readonly DeclaredRoute[];
  /** Adds a route; unless it is public, the gate decides before the handler runs. */
  route(declaration: DeclaredRoute, handler: Handler<AppEnv>): void;
  /** Notes a route that the API's own declaration adds behind it. */
  note(declaration: DeclaredRoute): void;
}

export function makeRouter(app: OpenAPIHono<AppEnv>, gate: Gate): Router {
  const declared: DeclaredRoute[] = [];
  const note = (declaration: DeclaredRoute): void => {
    const { method, path, boundsBody } = declaration;
    declared.push(declaration);
    if (method !== 'GET' && boundsBody !== true) app.on(method, path, smallBody);
  };
  return {
    app,
    declared,
    route(declaration, handler) {
      const { method, path, access, boundsBody } = declaration;
      requireParameters(path, access);
      note(declaration);
      app.on(method, path, async (c, next) => {
        if (access === 'public') return await handler(c, next);
        const admitted = await gate.admit(c, access);
        if (!admitted.ok) return admitted.error;
        c.set('staff', admitted.value);
        if (boundsBody === true) allowLongBody(c.env.incoming);
        const answer: unknown = await handler(c, next);
        // What staff see stays in no store on the way, nor behind the browser's button back after signing out.
        if (answer instanceof Response) answer.headers.set('Cache-Control', 'no-store');
        return answer;
      });
    },
    note,
  };
}
