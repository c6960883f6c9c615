import { portableSha256, utf8Text } from '@convite/crypto';
import { listProblems, type ListedCode, openOrder, type OpenedOrder, readList } from '@convite/registrar';
import type { Problem } from '../offline-page/page-app.ts';
import { listProblemText } from './refusal-words.ts';
import type { PageWords } from './words/es.ts';

/**
 * The most people of a roll for whom the page works; beyond, the command does the same. docs/registrar.md has what was
 * measured.
 */
const mostPeople = 100_000;

/** A file's text, or nothing where it is not UTF-8. */
export const textOf = async (file: File): Promise<string | undefined> =>
  utf8Text(new Uint8Array(await file.arrayBuffer()));

/** The order in a chosen file, or what is wrong. */
export async function chosenOrder(
  words: PageWords,
  file: File | undefined,
): Promise<OpenedOrder | { readonly problem: Problem }> {
  const wrong = (says: string): { readonly problem: Problem } => ({ problem: { field: 'order', says } });
  if (file === undefined) return wrong(words.orderMissing);
  const opened = openOrder((await textOf(file)) ?? '', portableSha256);
  if (!opened.ok) {
    if (opened.error.type === 'wrong_form') return wrong(words.orderWrong(opened.error.place));
    return wrong(opened.error.type === 'not_canonical' ? words.orderChanged : words.orderNone);
  }
  const { entries } = opened.value.order.roll;
  return entries > mostPeople ? wrong(words.tooMany(entries, mostPeople)) : opened.value;
}

/** The private list in a chosen file, or what is wrong with it. */
export async function chosenList(
  words: PageWords,
  { order }: OpenedOrder,
  file: File | undefined,
): Promise<readonly ListedCode[] | { readonly problems: readonly Problem[] }> {
  const wrong = (...texts: readonly string[]): { readonly problems: readonly Problem[] } => ({
    problems: texts.map((says) => ({ field: 'list', says })),
  });
  if (file === undefined) return wrong(words.listMissing);
  const read = readList((await textOf(file)) ?? '');
  if (!read.ok) return wrong(words.listNone(read.error));
  const problems = listProblems(order, read.value);
  return problems.length === 0 ? read.value : wrong(...problems.map((one) => listProblemText(words, one)));
}
