/**
 * What the verifier says of a failing check, in Spanish: each of its sentences, with `{}` for what it names.
 *
 * What is named keeps its order; a sentence that is named in another is translated as well.
 */
const sentences: Readonly<Record<string, string>> = {
  // Container and chain.
  'The file does not begin with a record named BELENIOS.': 'El archivo no empieza con un registro de nombre BELENIOS.',
  'Only the first record is named BELENIOS.': 'Solo el primer registro se llama BELENIOS.',
  'The record is not {"version":1,"timestamp":"…"}: {}.': 'El registro no es {"version":1,"timestamp":"…"}: {}.',
  'The record carries the time {}, the archive {}.': 'El registro lleva la fecha {}; el archivo, {}.',
  'The archive ends inside a record: {} bytes are missing.':
    'El archivo termina dentro de un registro: faltan {} bytes.',
  'The archive ends inside a header: {} of {} bytes.': 'El archivo termina dentro de un encabezado: {} de {} bytes.',
  'The content of the record has the SHA-256 {}.': 'El contenido del registro tiene el SHA-256 {}.',
  'The content is no longer the one that was checked, whose SHA-256 is {}.':
    'El contenido ya no es el que se comprobó, cuyo SHA-256 es {}.',
  'The last block is not filled up with zeros.': 'El último bloque no está completado con ceros.',
  'The size is not eleven octal digits.': 'El tamaño no son once cifras octales.',
  'The time is not eleven octal digits.': 'La fecha no son once cifras octales.',
  'A record of {} bytes: above 2^30 - 1, the most.': 'Un registro de {} bytes: más de 2^30 - 1, que es el máximo.',
  'The header is not the one of the format: {}.': 'El encabezado no es el del formato: {}.',
  'A block of zeros, as other tar files end: this format ends with its last record.':
    'Un bloque de ceros, como terminan otros archivos tar: este formato termina con su último registro.',
  '{} is not the name of a record.': '{} no es el nombre de un registro.',
  'The event is not written as {"parent":…,"height":…,"type":…,"payload":…}.':
    'El evento no está escrito como {"parent":…,"height":…,"type":…,"payload":…}.',
  'Height {} stands where {} is due.': 'Está la altura {} donde corresponde la {}.',
  'The event names {} as its parent; before it stands {}.':
    'El evento nombra {} como su anterior; antes de él está {}.',
  'No event demands this record.': 'Ningún evento pide este registro.',
  '{} demands {} records before it; there are {}.': '{} pide {} registros antes de él; hay {}.',
  'The event names {}; the record before it is {}.': 'El evento nombra {}; el registro anterior es {}.',
  'The record is not written as {}.': 'El registro no está escrito como {}.',
  'The record names {}; in its place stands {}.': 'El registro nombra {}; en su lugar está {}.',
  '{} cannot stand here. {}': '{} no puede estar aquí. {}',
  'There is no event: a Setup is due.': 'No hay ningún evento: corresponde un Setup.',
  'The election is not set up yet.': 'La elección todavía no está preparada.',
  'The election is set up already.': 'La elección ya está preparada.',
  'The vote has not ended yet.': 'La votación todavía no termina.',
  'The vote has ended already.': 'La votación ya terminó.',
  'The encrypted tally is not there yet.': 'El escrutinio cifrado todavía no está.',
  'The encrypted tally is there already.': 'El escrutinio cifrado ya está.',
  'There was no shuffle that could end.': 'No hubo ninguna mezcla que pudiera terminar.',
  'The shuffles have not ended yet.': 'Las mezclas todavía no terminan.',
  'The time of shuffles is over.': 'El tiempo de las mezclas ya pasó.',
  'There is no partial decryption yet.': 'Todavía no hay ningún descifrado.',
  'The result is published: nothing comes after it.': 'El resultado está publicado: nada viene después.',
  'The earlier archive goes on after height {}, where this one ends.':
    'El archivo anterior sigue después de la altura {}, donde este termina.',
  'The earlier archive does not end where an event ends.': 'El archivo anterior no termina donde termina un evento.',
  'The two are different archives: they part in their first record.':
    'Son dos archivos diferentes: se separan en su primer registro.',
  'The two archives part at height {}.': 'Los dos archivos se separan en la altura {}.',

  // The form of any record.
  'A text is expected here.': 'Aquí se espera un texto.',
  'A whole number is expected here.': 'Aquí se espera un número entero.',
  'True or false is expected here.': 'Aquí se espera true o false.',
  'Less nesting, and only numbers that can be written, are expected here.':
    'Aquí se esperan menos niveles, y solo números que se puedan escribir.',
  'A list is expected here.': 'Aquí se espera una lista.',
  'A list of {} is expected here.': 'Aquí se espera una lista de {}.',
  'An object is expected here.': 'Aquí se espera un objeto.',
  'A decimal number without leading zeros is expected here.': 'Aquí se espera un número decimal sin ceros delante.',
  'A group element is expected here.': 'Aquí se espera un elemento del grupo.',
  'A hash of 43 signs is expected here.': 'Aquí se espera una huella de 43 signos.',
  'A SHA-256 of 64 hex digits is expected here.': 'Aquí se espera un SHA-256 de 64 cifras hexadecimales.',
  'An identifier of at least 14 signs is expected here.': 'Aquí se espera un identificador de al menos 14 signos.',
  'Bytes as lower-case hexadecimal digits is expected here.':
    'Aquí se esperan bytes en cifras hexadecimales minúsculas.',
  'AES-GCM or AES-CCM is expected here.': 'Aquí se espera AES-GCM o AES-CCM.',
  '{} is expected here.': 'Aquí se espera {}.',
  'The field {} is missing.': 'Falta el campo {}.',
  'The field {} does not belong here.': 'El campo {} no corresponde aquí.',
  'This is no JSON text.': 'Esto no es un texto JSON.',
  'A name stands twice in an object.': 'Un nombre está dos veces en un objeto.',
  'The text is not in its canonical form.': 'El texto no está en su forma única.',
  'A number this large is written as a text.': 'Un número tan grande se escribe como texto.',
  'A number this small is not written as a text.': 'Un número tan pequeño no se escribe como texto.',
  'A trustee begins with "Single" or "Pedersen".': 'Un custodio empieza con "Single" o "Pedersen".',
  '{} entries instead of {}.': '{} entradas en vez de {}.',

  // Election, trustees, credentials.
  '{} is not known here.': 'Aquí no se conoce {}.',
  'The group {}': 'el grupo {}',
  'Protocol version {}': 'la versión {} del protocolo',
  'The election key is no usable member of the group.': 'La clave de la elección no es un miembro del grupo que sirva.',
  'The election key is not the product of the trustees’ keys.':
    'La clave de la elección no es el producto de las claves de los custodios.',
  'There is no question.': 'No hay ninguna pregunta.',
  'The question has no answers.': 'La pregunta no tiene respuestas.',
  '{} carries at most {} numbers a question.': '{} lleva como máximo {} números por pregunta.',
  'At least {} and at most {} choices cannot both hold.':
    'Al menos {} y como máximo {} opciones no pueden cumplirse a la vez.',
  '{} choices cannot be made among {} answers.': 'No se pueden elegir {} opciones entre {} respuestas.',
  'There is no trustee.': 'No hay ningún custodio.',
  'There are {} certificates, but not as many coefexps, signatures or verification_keys.':
    'Hay {} certificados, pero no otros tantos coefexps, signatures o verification_keys.',
  'The threshold {} is not between 1 and {}.': 'El umbral {} no está entre 1 y {}.',
  'The key is not the canonical text of a member of the group, or is the identity.':
    'La clave no es el texto único de un miembro del grupo, o es la identidad.',
  'Another trustee before has this key already.': 'Otro custodio anterior ya tiene esta clave.',
  'The proof of knowledge of the secret key does not hold.':
    'La prueba de que se conoce la clave secreta no se cumple.',
  'The certificate has not its form.': 'El certificado no tiene su forma.',
  'A key of the certificate is not the canonical text of a member of the group, or is the identity.':
    'Una clave del certificado no es el texto único de un miembro del grupo, o es la identidad.',
  'The certificate is not signed with its own key.': 'El certificado no está firmado con su propia clave.',
  'The certificate was made for another group, another number of members, another threshold or place.':
    'El certificado se hizo para otro grupo, otra cantidad de miembros, otro umbral u otro lugar.',
  'A key of the certificate occurs twice in the ceremony.':
    'Una clave del certificado aparece dos veces en la ceremonia.',
  'The images of the coefficients have not their form.': 'Las imágenes de los coeficientes no tienen su forma.',
  "The images of the coefficients are not signed with the key of the member's certificate.":
    'Las imágenes de los coeficientes no están firmadas con la clave del certificado del miembro.',
  'There are not as many images of coefficients as the threshold says.':
    'No hay tantas imágenes de coeficientes como dice el umbral.',
  'An image of a coefficient is not the canonical text of a member of the group, or is the identity.':
    'La imagen de un coeficiente no es el texto único de un miembro del grupo, o es la identidad.',
  'The part of the election key is the same as that of another trustee before.':
    'La parte de la clave de la elección es la misma que la de otro custodio anterior.',
  'The member did not sign these certificates together with these images.':
    'El miembro no firmó estos certificados junto con estas imágenes.',
  "The key is not the one that the images of all polynomials give for the member's place.":
    'La clave no es la que dan las imágenes de todos los polinomios para el lugar del miembro.',
  "The key is not signed with the key of the member's certificate.":
    'La clave no está firmada con la clave del certificado del miembro.',
  'The record is no compact list of texts from here on.': 'Desde aquí, el registro no es una lista compacta de textos.',
  'The entry is no credential, alone or with a weight after a comma.':
    'La entrada no es una credencial, sola o con un peso después de una coma.',
  'The credential stands in the list already.': 'La credencial ya está en la lista.',
  'The credential is not the canonical text of a member of the group.':
    'La credencial no es el texto único de un miembro del grupo.',
  'The credential is the identity, whose secret everybody knows.':
    'La credencial es la identidad, cuyo secreto todo el mundo conoce.',
  'The weight is below 1.': 'El peso es menor que 1.',
  'The weight is above {}.': 'El peso es mayor que {}.',
  'The weight is not 1, though a question is mixed.': 'El peso no es 1, aunque una pregunta es mixta.',

  // Ballots.
  'The ballot is not written in its canonical form.': 'La boleta no está escrita en su forma única.',
  'The ballot is of another election.': 'La boleta es de otra elección.',
  'The ballot is the one of event {}.': 'La boleta es la del evento {}.',
  'The credential is not in the published list.': 'La credencial no está en la lista publicada.',
  'The credential is no member of the group.': 'La credencial no es un miembro del grupo.',
  'The signature is of another text.': 'La firma es de otro texto.',
  'The signature does not hold.': 'La firma no se cumple.',
  '{} answers are asked for.': 'Se piden {} respuestas.',
  'The question asks for one ciphertext and its proof.': 'La pregunta pide un texto cifrado y su prueba.',
  'The question asks for a ciphertext for each choice.': 'La pregunta pide un texto cifrado para cada opción.',
  '{} choices are asked for.': 'Se piden {} opciones.',
  '{} proofs of choices are asked for.': 'Se piden {} pruebas de opciones.',
  'An overall proof of {} parts is asked for.': 'Se pide una prueba general de {} partes.',
  'A proof of the blank choice is asked for.': 'Se pide una prueba de la opción en blanco.',
  'The question has no blank choice.': 'La pregunta no tiene opción en blanco.',
  'A number is not below the order of the group.': 'Un número no es menor que el orden del grupo.',
  'a number is not below the order of the group': 'Un número no es menor que el orden del grupo.',
  'The number is not below the order of the group.': 'El número no es menor que el orden del grupo.',
  'An element is no member of the group.': 'Un elemento no es un miembro del grupo.',
  'The proof that the choice is 0 or 1 does not hold.': 'La prueba de que la opción es 0 o 1 no se cumple.',
  'The proof that the number of choices is allowed does not hold.':
    'La prueba de que la cantidad de opciones está permitida no se cumple.',
  'The proof that the vote is not blank and more at once does not hold.':
    'La prueba de que el voto no es en blanco y algo más a la vez no se cumple.',
  'The proof of a blank vote or an allowed number of choices does not hold.':
    'La prueba de un voto en blanco o de una cantidad permitida de opciones no se cumple.',
  'The proof that the voter made this answer does not hold.':
    'La prueba de que el votante hizo esta respuesta no se cumple.',

  // Tally, shuffles, decryptions, result.
  'The tally has {} questions instead of {}.': 'El escrutinio tiene {} preguntas en vez de {}.',
  'The published tally is not the one the ballots give.': 'El escrutinio publicado no es el que dan las boletas.',
  '{} ballots are said to be counted, but {} are.': 'Se dice que se cuentan {} boletas, pero son {}.',
  'The weights are said to sum to {}, but they sum to {}.': 'Se dice que los pesos suman {}, pero suman {}.',
  'The text is not the canonical one of a member of the group.': 'El texto no es el único de un miembro del grupo.',
  'The commitments are not to a matrix whose rows sum to one.':
    'Los compromisos no son con una matriz cuyas filas suman uno.',
  'The chain of commitments does not end in the product of the challenges.':
    'La cadena de compromisos no termina en el producto de los retos.',
  'The commitments do not open to the permuted challenges.': 'Los compromisos no se abren en los retos permutados.',
  'The outputs are not the inputs in that order, re-encrypted.':
    'Las salidas no son las entradas en ese orden, cifradas de nuevo.',
  'A link of the chain of commitments does not hold.': 'Un eslabón de la cadena de compromisos no se cumple.',
  'There is no trustee {}.': 'No hay ningún custodio {}.',
  'Trustee {} has shuffled already.': 'El custodio {} ya mezcló.',
  'There is no mixed question to shuffle.': 'No hay ninguna pregunta mixta que mezclar.',
  'Nobody has shuffled what is decrypted.': 'Nadie mezcló lo que se descifra.',
  'Trustee {} has decrypted already.': 'El custodio {} ya descifró.',
  'The decryption has another shape than what it decrypts.': 'El descifrado tiene otra forma que lo que descifra.',
  'A factor is no member of the group.': 'Un factor no es un miembro del grupo.',
  'The proof of a factor does not hold.': 'La prueba de un factor no se cumple.',
  'The decryption of {} is missing.': 'Falta el descifrado {}.',
  'trustee {}': 'del custodio {}',
  '{} of trustees {}': 'de {} de los custodios {}',
  'The total is not what the tally decrypts to.': 'El total no es el que sale al descifrar el escrutinio.',
  'The ballot is not what the last shuffle decrypts to.': 'La boleta no es la que sale al descifrar la última mezcla.',
  'The result has another shape than the questions.': 'El resultado tiene otra forma que las preguntas.',
  'The plaintext is not the canonical encoding of its numbers.':
    'El contenido no es la codificación única de sus números.',

  // Our own policy and the side file.
  'The election declares no policy at the end of its description.':
    'La elección no declara ninguna política al final de su descripción.',
  'The election declares policy {}; this program knows {}.':
    'La elección declara la política {}; este programa conoce la {}.',
  'The ceremony lacks {}.': 'A la ceremonia le faltan {}.',
  'The question names no layout.': 'La pregunta no nombra ninguna disposición.',
  'The layout that the question names cannot be used.': 'La disposición que la pregunta nombra no se puede usar.',
  'Trustee {} must shuffle and has not.': 'El custodio {} debe mezclar y no mezcló.',
  'At least two trustees must shuffle.': 'Deben mezclar al menos dos custodios.',
  'The side file with the strong proofs of decryption is missing.':
    'Falta el archivo anexo con las pruebas fuertes de descifrado.',
  'The side file is of another election.': 'El archivo anexo es de otra elección.',
  'It is missing in the side file.': 'Falta en el archivo anexo.',
  'It speaks of a decryption that the archive does not hold.': 'Habla de un descifrado que no está en el archivo.',
  'Trustee {} stands in its place.': 'En su lugar está el custodio {}.',
  'It was made at event {}, not at {}.': 'Se hizo en el evento {}, no en {}.',
  'It is of another decryption than the published one.': 'Es de otro descifrado que el publicado.',
  'Its strong proof does not hold.': 'Su prueba fuerte no se cumple.',
};

