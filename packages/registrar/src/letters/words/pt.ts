import type { LetterWords } from '../letter-words.ts';

/** Letters in Portuguese, in words that both sides of the ocean use. */
export const portugueseLetter: LetterWords = {
  months: [
    'janeiro',
    'fevereiro',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  moment: ({ day, month, year, time }) => `${day} de ${month} de ${year}, ${time}`,
  pageTitle: 'Cartas com códigos de votação. PRIVADO',
  warning: 'PRIVADO. Quem vê um código pode votar com ele. Imprima, ponha em envelopes e destrua este documento.',
  spare: (number) => `Reserva ${number}`,
  lead: 'Este código serve para votar em:',
  when: (opens, closes, zone) => `Vota-se de ${opens} até ${closes} (hora de ${zone}).`,
  scan: 'Leia o quadrado com a câmera do seu telefone, ou abra este endereço e escreva o seu código:',
  code: 'O seu código para votar:',
  advice: [
    'Guarde-o só para si. Ninguém honesto o pedirá, nem por telefone nem por mensagem.',
    'Pode votar de novo até o encerramento: conta o seu último voto.',
    'Nenhum código tem 0, O, I nem l. Se perder esta carta, peça outra no registro: a perdida deixa de valer.',
    'Se não tem telefone ou prefere ajuda, vá com esta carta à mesa de votação da sua comunidade.',
  ],
};
