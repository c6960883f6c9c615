import type { Role } from '@convite/domain';

/** Somebody of the staff of the demo. Nobody of them exists; they are named for what they do. */
export interface PlannedStaff {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const person = (role: Role, name: string): PlannedStaff => ({
  ...{ role, name },
  email: `${name.toLowerCase().replaceAll(' ', '-')}@la-enramada.example`,
});

/** The first two, whom an installation begins with. */
export const administrators = [
  person('administrator', 'Administradora 1'),
  person('administrator', 'Administrador 2'),
] as const;

/** Whom they invite, each with one role in the whole city. */
export const staff: readonly PlannedStaff[] = [
  person('organiser', 'Organizadora'),
  person('reviewer', 'Revisor'),
  person('guarantor', 'Garante 1'),
  person('guarantor', 'Garante 2'),
  person('registrar', 'Registradora 1'),
  person('registrar', 'Registrador 2'),
  person('trustee', 'Custodio 1'),
  person('trustee', 'Custodio 2'),
  person('trustee', 'Custodio 3'),
  person('observer', 'Observadora'),
];
