import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** What is corrected while a consultation is a draft. Source texts. */
export const drafts = (f: Format) => ({
  pageTitle: 'Título y calendario',
  titleTitle: 'Título e idiomas',
  titleRail: 'Se puede corregir hasta que la regla se congele. Sobres y modelos tienen su nombre en cada idioma.',
  has_hours: 'Las mesas con ayuda dicen su horario en cada idioma. Quite primero las mesas para quitar un idioma.',
  has_options:
    'Las opciones ya están escritas en esos idiomas. Quite primero esos textos para quitar el idioma o cambiar el primero.',
  unitTitle: 'Moneda',
  has_amounts: 'Ya hay montos escritos con esta moneda y estos decimales. Para cambiarlos, quite primero los montos.',
  countedIn: (currency: string, decimals: number) =>
    decimals === 0
      ? `Se cuenta en ${currency}, sin decimales.`
      : plural(decimals, {
          one: `Se cuenta en ${currency}, con un decimal.`,
          many: `Se cuenta en ${currency}, con ${f.count(decimals)} de decimales.`,
          other: `Se cuenta en ${currency}, con ${f.count(decimals)} decimales.`,
        }),
  toEnvelopes: 'Ver los sobres',
  toOptions: 'Ver las opciones',
  other_decimals: 'Los decimales de la moneda cambiaron entretanto. Mire los montos y envíelos otra vez.',
  renameEnvelope: 'Cambiar un nombre',
  newName: 'Nombre nuevo',
  remove: 'Quitar',
  removeThis: (name: string) => `Quitar ${name}`,
  has_parts: 'Ese sobre tiene partes, o una papeleta gasta de él. Quítelas primero.',
  renameTemplate: 'Cambiar su nombre',
  has_contests: 'De ese modelo ya hay papeletas. Quítelas primero en la sala de control.',
});
export type DraftsMessages = ReturnType<typeof drafts>;
