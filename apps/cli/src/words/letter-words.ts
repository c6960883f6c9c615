import type { Language } from '../arguments/choices.ts';

/** What stands on letters and slips. Times come written. */
export interface LetterWords {
  readonly pageTitle: string;
  readonly warning: string;
  readonly spare: (number: string) => string;
  readonly lead: string;
  readonly when: (opens: string, closes: string, zone: string) => string;
  readonly scan: string;
  readonly code: string;
  /** The first stands on slips too. */
  readonly advice: readonly string[];
}

/** The words of letters, in each language that they are printed in. */
export const letterWords: Readonly<Record<Language, LetterWords>> = {
  es: {
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
  },
  en: {
    pageTitle: 'Letters with voting codes. PRIVATE',
    warning: 'PRIVATE. Whoever sees a code can vote with it. Print, put in envelopes, and destroy this file.',
    spare: (number) => `Spare ${number}`,
    lead: 'With this code you vote in:',
    when: (opens, closes, zone) => `Voting is from ${opens} until ${closes} (time of ${zone}).`,
    scan: 'Read the square with the camera of your phone, or open this address and type your code:',
    code: 'Your code to vote:',
    advice: [
      'Keep it to yourself. Nobody who is honest will ask you for it, neither by telephone nor by message.',
      'You may vote again until the vote closes: your last ballot counts.',
      'No code has 0, O, I or l in it. If you lose this letter, ask the registrar for another: the lost one is void then.',
      'If you have no phone, or would rather be helped, take this letter to the voting table of your community.',
    ],
  },
};
