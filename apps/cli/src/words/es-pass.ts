import { numberedChecks } from '@convite/crypto';
import { assertNever } from '@convite/kernel';
import type { ContestRefusal, PackFault } from '@convite/trustee';
import { spanishMessage } from './es-messages.ts';
import { spanishArchive } from './es-verify.ts';
import { figuresOf } from './figures.ts';
import type { PassWords } from './pass-words.ts';

const { count: n } = figuresOf('es');
const contests = (count: number): string => (count === 1 ? '1 votación' : `${n(count)} votaciones`);

const fault = (why: PackFault): string => {
  switch (why.type) {
    case 'not_a_zip':
      return 'no es un archivo de trabajo';
    case 'other_form':
      return 'se empaquetó de nuevo o está dañado; descárguelo otra vez';
    case 'malformed':
      return `su lista no tiene la forma debida (${why.place} ${why.message})`;
    case 'wrong_entry':
      return `${why.path} falta o está en otro lugar`;
    case 'entry_differs':
      return `${why.path} no es el archivo que nombra la lista`;
  }
  return assertNever(why);
};

const refusal = (why: ContestRefusal): string => {
  switch (why.type) {
    case 'not_a_zip':
    case 'other_form':
    case 'malformed':
    case 'wrong_entry':
    case 'entry_differs':
      return fault(why);
    case 'not_an_archive':
      return 'su archivo no es el de una elección';
    case 'archive_refused':
      return `su archivo no pasa: ${why.first.map(({ check, place, message }) => `${numberedChecks[check].number} en ${place}: ${spanishMessage(message)}`).join(' ')}`;
    case 'other_election':
      return 'el archivo es de otra elección que la de la lista';
    case 'other_head':
      return 'el archivo termina en otro evento que el de la lista';
    case 'other_trustees':
      return 'la elección tiene otros custodios que los de la lista';
    case 'not_a_trustee':
      return 'la clave no es de ningún custodio de esta elección';
    case 'wrong_state':
      return `todavía no, o ya no: ${spanishArchive.stands[why.state]}`;
    case 'nothing_mixed':
      return 'en esta elección no se mezcla nada';
    case 'already_done':
      return 'ya está hecho';
    case 'shuffles_missing':
      return `no han mezclado bastantes custodios (${n(why.shuffled)})`;
    case 'shuffle_not_own':
      return `dice que usted hizo la mezcla del evento ${why.height}, y esta clave no la hizo; avise a los demás custodios`;
    case 'decrypted_otherwise':
      return 'esta clave ya descifró otra cosa de esta elección, y con dos se abrirían boletas sueltas; avise a los demás custodios';
  }
  return assertNever(why);
};

/** What `convite trustee pass` says, in Spanish. */
export const spanishPass: PassWords = {
  begins: ({ title, contests: count, megabytes, time }) =>
    `${title}: ${contests(count)}, ${megabytes}. Todo se comprueba antes de usar su clave. Tiempo: cerca de ${time}. Puede parar cuando quiera y empezar de nuevo: lo hecho queda hecho.`,
  progress: (done, of) => `${n(done)} de ${contests(of)}`,
  few: (ids) => `Con tan pocas boletas el resultado puede decir cómo votó alguien: ${ids.join(', ')}.`,
  ended: ({ path, owner, shuffles, decryptions, again, doneBefore, refused }) => [
    {
      type: 'answer',
      text:
        path === undefined
          ? 'No se hizo nada.'
          : `Como custodio ${owner} mezcló usted ${n(shuffles)} y descifró ${n(decryptions)} de las votaciones.`,
    },
    ...(path === undefined ? [] : [`  ${path}   público: súbalo donde descargó el trabajo`]),
    ...(again === 0 ? [] : [`En ${contests(again)} es lo mismo que antes.`]),
    ...(doneBefore === 0 ? [] : [`Su parte ya estaba en ${contests(doneBefore)}.`]),
    ...(refused.length === 0 ? [] : [`SE RECHAZAN, y no se hizo nada con ellas: ${contests(refused.length)}.`]),
    ...refused.map(({ contest: { id, name }, refusal: why }) => `  ${id} (${name}): ${refusal(why)}`),
  ],
  refusal,
  fault,
};
