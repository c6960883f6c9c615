import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Handler } from 'hono';
import type { Locale } from '../i18n/locale.ts';

/** Who may call a route. */
export type Access = 'public';

/** What every request carries once it has passed the gate of the site. */
export interface AppEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: {
    readonly locale: Locale;
    /** Tells the keyed hash of the address that asks; the same for a day. */
    readonly visitor: () => string;
    /** The secret of this browser by which it may take back what it brought; undefined until it brings something. */
    readonly browserKey: string | undefined;
  };
}

export type AppContext = Context<AppEnv>;

interface DeclaredRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly access: Access;
}

/** The one place where a route comes to be; none can without saying who may call it. */
export interface Router {
  readonly app: OpenAPIHono<AppEnv>;
  readonly declared: readonly DeclaredRoute[];
  route(declaration: DeclaredRoute, handler: Handler<AppEnv>): void;
  /** Notes a route that the API's own declaration adds. */
  note(declaration: DeclaredRoute): void;
}

export function makeRouter(app: OpenAPIHono<AppEnv>): Router {
  const declared: DeclaredRoute[] = [];
  return {
    app,
    declared,
    route(declaration, handler) {
      declared.push(declaration);
      app.on(declaration.method, declaration.path, handler);
    },
    note: (declaration) => void declared.push(declaration),
  };
}
