import {
  type CeremonyRefusal,
  type CheckFailure,
  type CredentialRefusal,
  type MemberFault,
  numberedChecks,
  type WordsRefusal,
} from '@convite/crypto';
import { assertNever } from '@convite/kernel';
import type { PeopleRefusal } from '@convite/registrar';
import { differenceSentence, listSentence, publishedSentence } from './es-codes.ts';
import type { RollProblem } from '../registrar/read-roll.ts';
import type { CeremonyStep, ElectionTask } from '@convite/trustee';
import { spanishPass } from './es-pass.ts';
import type { FailedChecks, FileKind, TaskRefusal } from '../tasks/refusal.ts';
import { spanishRefusals } from './es-refusals.ts';
import { spanishSimulate } from './es-simulate.ts';
import { spanishArchive, spanishVerify } from './es-verify.ts';
import { figuresOf } from './figures.ts';
import type { TasksWords } from './task-words.ts';

const { count: n } = figuresOf('es');

const kinds: Readonly<Record<FileKind, string>> = {
  election: 'el texto de una elección (election.json)',
  trustees: 'una lista de custodios (trustees.json)',
  credentials: 'un archivo de códigos',
  key: 'un archivo de clave (NOMBRE.key.json), o está dañado',
  ceremony_secret: 'el archivo secreto de una ceremonia (NOMBRE.secret.json)',
  trustee_public: 'el archivo público de un custodio con clave propia (trustee-NOMBRE.json)',
  certificate: 'un certificado de una ceremonia (1-certificate-…)',
  deal: 'un reparto de una ceremonia (2-deal-…)',
  share_key: 'una clave pública de una ceremonia (3-key-…)',
  rehearsal: 'la respuesta de un ensayo (rehearsal-…)',
  payload: 'una boleta, una mezcla ni un descifrado',
  side: 'un archivo anexo',
  private_list: 'una lista privada de códigos (PRIVATE-….csv) tal como se escribió',
  published: 'el resumen de los códigos (PUBLISH-credentials.json) de esta lista',
  template: 'un archivo de preguntas',
  choices: 'una lista de listas de números enteros, como [[1,0],[5]]',
  simulation: 'el archivo privado de una simulación con ese custodio',
  own_shuffle: 'una mezcla que se entregó (shuffle-…)',
  record: 'un registro de este programa',
  order: 'un pedido de códigos (order.json) tal como lo escribió el sitio',
  salt: 'la sal de un padrón: 64 cifras hexadecimales',
};

const steps: Readonly<Record<CeremonyStep, string>> = {
  certificate: '1-certificate',
  deal: '2-deal',
  key: '3-key',
};

const tasks: Readonly<Record<ElectionTask, string>> = {
  ballot: 'Se vota mientras la votación está abierta.',
  close: 'Solo se cierra una votación abierta.',
  shuffle: 'Se mezcla cuando el escrutinio cifrado está publicado y antes del primer descifrado.',
  end_shuffles: 'Las mezclas se terminan cuando hay alguna.',
  decrypt: 'Se descifra después del escrutinio cifrado y, donde se mezcla, cuando las mezclas terminaron.',
  result: 'El resultado viene después de los descifrados.',
};

/** Por qué un padrón no es el del pedido. */
const peopleSentence = (refusal: PeopleRefusal): string => {
  switch (refusal.type) {
    case 'not_utf8':
      return 'No está guardado en UTF-8. Use el archivo tal como lo da el sitio.';
    case 'not_csv':
      return `línea ${n(refusal.line)}: no está escrita como CSV. Use el archivo tal como lo da el sitio.`;
    case 'headings':
      return 'La primera línea no nombra las columnas de un padrón, con una llamada id. Use el archivo tal como lo da el sitio.';
    case 'rows':
      return `No están como las escribe el sitio: líneas ${refusal.lines.map(n).join(', ')}.`;
    case 'another_count':
      return `El padrón tiene ${n(refusal.found)} personas, el congelado ${n(refusal.expected)}.`;
    case 'another_roll':
      return 'No es el padrón que se congeló, o la sal es otra: el compromiso no sale.';
    default:
      return assertNever(refusal);
  }
};

