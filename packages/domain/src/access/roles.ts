/**
 * The roles that an account may hold in a territory and everything below it.
 *
 * Source: the table of roles of the organisation of a consultation; docs/operations.md says who should hold which.
 */
export const roles = [
  'administrator',
  'organiser',
  'guarantor',
  'reviewer',
  'registrar',
  'trustee',
  'observer',
] as const;
export type Role = (typeof roles)[number];

/**
 * Roles that one person may not hold together where the territories of both overlap: who keeps a share of the key
 * neither organises nor makes voting codes; who makes codes neither organises nor guarantees; who organises judges nothing.
 */
export const apart: readonly (readonly [Role, Role])[] = [
  ['trustee', 'organiser'],
  ['trustee', 'registrar'],
  ['trustee', 'administrator'],
  ['registrar', 'organiser'],
  ['registrar', 'guarantor'],
  ['organiser', 'guarantor'],
  ['organiser', 'reviewer'],
  ['observer', 'administrator'],
  ['observer', 'organiser'],
  ['observer', 'guarantor'],
  ['observer', 'registrar'],
  ['observer', 'reviewer'],
];
