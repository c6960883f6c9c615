import { join } from 'node:path';
import { shellWord } from '../output/shell-word.ts';
import { figuresOf } from './figures.ts';
import type { RegistrarWords } from './task-words.ts';

const { count: n } = figuresOf('es');

const people = (voters: number, spares: number): string =>
  `${voters === 1 ? '1 persona' : `${n(voters)} personas`}${spares === 0 ? '' : ` y ${n(spares)} de reserva`}`;

/** What `convite registrar` says, in Spanish. */
export const spanishRegistrar: RegistrarWords = {
  made: ({ out, summary, files }) => [
    { type: 'answer', text: `Hechos: códigos para ${people(summary.voters, summary.spares)}.` },
    '',
    'Para publicar:',
    `  ${join(out, files.published)}`,
    `  ${join(out, files.summary)}`,
    `  ${n(summary.voters + summary.spares)} credenciales, pesos juntos ${summary.total_weight}`,
    '  SHA-256 de la lista:',
    `  ${summary.sha256}`,
    '',
    'PRIVADO, para nadie más que usted:',
    `  ${join(out, files.slips)}   imprimir, cortar, sobres`,
    `  ${join(out, files.list)}   de quién es cada código`,
    '',
    'Qué hay que destruir, y cuándo:',
    '  el archivo de papeletas    en cuanto estén impresas',
    '  las papeletas de reserva   cuando termine la votación',
    '  la lista                   cuando termine la votación y pase el plazo de reclamos',
    'Quien tenga la lista puede votar por quienes no votan. No la mande, ni guarde copia en un disco compartido.',
    '',
    'Para comprobarla cuando quiera:',
    `  npm run -s convite -- registrar check ${shellWord(out)}`,
  ],
  checked: ({ folder, summary, inArchive }) => [
    { type: 'answer', text: 'Las listas coinciden: la privada da exactamente la pública.' },
    `${people(summary.voters, summary.spares)}; elección ${summary.uuid} (${summary.group}).`,
    '  SHA-256 de la lista:',
    `  ${summary.sha256}`,
    ...(inArchive === undefined ? [] : [`El archivo ${inArchive} publica la misma lista que ${folder}.`]),
  ],
  consultationMade: ({ out, made, pages, files }) => [
    {
      type: 'answer',
      text: `Hechos: códigos para ${people(made.people, made.spares)}, en ${n(made.contests)} papeletas.`,
    },
    ...(made.without === 0 ? [] : [`${n(made.without)} del padrón no tienen papeleta, y por eso tampoco carta.`]),
    '',
    'Para subir al sitio:',
    `  ${join(out, files.upload)}   ${n(made.credentials)} credenciales públicas`,
    'Para publicar:',
    `  ${join(out, files.summary)}`,
    '  SHA-256 de lo que se sube:',
    `  ${made.sha256}`,
    '',
    'PRIVADO, para nadie más que usted:',
    `  ${join(out, 'PRIVATE-letters-*.html')}, ${join(out, 'PRIVATE-slips-*.html')}   ${n(pages)} de cada clase que pidió`,
    `  ${join(out, files.list)}   de quién es cada código`,
    '',
    'Qué hay que destruir, y cuándo:',
    '  cartas y papeletas (archivos)   en cuanto estén impresas',
    '  la lista                        cuando termine la votación y pase el plazo de reclamos',
    'Quien tenga la lista puede votar por quienes no votan. No la mande, ni guarde copia en un disco compartido.',
  ],
  codesChecked: ({ checked, isOrderSame, archive }) => [
    { type: 'answer', text: 'Coinciden: la lista privada da exactamente lo que es para el sitio.' },
    `${people(checked.people, checked.spares)}, ${n(checked.credentials)} credenciales públicas en ${n(checked.contests)} papeletas.`,
    '  SHA-256 de lo que se sube:',
    `  ${checked.sha256}`,
    ...(isOrderSame ? ['El pedido del sitio es aquel para el que se hicieron los códigos.'] : []),
    ...(archive === undefined
      ? []
      : [
          `Las elecciones de ${archive}, ${n(checked.compared)} de ${n(checked.contests)}, se prepararon con exactamente estas.`,
        ]),
  ],
  replaced: ({ out, files, spare, left, isLost }) => [
    { type: 'answer', text: `Dada: la reserva ${spare}. Quedan ${n(left)}.` },
    '',
    `  ${join(out, files.form)}   subir al sitio: dos personas lo aprueban`,
    `  ${join(out, files.letter)}   PRIVADO: imprimir y destruir`,
    '',
    isLost
      ? 'Entregue la carta solo cuando el sitio diga que la perdida quedó anulada.'
      : 'Entregue la carta solo cuando el sitio diga que la reserva quedó activa.',
  ],
  slips: {
    title: 'Papeletas con códigos de votación. PRIVADO',
    warning: 'PRIVADO. Quien ve un código puede votar con él. Imprima, corte, ponga en sobres y destruya este archivo.',
    heading: 'Su código para votar',
    spare: (number) => `Reserva ${number}`,
    code: 'Su código para votar:',
    weight: (weight) => `Su voto cuenta ${weight} veces.`,
    advice: [
      'Guárdelo para usted. Nadie honrado se lo pedirá, ni por teléfono ni por mensaje.',
      'Puede votar otra vez hasta el cierre: cuenta su última boleta.',
      'Ningún código lleva 0, O, I ni l. Si pierde esta papeleta, pida otra en el registro.',
    ],
  },
};
