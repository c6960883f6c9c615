import type { LetterWords } from '../letter-words.ts';

/** Letters in Catalan. */
export const catalanLetter: LetterWords = {
  months: [
    'de gener',
    'de febrer',
    'de març',
    'd’abril',
    'de maig',
    'de juny',
    'de juliol',
    'd’agost',
    'de setembre',
    'd’octubre',
    'de novembre',
    'de desembre',
  ],
  moment: ({ day, month, year, time }) => `${day} ${month} de ${year}, ${time}`,
  pageTitle: 'Cartes amb codis de votació. PRIVAT',
  warning: 'PRIVAT. Qui veu un codi pot votar amb ell. Imprimiu-les, poseu-les en sobres i destruïu aquest fitxer.',
  spare: (number) => `Reserva ${number}`,
  lead: 'Amb aquest codi voteu a:',
  when: (opens, closes, zone) => `Es vota des del ${opens} fins al ${closes} (hora de ${zone}).`,
  scan: 'Llegiu el quadre amb la càmera del telèfon, o obriu aquesta adreça i escriviu el vostre codi:',
  code: 'El vostre codi per votar:',
  advice: [
    'Guardeu-lo per a vós. Ningú honrat us el demanarà, ni per telèfon ni per missatge.',
    'Podeu tornar a votar fins al tancament: compta la vostra última papereta.',
    'Cap codi no porta 0, O, I ni l. Si perdeu aquesta carta, demaneu-ne una altra al registre: la perduda deixa de servir.',
    'Si no teniu telèfon o preferiu ajuda, aneu amb aquesta carta a la mesa de votació de la vostra comunitat.',
  ],
};
