import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('es');

/** The code by e-mail beside the letter, for staff and on public pages: source texts. */
export const secondFactor = (f: Format) => {
  const people = (n: number): string =>
    plural(n, { one: `${f.count(n)} persona`, many: `${f.count(n)} de personas`, other: `${f.count(n)} personas` });
  return {
    title: 'Qué se pide para votar',
    lead: ['Se decide antes de congelar la regla y se congela con ella.', 'Todo el mundo lo lee en la regla.'],
    ask: 'Para votar se pide',
    letter: 'La carta con su código',
    letterHint: 'Basta la carta. Quien la encuentre o la copie podría votar con ella.',
    mail: 'La carta y un código por correo',
    mailHint: 'Al votar se envía un código de 8 números a la dirección que está en el padrón.',
    frozenLetter: 'La regla está congelada: se pide la carta con su código. Ya no se puede cambiar.',
    frozenMail: 'La regla está congelada: se piden la carta y un código por correo. Ya no se puede cambiar.',
    saved: (isAsked: boolean): string =>
      isAsked ? 'Guardado: se piden la carta y un código por correo.' : 'Guardado: se pide la carta con su código.',
    tablesLabel: (without: number, of: number) => `${people(without)} de ${f.count(of)} no tienen correo en el padrón`,
    tablesHint: 'Si se pide el código, votan con un pase que una persona de garantía les da en una mesa.',
    tables: (n: number) => `Habrá mesas: ${n === 1 ? 'esa persona recibe' : `esas ${people(n)} reciben`} su pase allí`,
    withoutAddress: (n: number) =>
      `${people(n)} del padrón no ${n === 1 ? 'tiene' : 'tienen'} correo. Complete el padrón, o marque que habrá mesas donde reciban su pase.`,
    noMailer: 'Esta instalación no tiene servidor de correo (SMTP_URL): no puede enviar códigos.',
    mailerSet: 'El servidor de correo está configurado.',
    whoTitle: 'A quién llega el código',
    noRoll: 'El padrón todavía no está cargado. Vuelva a mirar esta página después de cargarlo.',
    addresses: (n: number, of: number) => `${people(n)} de ${f.count(of)} tienen correo en el padrón.`,
    mend: 'El correo se completa al traer el padrón otra vez, mientras no esté congelado.',
    toRoll: 'Ir al padrón',
    revealsTitle: 'Qué se sabe y qué no',
    reveals: [
      'La base de datos no guarda quién pidió un código ni quién recibió un pase.',
      'Guarda solo marcas, hechas con una clave que está fuera de ella.',
      'Nada de lo guardado une a una persona con un voto.',
      'Quien maneja el servidor y lo mira mientras se vota puede ver quién entra.',
      'Si casi nadie más vota a esa hora, puede adivinar su sobre.',
      'Quien lleva el correo de una persona ve que pidió un código.',
    ],
    publicTitle: 'Qué se pide para votar',
    publicLetter: ['La carta con su código para votar.'],
    publicMail: [
      'La carta con su código para votar y, además, un código que llega al correo que está en el padrón.',
      'Quien no tiene correo o no puede verlo recibe un pase en una mesa, con su carta y su documento.',
      'Quien ya votó puede votar de nuevo con la misma carta y el mismo pase.',
    ],

    toPasses: 'Dar pases en una mesa',
    passesTitle: 'Dar un pase en una mesa',
    passesLead: [
      'Para quien tiene su carta y no puede recibir el código por correo.',
      'Mire el documento de la persona antes de seguir. Cada persona recibe su pase una sola vez.',
    ],
    name: 'Nombre y apellidos',
    birthDate: 'Fecha de nacimiento',
    document: 'Documento',
    documentHint: 'Solo si el padrón lo tiene.',
    apart: 'Lo que la distingue',
    apartHint: 'Solo si en el padrón hay otra persona con el mismo nombre y la misma fecha.',
    give: 'Dar el pase',
    wrong: {
      name: 'Escriba el nombre.',
      birth_date: 'Escriba la fecha de nacimiento.',
      not_found: 'En la parte del padrón que usted atiende no está esa persona con esos datos.',
      several: 'Hay más de una persona con esos datos. Escriba lo que la distingue.',
      had_them: 'Esa persona ya recibió su pase. Con él puede votar, y votar de nuevo.',
      nothing_open: 'Ninguna votación de esa persona está abierta ahora.',
    },
    givenTitle: 'El pase está listo',
    givenLead: [
      'La persona lo lee con la cámara de su teléfono o de la tableta donde va a votar.',
      'El pase no se guarda. Si se pierde esta página, no hay otro.',
      'Déjela votar a solas.',
    ],
    givenQr: (place: string) => `Código QR del pase para ${place}`,
    givenNext: 'Siguiente persona',
  };
};
export type SecondFactorMessages = ReturnType<typeof secondFactor>;
