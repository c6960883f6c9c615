import type { ContestProtocol, ManifestContest } from '@convite/archive';
import type { ProtocolLines, ProtocolView } from '../pages/views.ts';
import type { ResultsContext } from '../results-context.ts';
import { fileOf, openPublished, type Published, refused, type Shown, treeFault } from './published-result.ts';
import { readText, sealedText, toldTitles } from './read-texts.ts';
import { headOf } from './show-result.ts';

const perPage = 20;

/** The result protocol, out of its file, so many contests at a time. */
export const protocolView = (
  context: ResultsContext,
  slug: string,
  { page, language }: { readonly page: number; readonly language: string },
): Promise<Shown<ProtocolView>> =>
  openPublished<ProtocolView>(context, slug, language, async (published) => {
    const { archive, record } = published;
    if (archive.protocol === null) return { type: 'unknown' };
    const fault = await treeFault<ProtocolView>(context, published);
    if (fault !== undefined) return fault;
    const protocol = await archive.openProtocol();
    if (protocol === 'changed') return refused(published, 'index_changed');
    const { roll, lots, places, total } = protocol;
    const first = (page - 1) * perPage;
    const papers = await protocol.contests(first, perPage);
    if (papers === 'changed') return refused(published, 'index_changed');
    const shown: ProtocolLines[] = [];
    for (const [i, contest] of papers.entries()) {
      // Both stand in the order of the manifest.
      const indexed = archive.contests[first + i];
      const archived = indexed?.id === contest.id ? await archive.outcome(indexed) : 'changed';
      if (archived === 'changed') return refused(published, 'archive_changed');
      shown.push(linesOf(published, contest, archived.contest, places.get(contest.territory) ?? ''));
    }
    return {
      type: 'shown',
      view: {
        ...{ head: headOf(published), file: fileOf(record.made), roll, seed: lots?.seed ?? null },
        contests: {
          ...{ shown, page, perPage, total },
        },
      },
    };
  });

/** The lines of a contest: those of the protocol, and what they are called in the language of the page, of the archive. */
function linesOf(
  published: Published,
  contest: ContestProtocol,
  archived: ManifestContest,
  place: string,
): ProtocolLines {
  const { id, state, roll, codes, board, key, trustees, counted, blank, spoilt, rule, options, winners } = contest;
  const told = toldTitles(archived, published.language);
  return {
    name: readText(published, contest.name, archived.names).text,
    ...{ id, place: `${place} (${contest.territory})`, state, roll, codes, board, rule },
    ...{ counted, blank, spoilt, key: key ?? [] },
    present: (trustees ?? []).filter(({ decrypted }) => decrypted),
    options: options.map(({ number, title, withdrawn, votes }) => ({
      ...{ number, withdrawn, votes, won: winners?.includes(number) ?? false },
      ...{ title: sealedText(published, title), told: told[String(number)] },
    })),
  };
}
