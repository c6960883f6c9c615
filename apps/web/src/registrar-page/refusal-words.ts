import type { CodeDifference, ListProblem, PeopleRefusal, PublishedRefusal, SpareRefusal } from '@convite/registrar';
import type { PageWords } from './words/es.ts';

/** The most lines that a refusal of a roll names. */
const mostLines = 20;

/** Why a roll is not the one of the order. */
export function peopleProblem(words: PageWords, refusal: PeopleRefusal): string {
  switch (refusal.type) {
    case 'not_utf8':
      return words.notUtf8;
    case 'not_csv':
      return words.notCsv(refusal.line);
    case 'headings':
      return words.headings;
    case 'rows':
      return words.rows(refusal.lines, refusal.lines.length < mostLines);
    case 'another_count':
      return words.anotherCount(refusal.found, refusal.expected);
    case 'another_roll':
      return words.anotherRoll;
  }
}

/** What is wrong with a private list. */
export function listProblemText({ listProblems }: PageWords, problem: ListProblem): string {
  switch (problem.type) {
    case 'strange_slice':
    case 'strange_territory':
      return listProblems.strange(problem.line);
    case 'bad_code':
      return listProblems.badCode(problem.line);
    case 'code_twice':
      return listProblems.codeTwice(problem.line, problem.first);
    case 'id_twice':
      return listProblems.idTwice(problem.line, problem.first);
    case 'wrong_people':
      return listProblems.wrongPeople(problem.found, problem.expected);
    case 'wrong_spares':
      return listProblems.wrongSpares(problem.found, problem.expected);
  }
}

/** In what the private list and the public files differ. */
export function differenceText({ differences }: PageWords, one: CodeDifference, names: readonly string[]): string {
  switch (one.type) {
    case 'upload':
      if (one.placed.problem.type === 'other_order') return differences.otherOrder;
      if (one.placed.problem.type === 'other_consultation') return differences.otherConsultation;
      return differences.upload(one.placed.line);
    case 'contest':
      return differences.contest(names[one.contest] ?? '', one.missing, one.surplus, one.spares);
    case 'published':
      return differences.published(names[one.contest] ?? '');
    case 'foreign_election':
      return differences.foreign;
    case 'summary':
      // Only whoever brings a summary is told of it, and the page asks for none.
      return differences.upload(null);
  }
}

export const publishedProblem = (words: PageWords, { type }: PublishedRefusal): string =>
  type === 'not_an_archive' ? words.publishedNone : words.publishedDamaged;

/** Why nobody gets a spare. */
export function spareProblem(words: PageWords, refusal: SpareRefusal): string {
  switch (refusal.type) {
    case 'no_spare_left':
      return words.noSpare(refusal.spares);
    case 'person_unlisted':
      return words.unlisted;
    case 'person_has_code':
      return words.hasCode;
    case 'territory_without_contest':
      return words.noContest(refusal.territory);
    case 'credential':
      return words.badCode;
  }
}
