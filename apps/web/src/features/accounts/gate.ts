import { actRules } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import type { Staff, StaffAccess } from '../../http/access.ts';
import type { PageSender } from '../../http/page-sender.ts';
import type { AppContext, Gate } from '../../http/router.ts';
import type { SessionCookie } from '../../http/session-cookie.ts';
import type { AccountsContext } from './accounts-context.ts';
import { type NamedPlace, reachOf } from './usecases/find-place.ts';
import { readSession } from './usecases/sessions.ts';

/** Lets in who is signed in with both proofs and holds a role for the act where it is done. */
export function makeGate(context: AccountsContext, cookie: SessionCookie, pages: PageSender): Gate {
  return {
    async admit(c, access): Promise<Result<Staff, Response>> {
      const token = cookie.read(c);
      const session = token === undefined ? undefined : await readSession(context, token);
      if (session === undefined) return err(toSignIn(c, '/sign-in'));
      if (!session.hasSecondFactor) return err(toSignIn(c, '/sign-in/second'));
      const { account, name, email, grants } = session;
      if (access !== 'signed-in') {
        const reach = await reachOf(context, grants, access.act, placeOf(c, access));
        if (reach === 'no_such_place') return err(await pages.problem(c, { type: 'not_found' }, 404));
        if (reach === 'forbidden') {
          const { roles } = actRules[access.act];
          return err(await pages.problem(c, { type: 'forbidden', act: access.act, roles }, 403));
        }
      }
      return ok({ account, name, email });
    },
  };
}

function placeOf(c: AppContext, { on }: Exclude<StaffAccess, string>): NamedPlace {
  const named = (name: string): string => c.req.param(name) ?? '';
  switch (on) {
    case 'anywhere':
    case 'installation':
      return { on };
    case 'territory':
      return { on, territory: named('territory') };
    case 'consultation':
    case 'part':
      return { on, consultation: named('consultation') };
    case 'contest':
      return { on, consultation: named('consultation'), contest: named('contest') };
    case 'roll_part':
      return { on, consultation: named('consultation'), territory: named('territory') };
    case 'roll_import':
      return { on, consultation: named('consultation'), import: named('import') };
    case 'roll_version':
      return { on, consultation: named('consultation'), version: named('version') };
  }
}

/** After signing in people find the page that they asked for; what a form held is not kept. */
function toSignIn(c: AppContext, page: string): Response {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(c.req.method === 'GET' ? `${page}?back=${encodeURIComponent(pathname + search)}` : page, 303);
}