const rollSentence = (problem: RollProblem): string => {
  switch (problem.type) {
    case 'not_utf8':
      return 'No está guardado en UTF-8. En la hoja de cálculo elija «CSV UTF-8» al guardar.';
    case 'no_column':
      return `No hay ninguna columna «${problem.column}». La primera línea dice: ${problem.found.join(', ')}.`;
    case 'column_twice':
      return `Dos columnas se llaman «${problem.column}».`;
    case 'empty':
      return 'No hay ninguna persona en él.';
    case 'csv':
      return `línea ${n(problem.line)}: ${problem.problem === 'columns' ? 'no tiene tantas columnas como la primera línea' : problem.problem === 'quotes' ? 'unas comillas se abren y no se cierran, o están fuera de lugar' : 'no está escrita como CSV'}.`;
    case 'no_id':
      return `línea ${n(problem.line)}: el id está vacío.`;
    case 'strange_id':
      return `línea ${n(problem.line)}: el id pasa de 200 signos o tiene signos que no se ven.`;
    case 'id_twice':
      return `línea ${n(problem.line)}: ese id ya está en la línea ${n(problem.first)}.`;
    case 'bad_weight':
      return `línea ${n(problem.line)}: el peso no es un número entero de 1 en adelante.`;
    case 'too_many':
      return `${n(problem.found)} personas; en una elección pueden votar a lo sumo ${n(problem.most)}.`;
    default:
      return assertNever(problem);
  }
};

/** Why a typed code is none; the sign that is wrong is told by its place alone. */
const credentialSentence = (refusal: CredentialRefusal): string => {
  switch (refusal.type) {
    case 'mistakable_sign':
      return `El signo ${refusal.position} se leyó como uno que ningún código tiene: en ellos no hay 0, O, I ni l. Mírelo de nuevo.`;
    case 'foreign_sign':
      return `El signo ${refusal.position} no puede estar en un código: solo hay letras y cifras.`;
    case 'wrong_length':
      return `El código tiene ${refusal.found} letras y cifras; debería tener ${refusal.expected}.${refusal.group === undefined ? '' : ` Mire el grupo ${refusal.group}.`}`;
    case 'wrong_check_sign':
      return 'El código está mal copiado: su último signo no va con los demás. Compárelo con la papeleta, signo por signo.';
    default:
      return assertNever(refusal);
  }
};

const wordsSentence = (refusal: WordsRefusal): string => {
  switch (refusal.type) {
    case 'wrong_number_of_words':
      return `Deberían ser ${n(refusal.expected)} palabras, y son ${n(refusal.found)}.`;
    case 'unknown_word':
      return `La palabra ${refusal.word} no está en la lista.${refusal.near.length === 0 ? ' Mírela de nuevo, y si las palabras están en el otro idioma (--words es o --words en).' : ` Quizá: ${refusal.near.join(', ')}.`}`;
    case 'wrong_row':
      return `Las palabras de la fila ${refusal.row} no van juntas: alguna es otra palabra de la lista, o dos cambiaron de lugar. Compárelas con el papel, una por una.`;
    case 'out_of_range':
      return 'Estas palabras no son una clave. Compárelas con el papel, una por una.';
    default:
      return assertNever(refusal);
  }
};

const faultSentences: Readonly<Record<MemberFault['type'], string>> = {
  key_foreign: 'la clave no sirve en este grupo',
  key_repeated: 'la clave es la de otro custodio',
  key_unproven: 'la clave viene sin prueba válida de que su dueño conoce el secreto',
  certificate_unreadable: 'el certificado no tiene la forma debida',
  certificate_foreign: 'una clave del certificado no sirve en este grupo',
  certificate_unsigned: 'el certificado no está firmado con su propia clave',
  certificate_misplaced: 'el certificado es para otro grupo, otro tamaño, otro umbral u otro número',
  certificate_repeated: 'una clave del certificado es la de otro miembro',
  images_unreadable: 'la parte pública del reparto no tiene la forma debida',
  images_unsigned: 'la parte pública del reparto no está firmada con la clave del certificado',
  images_miscounted: 'la parte pública del reparto no es para este umbral',
  images_foreign: 'en la parte pública del reparto hay algo que no sirve en este grupo',
  images_repeated: 'el reparto repite el de otro miembro',
  confirmation_wrong: 'el reparto se hizo con otros certificados que estos',
  key_mismatched: 'la clave pública no es la que dan todos los repartos',
  key_unsigned: 'la clave pública no está firmada por su dueño',
  message_unreadable: 'la parte sellada para usted no se abre',
  message_unsigned: 'la parte sellada para usted no está firmada por quien la manda',
  message_misdirected: 'la parte sellada para usted era para otra persona',
  content_unreadable: 'la parte sellada para usted no tiene la forma debida',
  share_wrong: 'la parte que le tocó a usted no es la que promete la parte pública del reparto',
};

