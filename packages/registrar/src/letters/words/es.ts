import type { LetterWords } from '../letter-words.ts';

/** Letters in Spanish, the source. */
export const spanishLetter: LetterWords = {
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  moment: ({ day, month, year, time }) => `${day} de ${month} de ${year}, ${time}`,
  pageTitle: 'Cartas con códigos de votación. PRIVADO',
  warning: 'PRIVADO. Quien ve un código puede votar con él. Imprima, ponga en sobres y destruya este archivo.',
  spare: (number) => `Reserva ${number}`,
  lead: 'Con este código usted vota en:',
  when: (opens, closes, zone) => `Se vota desde ${opens} hasta ${closes} (hora de ${zone}).`,
  scan: 'Lea el cuadro con la cámara de su teléfono, o abra esta dirección y escriba su código:',
  code: 'Su código para votar:',
  advice: [
    'Guárdelo para usted. Nadie honrado se lo pedirá, ni por teléfono ni por mensaje.',
    'Puede votar otra vez hasta el cierre: cuenta su última boleta.',
    'Ningún código lleva 0, O, I ni l. Si pierde esta carta, pida otra en el registro: la perdida deja de servir.',
    'Si no tiene teléfono o prefiere ayuda, vaya con esta carta a la mesa de votación de su comunidad.',
  ],
};
