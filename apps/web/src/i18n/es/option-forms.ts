import type { Format } from '../format.ts';

/** One option of a paper, typed into a form. Source texts. */
export const optionForms = (f: Format) => ({
  add: 'Agregar una opción',
  correct: 'Corregir',
  correctThis: (number: number) => `Corregir la opción ${f.count(number)}`,
  newTitle: 'Opción nueva',
  title: (number: number) => `Opción ${f.count(number)}`,
  lead: 'Si cambia algo, hay que aprobarla otra vez.',
  rail: 'Se puede cambiar hasta que la regla se congele.',
  numberHint: 'El que se escribe al votar: de 1 a 999. Cada opción tiene el suyo.',
  name: 'Título',
  nameHint: 'Corto: es lo que se lee en la papeleta.',
  nameIn: (language: string) => `Título en ${language}`,
  summaryIn: (language: string) => `Resumen en ${language}`,
  furtherHint: 'Vacío: se lee en el primer idioma de la consulta.',
  summary: 'Resumen',
  summaryHint: 'Qué se hace y para quién, en dos o tres frases. Se puede dejar vacío.',
  costHint: 'En cifras, sin separar los miles. Vacío si no se reparte dinero.',
  placeHint: 'El barrio o el sitio. Escríbalo siempre igual.',
  theme: 'Tema',
  themeHint: 'Por ejemplo: agua. Escríbalo siempre igual.',
  removeTitle: 'Quitarla',
  removeRail: 'Sale de la papeleta. Su número queda libre para otra.',
  removeThis: (number: number) => `Quitar la opción ${f.count(number)}`,
  wrong: {
    strange_sign: (sign: string) => `Hay un signo que no se ve: ${sign}. Bórrelo, o escriba el texto de nuevo.`,
    lost_sign: 'Se perdió una letra. Escriba el texto de nuevo.',
    too_long: (most: number) => `Es demasiado largo. Escriba hasta ${f.count(most)} signos.`,
    no_title: 'Escriba un título.',
    repeated_title: (other: number) =>
      `La opción ${f.count(other)} ya tiene ese título, o uno que se ve igual. Escriba otro.`,
    repeated_number: (number: number) => `Ya hay una opción con el número ${f.count(number)}. Escriba otro.`,
    too_many_options: (most: number) => `Con esta regla caben ${f.count(most)} opciones. Quite una primero.`,
  },
});
export type OptionFormsMessages = ReturnType<typeof optionForms>;