const ceremonySentence = (refusal: CeremonyRefusal, names: readonly string[]): string => {
  switch (refusal.type) {
    case 'members_at_fault':
      return [
        'La ceremonia se detiene aquí: lo que alguien entregó no se sostiene.',
        ...refusal.faults.map(
          ({ member, type }) => `  miembro ${member}, ${names[member - 1] ?? '?'}: ${faultSentences[type]}`,
        ),
        'Puede ser un archivo dañado: pídalo otra vez. Si sigue igual, empiecen de nuevo, y si hace falta sin ese miembro.',
      ].join('\n');
    case 'wrong_number':
      return `Deberían ser ${n(refusal.expected)} partes, una por miembro, y son ${n(refusal.found)}.`;
    case 'own_certificate_missing':
      return 'El certificado de usted no está entre ellos: alguien puso otro en su lugar, o su archivo secreto es de otra ceremonia.';
    case 'own_polynomial_wrong':
      return 'Lo que volvió como reparto suyo no es lo que usted repartió: alguien puso otro en su lugar.';
    default:
      return assertNever(refusal);
  }
};

const sentenceOf = ({ place, message }: CheckFailure): string =>
  `${spanishVerify.place(place)}: ${spanishVerify.message(message)}`;

const checksThatFail = ({ failed, first }: FailedChecks): string =>
  [
    `${failed === 1 ? 'falla una comprobación' : `fallan ${n(failed)} comprobaciones`}:`,
    ...first.map((failure) => `  ${numberedChecks[failure.check].number} ${sentenceOf(failure)}`),
  ].join('\n');

