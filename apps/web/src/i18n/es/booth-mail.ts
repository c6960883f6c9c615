/** The code by e-mail beside the letter, in the booth: source texts. */
export const boothMail = {
  need: 'La carta con su código para votar y acceso a su correo. Nadie más debe usarlos.',

  addressTitle: 'Reciba un código por correo',
  addressSays: 'Esta votación pide, además de la carta, un código que llega a su correo.',
  addressLabel: 'Su correo electrónico',
  addressHint: 'El que está en el padrón. Por ejemplo: nombre@correo.org',
  addressPrivate: 'Este teléfono no guarda la dirección. No va junto a su voto.',
  addressGo: 'Enviarme el código',
  have: 'Ya tengo un código',
  addressWrong: 'Escriba una dirección completa, como nombre@correo.org.',
  addressAgain: 'Escriba su correo: la dirección no se guarda. Su selección sigue aquí.',
  asking: 'Estamos pidiendo el código.',

  codeTitle: 'Escriba el código que le llegó',
  codeLabel: 'Código del correo',
  codeHint: 'Son 8 números. Vale el último que se pidió aquí, durante 15 minutos.',
  sent: (address: string) =>
    `Pedimos un código para ${address}. Si esa dirección está en el padrón y le falta votar, llega en unos minutos.`,
  sentBefore: (address: string) => `Use el último código que pidió aquí para ${address}.`,
  again: 'Pedir otro código',
  other: 'Cambiar la dirección',
  wait: (seconds: string) => `Puede pedir otro código dentro de ${seconds} segundos.`,
  nothingCame:
    '¿No llegó? Mire también el correo no deseado. Desde una red se envían como mucho cinco códigos al día a una dirección.',
  codeMissing: 'Escriba los 8 números del código.',
  checking: 'Estamos comprobando el código.',
  triesOver: 'Este código ya se escribió mal tres veces y no vale más. Pida otro.',
  offline: 'No hubo respuesta. Nada se perdió: pruebe otra vez con lo mismo. Todavía no ha votado.',
  refusals: {
    mailer_away:
      'El correo de esta votación no responde ahora. No se envió ningún código y usted todavía no ha votado. Pruebe en unos minutos o vaya a una mesa.',
    too_many_questions: 'Desde esta red se pregunta demasiado. Pruebe dentro de diez minutos, o desde otra red.',
    bad_address: 'Escriba una dirección completa, como nombre@correo.org.',
    wrong_code:
      'Ese no es el último código que se pidió aquí para esta dirección. Compárelo con el correo, o pida otro.',
    expired_code: 'Ese código ya pasó sus 15 minutos. Pida otro.',
    too_many_tries: 'Este código ya se escribió mal tres veces y no vale más. Pida otro.',
    not_open: 'Esta votación todavía no está abierta.',
    closed: 'Esta votación ya cerró. Su voto no entró.',
    not_found: 'Esta votación no pide códigos por correo. Cargue la página de nuevo.',
  },
  castRefusals: {
    admission_needed: 'Falta el pase que se recibe con el código del correo. Pida un código.',
    admission_used: 'El pase de este teléfono es de otra carta. Use esa carta, o pida un código para la suya.',
  },
  helpTitle: 'No puedo ver ese correo, o no tengo',
  help: 'Vaya a una mesa con su carta y su documento. Allí comprueban que está en el padrón y le dan un pase. Con él vota sin correo.',

  file: (pass: string) => [
    'Para votar de nuevo en otro teléfono, con la misma carta y sin otro código, abra esta dirección:',
    pass,
    'No la dé a nadie: quien la tenga junto con su carta puede cambiar su voto.',
  ],

  secrecyTitle: 'El código por correo',
  secrecy: [
    {
      title: 'Qué protege.',
      says: 'Quien encuentre o copie su carta no puede votar con ella. Necesita también su correo.',
    },
    {
      title: 'Qué se anota.',
      says: 'El servidor anota que alguien recibió su pase, con una marca en vez del nombre. El pase no se guarda.',
    },
    {
      title: 'Qué no se puede unir.',
      says: 'En la base de datos y sus copias nada lleva de una persona a un voto.',
    },
    {
      title: 'Qué se puede llegar a saber.',
      says: 'Quien maneja el servidor y mira mientras usted vota puede ver que pidió un código. También quien lleva su correo.',
    },
    {
      title: 'Qué podría adivinarse.',
      says: 'Si casi nadie vota a esa hora, quien mira el servidor puede adivinar cuál sobre es suyo.',
    },
    {
      title: 'Para votar de nuevo.',
      says: 'Sirven la misma carta y el mismo pase. El pase queda en este teléfono hasta que lo limpie, y en su comprobante guardado.',
    },
  ],
  stuffingHolds: 'quien hizo las cartas es honrado, o lo son quien maneja el servidor y quien da pases en las mesas',
};
export type BoothMailMessages = typeof boothMail;
