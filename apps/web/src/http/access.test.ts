import { expect, test } from 'vitest';
import { type Place, requireParameters } from './access.ts';

const on = (place: Place) => ({ act: 'control.read', on: place }) as const;

test('a route names in its path exactly what the gate decides on', () => {
  const right = [
    ['/org/people', on('installation')],
    ['/org/people/:account', on('anywhere')],
    ['/org/territories/:territory/x', on('territory')],
    ['/org/c/:consultation', on('consultation')],
    ['/org/c/:consultation/contests.csv', on('part')],
    ['/org/c/:consultation/contests/:contest', on('contest')],
    ['/org/c/:consultation/roll/parts/:territory', on('roll_part')],
    ['/org/c/:consultation/roll/imports/:import/apply', on('roll_import')],
    ['/org/c/:consultation/roll/versions/:version', on('roll_version')],
    ['/org/acts/:proposal', 'signed-in'],
    ['/c/:consultation/contests/:contest', 'public'],
  ] as const;
  for (const [path, access] of right) expect(() => requireParameters(path, access)).not.toThrow();
  const wrong = [
    ['/org/territories/:id', on('territory')],
    ['/org/territories/:territory', on('installation')],
    ['/org/territories/:territory', 'signed-in'],
    ['/org/territories/:territory', on('anywhere')],
    ['/org/c/:consultation', on('territory')],
    ['/org/c/:consultation/contests/:contest', on('consultation')],
    ['/org/contests/:contest', on('contest')],
    ['/org/c/:consultation/:territory', on('consultation')],
    ['/org/c/:consultation/roll/imports/:id', on('roll_import')],
    ['/org/c/:consultation/roll/imports/:import', on('part')],
    ['/org/c/:consultation/roll/versions/:version', on('consultation')],
    ['/org/c/:consultation/roll/parts/:territory', on('consultation')],
    ['/org/c/:consultation/roll/parts/:part', on('part')],
    ['/org', on('territory')],
    ['/org/c/:slug', on('part')],
    ['/org/c/:slug', on('anywhere')],
  ] as const;
  for (const [path, access] of wrong) expect(() => requireParameters(path, access)).toThrow(/the gate decides on/u);
});