/** Each refusal, in Spanish. */
function refusal(why: TaskRefusal): string {
  switch (why.type) {
    case 'input':
      return spanishRefusals.input(why.fault, why.path);
    case 'malformed':
      return `${why.path} no es ${kinds[why.kind]}${why.place === '' ? '' : ` (en ${why.place})`}.`;
    case 'exists':
      return `${why.path} ya existe, y no se sobrescribe nada. Diga otro nombre, o muévalo.`;
    case 'unwritable':
      return `${why.path} no se puede escribir (${why.code}).`;
    case 'out_folder':
      return spanishSimulate.folder(why.fault, why.path);
    case 'changed':
      return spanishArchive.changed(why.path);
    case 'not_an_archive':
      return spanishArchive.notAnArchive(why.path);
    case 'archive_refused':
      return `RECHAZADO: ${why.path} no pasa, y no se hizo nada con él: ${checksThatFail(why)}\nTodo sobre él: npm run -s convite -- ${why.verify}`;
    case 'addition_refused':
      return `RECHAZADO: el archivo de la elección queda como estaba; con esto añadido, ${checksThatFail(why)}`;
    case 'simulation':
      return `${why.path} es de una simulación, cuyos secretos conoce alguien. Para practicar con ella, dígalo: --rehearsal.`;
    case 'wrong_state':
      return `Ahora no. ${spanishArchive.stands[why.state]} ${tasks[why.task]}`;
    case 'nothing_mixed':
      return 'En esta elección no se mezcla nada: todas sus preguntas se suman selladas.';
    case 'not_a_trustee':
      return `La clave de ${why.path} no es de esta elección: no es la de ningún custodio de su lista.`;
    case 'already_done':
      return `El custodio ${why.owner} ya ${why.task === 'shuffle' ? 'mezcló' : 'descifró'}: está en el archivo de la elección. No queda nada que hacer.`;
    case 'shuffles_missing':
      return `Todavía no: deben mezclar al menos dos custodios, y ${why.shuffled === 0 ? 'no ha mezclado ninguno' : why.shuffled === 1 ? 'ha mezclado uno' : `han mezclado ${n(why.shuffled)}`}.${why.mandatory.length === 0 ? '' : ` Sin falta: los custodios ${why.mandatory.join(', ')}.`}`;
    case 'decrypted_otherwise':
      return `RECHAZADO: con esta clave ya se descifró otra cosa de la elección ${why.uuid}, y una clave descifra una sola: dos abrirían boletas sueltas. No siga; avise a los demás custodios. Lo que se descifró está en ${why.record}.`;
    case 'shuffle_not_own':
      return `RECHAZADO: ${why.path} dice que usted, custodio ${why.owner}, hizo la mezcla del evento ${why.height}, y ${why.made === 0 ? 'esta clave no mezcló nada de esta elección' : 'no es ninguna de las que hizo esta clave'}. Si la hizo en otra máquina, muestre el archivo que entregó: --own-shuffle shuffle-${why.owner}-….json. Si no la hizo, no siga; avise a los demás custodios.`;
    case 'work_refused':
      return `SE RECHAZA ${why.path}: ${spanishPass.fault(why.fault)}.`;
    case 'work_unusable':
      return `SE RECHAZA ${why.path}: no tiene ningún archivo con los custodios que nombra. No se hizo nada.`;
    case 'dealt_otherwise':
      return `RECHAZADO: usted ya repartió, con otros certificados que estos. Averigüe cuál cambió; si la ceremonia empieza de nuevo, todos empiezan con un certificado nuevo. Lo que repartió está en ${why.record}.`;
    case 'other_group':
      return `${why.path} es del grupo ${why.found}; aquí es ${why.expected}.`;
    case 'key_damaged':
      return `${why.path} está dañado: su secreto no va con su clave pública. Tome otra copia, o las palabras en papel.`;
    case 'name_unusable':
      return 'Escriba su nombre después de --name, con 1 a 200 letras.';
    case 'secret_in_shared_folder':
      return `Su archivo secreto no debe estar en ${why.folder}, que reciben todos. Guárdelo en una carpeta suya.`;
    case 'files_missing':
      return `En ${why.folder} falta el archivo ${steps[why.step]}-… de ${why.members.length === 1 ? 'el miembro' : 'los miembros'} ${why.members.join(', ')}. Espérelo y pregunte de nuevo.`;
    case 'file_twice':
      return `Del miembro ${why.member} hay dos archivos ${steps[why.step]}-…: ${why.paths.join(' y ')}. Pregunte cuál es el bueno y quite el otro.`;
    case 'other_ceremony':
      return `${why.path} es de otra ceremonia: tiene otro grupo, otro tamaño u otro umbral.`;
    case 'threshold_size':
      return why.threshold < 1 || why.threshold > why.size
        ? '--trustees dice cuántos hacen falta de cuántos, como 2of3.'
        : `--member ${n(why.member)}: los miembros se numeran del 1 al ${n(why.size)}.`;
    case 'ceremony':
      return ceremonySentence(why.refusal, why.names);
    case 'transcripts_differ':
      return `RECHAZADO: ${why.members.join(', ')} tenía delante otros archivos que los de aquí. Compárenlos; de esto no sale ninguna clave.`;
    case 'trustees_refused':
      return `La lista de custodios no se sostiene: ${why.failures.map(sentenceOf).join(' ')}`;
    case 'no_trustees':
      return 'Diga de qué custodios: --trustees o --public para lo público de una clave, --folder o --single para hacer una lista.';
    case 'rehearsal_failed':
      return `${why.path}: el ensayo no se sostiene. Es de otra lista de custodios, o no se hizo con la clave que está en ella.`;
    case 'too_few_media':
      return `Hacen falta al menos dos medios, en dos memorias o tarjetas; ${why.found === 1 ? 'aquí hay uno' : 'aquí no hay ninguno'}: --to CARPETA --to CARPETA.`;
    case 'copy_differs':
      return `${why.path} se volvió a leer y no es lo que se escribió: no se fíe de ese medio. Tome otro.`;
    case 'words':
      return wordsSentence(why.refusal);
    case 'words_of_no_key':
      return why.word === undefined
        ? 'Las palabras están bien, pero no son de ninguna clave de esta lista: son las de otra, o varias están mal.'
        : `La palabra ${why.word} probablemente no es la del papel: mírela de nuevo.`;
    case 'roll':
      return [
        `${why.path} no se puede usar, y no se escribió nada:`,
        ...why.problems.map((problem) => `  ${rollSentence(problem)}`),
      ].join('\n');
    case 'people':
      return `${why.path} no se puede usar, y no se escribió nada. ${peopleSentence(why.refusal)}`;
    case 'no_spare_left':
      return `Las ${n(why.spares)} reservas de estas papeletas ya se dieron: no hay más.`;
    case 'person_unlisted':
      return `Nadie en la lista privada tiene el id ${why.id}.`;
    case 'person_has_code':
      return `${why.id} ya tiene un código: para reemplazarlo, no ponga --territory.`;
    case 'territory_without_contest':
      return `En ${why.territory} no se vota: el pedido no tiene papeleta para ese código.`;
    case 'election_or_uuid':
      return 'Diga de qué elección: --election election.json, o bien --uuid UUID y --group GRUPO juntos.';
    case 'bad_uuid':
      return '--uuid lleva el identificador de una elección: 14 letras y cifras o más, sin 0, O, I ni l.';
    case 'weights_too_large':
      return `Todos los pesos juntos son ${why.found}; pueden llegar a ${why.most}.`;
    case 'weights_with_mixed':
      return `línea ${n(why.line)}: el peso no es 1, y donde las boletas se mezclan todos los votos pesan lo mismo.`;
    case 'too_many_credentials':
      return `${n(why.found)} códigos con los de reserva; para una elección se pueden hacer a lo sumo ${n(why.most)}.`;
    case 'credential':
      return credentialSentence(why.refusal);
    case 'credential_line':
      return `línea ${n(why.line)}: ${credentialSentence(why.refusal)}`;
    case 'credentials_differ':
      return `RECHAZADO: ${why.path} no es lo que da la lista privada: faltan ${n(why.missing)}, sobran ${n(why.surplus)}.`;
    case 'codes_differ':
      return [
        `RECHAZADO: en ${why.folder} la lista privada y lo público no coinciden:`,
        ...why.differences.map((one) => `  ${differenceSentence(one, why.names)}`),
      ].join('\n');
    case 'code_list':
      return [
        `${why.path} no es la lista de este pedido:`,
        ...why.problems.map((one) => `  ${listSentence(one, credentialSentence)}`),
      ].join('\n');
    case 'other_order':
      return `RECHAZADO: ${why.path} no es el pedido para el que se hicieron estos códigos.`;
    case 'published':
      return publishedSentence(why.path, why.refusal);
    case 'credential_unlisted':
      return 'Este código no es de esta elección: no está entre los suyos. Compárelo con la papeleta, y el nombre de la elección con el que dice ella.';
    case 'archive_or_election':
      return 'Diga de qué elección: --archive ARCHIVO.bel, o bien --election election.json.';
    case 'choices_or_choose':
      return 'O --choices con lo elegido en números, o --choose para que se le pregunte.';
    case 'choices':
      return why.asked.kind === 'numbers'
        ? `La pregunta ${why.question} lleva ${n(why.asked.count)} números de 0 a 255.`
        : `La pregunta ${why.question} lleva ${n(why.asked.count)} números, cada uno 0 o 1${why.asked.blank ? ', el primero para el voto en blanco' : ''}, y de ellos ${why.asked.min === why.asked.max ? n(why.asked.min) : `de ${n(why.asked.min)} a ${n(why.asked.max)}`} con 1.`;
    case 'choices_length':
      return `Hay ${why.expected === 1 ? 'una pregunta' : `${n(why.expected)} preguntas`}, y respuestas para ${n(why.found)}.`;
    case 'input_ended':
      return 'La entrada terminó antes de contestarlo todo. No se escribió nada.';
    case 'tracker_form':
      return 'Un código de seguimiento tiene al menos 12 letras, cifras, + y /; los espacios no cuentan.';
    case 'tracker_ambiguous':
      return `${n(why.found)} boletas empiezan así. Dé más signos del código de seguimiento.`;
    case 'tracker_absent':
      return `NO ESTÁ: en ${why.path} no hay ninguna boleta con este código de seguimiento. Si le dijeron que se recibió, guarde la prueba y pregunte a quienes llevan la votación.`;
    case 'template_election':
      return `Una elección así no se puede preparar: ${why.refusal.type}${'question' in why.refusal ? `, pregunta ${why.refusal.question + 1}` : ''}${'place' in why.refusal ? `, ${why.refusal.place}` : ''}.`;
    case 'other_election':
      return `${why.path} es de otra elección.`;
    case 'no_total':
      return `El total de la pregunta ${why.question} no se encuentra: pasa de la suma de todos los pesos.`;
    case 'decryptions_missing':
      return `Todavía no: de los custodios ${why.owners.join(', ')} ${why.needed === 1 ? 'debe descifrar uno más' : `deben descifrar ${n(why.needed)} más`}.`;
    default:
      return assertNever(why);
  }
}

export const spanishTasks: TasksWords = {
  refusal,
  fault: (message) =>
    `Falló el programa o esta máquina (${message}). Lo que no se anunció como hecho no está hecho. Por favor avise.`,
  openToOthers: (path) =>
    `Cuidado: otras personas de esta máquina pueden leer ${path}. Quíteles ese derecho: chmod 600.`,
  checkingFirst: (size) => `Primero se comprueba todo el archivo de la elección (${size}).`,
};
