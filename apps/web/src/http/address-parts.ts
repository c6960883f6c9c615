import { isUuid } from '@convite/kernel';
import type { AppContext } from './router.ts';

/** The id of a row that the path names, undefined where it can be none. */
export function idIn(c: AppContext, parameter: string): string | undefined {
  const id = c.req.param(parameter) ?? '';
  return isUuid(id) ? id : undefined;
}

/** The number of a page that the query asks for: 1 where it is none. */
export function pageIn(c: AppContext, name: string): number {
  const text = c.req.query(name) ?? '';
  return /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : 1;
}
