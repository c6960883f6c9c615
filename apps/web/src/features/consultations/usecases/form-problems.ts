import { err, ok, type Result } from '@convite/kernel';
import type { Wrong, WrongCode } from '../pages/views.ts';

/** What was typed into a form, by the name of the control; of several choices, joined by a space. */
export type Typed = ReadonlyMap<string, string>;
export type FormResult<T> = Result<T, readonly Wrong[]>;

/** What stands in a control, without spaces at its ends; empty where it was not sent. */
export const text = (typed: Typed, name: string): string => (typed.get(name) ?? '').trim();

/** Notes what is wrong, and goes on: people are told of everything at once. */
export class Problems {
  readonly all: Wrong[] = [];
  add(field: string, code: WrongCode): undefined {
    this.all.push({ field, code });
    return undefined;
  }
  readonly result = <T>(make: () => T): FormResult<T> => (this.all.length > 0 ? err(this.all) : ok(make()));
}

/** A whole number that has to be there. */
export function wholeIn(typed: Typed, field: string, problems: Problems): number {
  const written = text(typed, field);
  if (/^\d{1,9}$/u.test(written)) return Number(written);
  problems.add(field, 'whole_number');
  return 1;
}