/** What a sentence may name in words. */
const named: Readonly<Record<string, string>> = {
  none: 'ninguno',
  undefined: 'ninguno',
  name: 'nombre',
  mode: 'permisos',
  owner: 'dueño',
  group: 'grupo',
  size: 'tamaño',
  time: 'fecha',
  checksum: 'suma de control',
  type: 'tipo',
  rest: 'resto',
  'the context in its certificates': 'los datos de la ceremonia en sus certificados',
  'the confirmations of the certificates': 'las confirmaciones de los certificados',
  'the signatures of the keys by their owners': 'las firmas de las claves por sus dueños',
};

const patterns = Object.entries(sentences)
  .filter(([english]) => english.includes('{}'))
  .map(([english, spanish]) => {
    const parts = english.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
    return { form: new RegExp(`^${parts.join('(.+?)')}$`, 'su'), spanish };
  });

/** A sentence of the verifier in Spanish; one that nobody has translated stays as it is. */
export function spanishMessage(english: string): string {
  const whole = sentences[english] ?? named[english];
  if (whole !== undefined) return whole;
  for (const { form, spanish } of patterns) {
    const found = form.exec(english);
    if (found === null) continue;
    const [, ...names] = found;
    return names.reduce((text, name) => text.replace('{}', () => spanishMessage(name)), spanish);
  }
  return english;
}
