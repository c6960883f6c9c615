import { readFileSync } from 'node:fs';

/** Loaded into a server before its program: its clock is ahead of the machine's by so many milliseconds as a file says. */

const file = process.env['CLOCK_AHEAD'];
if (file === undefined) throw new Error('CLOCK_AHEAD names the file');
const Machine = Date;
const now = (): number => Machine.now() + Number(readFileSync(file, 'utf8'));

globalThis.Date = new Proxy(Machine, {
  construct: (target, given, as) => new Object(Reflect.construct(target, given.length === 0 ? [now()] : given, as)),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
