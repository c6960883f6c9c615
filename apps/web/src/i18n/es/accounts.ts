import type { Act, Role } from '@convite/domain';
import type { Format } from '../format.ts';

/** What staff may be: each says what the person answers for. */
const roles: Readonly<Record<Role, string>> = {
  administrator: 'Administración',
  organiser: 'Organización',
  guarantor: 'Garantía',
  reviewer: 'Revisión',
  registrar: 'Registro electoral',
  trustee: 'Custodia de una llave',
  observer: 'Observación',
};

/** What staff do, as a thing to be done. */
const acts: Readonly<Record<Act, string>> = {
  'staff.read': 'Ver al personal',
  'account.invite': 'Invitar a una persona',
  'account.disable': 'Cerrar una cuenta',
  'account.recover': 'Devolver el acceso a una cuenta',
  'role.grant': 'Dar un papel',
  'role.end': 'Quitar un papel',
  'trail.read': 'Ver el registro de actos',
  'territory.import': 'Cargar territorios',
  'control.read': 'Ver la sala de control',
  'consultation.write': 'Escribir una consulta',
  'contest.write': 'Escribir las papeletas',
  'option.review': 'Revisar opciones',
  'rule.write': 'Escribir la regla',
  'rule.freeze': 'Congelar la regla',
  'roll.read': 'Ver el padrón',
  'roll.import': 'Cargar el padrón',
  'roll.freeze': 'Congelar el padrón',
  'roll.add': 'Agregar a una persona al padrón',
  'credential.upload': 'Cargar las claves públicas de votación',
  'credential.replace': 'Reponer una carta perdida',
  'key.bring': 'Traer una parte de la llave',
  'vote.open': 'Abrir la votación',
  'vote.close': 'Cerrar la votación',
  'vote.extend': 'Prolongar la votación',
  'option.withdraw': 'Retirar una opción',
  'contest.annul': 'Anular una papeleta',
  'tally.decrypt': 'Descifrar los totales',
  'lot.draw': 'Sortear un empate',
  'result.publish': 'Publicar el resultado',
  'result.certify': 'Certificar el resultado',
};

/** Staff: who may do what, signing in, what two people agree on, the trail. Source texts. */
export const accounts = (_f: Format) => ({
  roles,
  acts,
  forbiddenTitle: 'Su cuenta no puede hacer esto',
  forbidden: (act: string, allowed: string) =>
    `Para “${act}” en este lugar hace falta uno de estos papeles: ${allowed}.`,
  forbiddenAsk: 'Si le corresponde, pida el papel a dos personas de administración.',
  goTasks: 'Ir a mis tareas',
});
export type AccountsMessages = ReturnType<typeof accounts>;
