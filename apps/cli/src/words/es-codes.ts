import type { CodeDifference, ListProblem, PublishedRefusal } from '@convite/registrar';
import { figuresOf } from './figures.ts';

const { count: n } = figuresOf('es');

/** What is wrong with the private list of a consultation; `why` says it of a code. */
export function listSentence(problem: ListProblem, why: (refusal: CodeRefusal) => string): string {
  switch (problem.type) {
    case 'strange_slice':
      return `línea ${n(problem.line)}: el pedido no tiene esa parte del padrón.`;
    case 'strange_territory':
      return `línea ${n(problem.line)}: el territorio no es de esa parte del padrón.`;
    case 'bad_code':
      return `línea ${n(problem.line)}: ${why(problem.refusal)}`;
    case 'code_twice':
      return `línea ${n(problem.line)}: ese código ya está en la línea ${n(problem.first)}.`;
    case 'id_twice':
      return `línea ${n(problem.line)}: ese id ya está en la línea ${n(problem.first)}.`;
    case 'wrong_people':
      return `parte ${n(problem.slice)} del padrón: ${n(problem.found)} personas, en el pedido son ${n(problem.expected)}.`;
    case 'wrong_spares':
      return `parte ${n(problem.slice)} del padrón: ${n(problem.found)} reservas, en el pedido son ${n(problem.expected)}.`;
  }
}

type CodeRefusal = Extract<ListProblem, { readonly type: 'bad_code' }>['refusal'];

/** In what private list and public files differ. */
export function differenceSentence(difference: CodeDifference, names: readonly string[]): string {
  const paper = (contest: number): string =>
    `papeleta ${n(contest + 1)}${names[contest] === undefined ? '' : ` (${names[contest]})`}`;
  switch (difference.type) {
    case 'upload': {
      const { line, problem } = difference.placed;
      const place = line === null ? '' : ` línea ${n(line)}:`;
      if (problem.type === 'other_order') return `upload.jsonl:${place} se hizo para otro pedido.`;
      if (problem.type === 'other_consultation') return `upload.jsonl:${place} es de otra consulta.`;
      return `upload.jsonl:${place} no está como se escribió (${problem.type}).`;
    }
    case 'contest':
      return `${paper(difference.contest)}: faltan ${n(difference.missing)}, sobran ${n(difference.surplus)}, ${n(difference.spares)} mal señaladas como reserva o sin señalar.`;
    case 'summary':
      return 'PUBLISH-credentials.json dice otra cosa.';
    case 'published':
      return `${paper(difference.contest)}: el sitio la preparó con otras credenciales.`;
    case 'foreign_election':
      return `el archivo tiene una elección que el pedido no tiene: ${difference.uuid}.`;
  }
}

export const publishedSentence = (path: string, { type, ...refusal }: PublishedRefusal): string =>
  type === 'not_an_archive'
    ? `${path} no es el archivo de una elección ni el de una consulta.`
    : `${path} está dañado${'entry' in refusal && refusal.entry !== '' ? `, en ${refusal.entry}` : ''}: descárguelo otra vez del sitio.`;
