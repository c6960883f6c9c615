import type { ContestProtocol } from '@convite/archive';
import type { ProtocolLines, ProtocolView } from '../pages/views.ts';
import type { ResultsContext } from '../results-context.ts';
import { fileOf, openPublished, refused, type Shown, treeFault } from './published-result.ts';
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
    const shown = await protocol.contests((page - 1) * perPage, perPage);
    if (shown === 'changed') return refused(published, 'index_changed');
    return {
      type: 'shown',
      view: {
        ...{ head: headOf(published), file: fileOf(record.made), roll, seed: lots?.seed ?? null },
        contests: {
          shown: shown.map((contest) => linesOf(contest, places.get(contest.territory) ?? '')),
          ...{ page, perPage, total },
        },
      },
    };
  });

function linesOf(contest: ContestProtocol, name: string): ProtocolLines {
  const { id, state, roll, codes, board, key, trustees, counted, blank, spoilt, rule, options, winners } = contest;
  return {
    ...{ id, name: contest.name, place: `${name} (${contest.territory})`, state, roll, codes, board, rule },
    ...{ counted, blank, spoilt, key: key ?? [] },
    present: (trustees ?? []).filter(({ decrypted }) => decrypted),
    options: options.map((option) => ({ ...option, won: winners?.includes(option.number) ?? false })),
  };
}
