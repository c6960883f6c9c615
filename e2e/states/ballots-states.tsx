import { createHash } from 'node:crypto';
import { BoardPage } from '../../apps/web/src/features/ballots/pages/board-page.tsx';
import { BoardsPage } from '../../apps/web/src/features/ballots/pages/boards-page.tsx';
import { CodesPage } from '../../apps/web/src/features/ballots/pages/codes-page.tsx';
import type { BoardView, CodeLine } from '../../apps/web/src/features/ballots/pages/views.ts';
import { codeGroups, inAddress, shownCode } from '../../apps/web/src/features/ballots/usecases/code-groups.ts';
import type { PageState } from './page-state.ts';

const here = '/c/obras-2026/contests/0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b201/board';
const title = 'Obras del sistema nacional de comunas, primera consulta de 2026';
const name = { title, place: 'La Enramada', above: 'San Agustín del Sur', paper: 'Presupuesto' };

const codes = (count: number): readonly CodeLine[] =>
  Array.from({ length: count }, (_, i) => {
    const tracker = createHash('sha256').update(`ballot ${i}`).digest('base64').replace('=', '');
    return { tracker, shown: shownCode(tracker), number: i + 1, isReplaced: i % 9 === 4 };
  });

const board = (ballots: number, signs: number): BoardView => ({
  slug: 'obras-2026',
  name,
  here,
  ballots,
  bytes: ballots * 7000 + 20_000,
  groups: codeGroups(signs).map((prefix) => ({ prefix, href: `${here}/codes/${inAddress(prefix)}` })),
  fingerprint: 'k3ZlX0cZr1o9sFq7pVtYw2uBnLmQeRhTaSdGfJkHlZx',
});

const boards = (places: readonly string[], search: string, isCut: boolean): PageState['draw'] => {
  const listed = places.flatMap((place, i) =>
    ['Presupuesto', 'Vocería'].map((paper, j) => ({
      ...{ href: `/c/obras-2026/contests/${i}-${j}/board`, place, paper },
      above: i === 0 ? null : 'San Agustín del Sur',
    })),
  );
  return (frame, t) => BoardsPage({ view: { slug: 'obras-2026', title, search, boards: listed, isCut }, frame, t });
};

const communes = [
  'La Enramada',
  'Los Naranjos',
  'El Valle de la Pascua',
  'Comuna Socialista Agroindustrial Panal 2021',
];

const at = { slug: 'obras-2026', name };

/** The public ballot box and the ways to one's own code. */
export const ballotsStates: readonly PageState[] = [
  { name: 'board', draw: (frame, t) => BoardPage({ view: board(1204, 0), frame, t }) },
  { name: 'board-empty', draw: (frame, t) => BoardPage({ view: board(0, 0), frame, t }) },
  { name: 'board-of-many', draw: (frame, t) => BoardPage({ view: board(41_000, 1), frame, t }) },
  {
    name: 'board-codes',
    draw: (frame, t) => CodesPage({ view: { ...at, board: here, prefix: '', entries: codes(40) }, frame, t }),
  },
  {
    name: 'board-codes-none',
    draw: (frame, t) => CodesPage({ view: { ...at, board: here, prefix: 'aB', entries: [] }, frame, t }),
  },
  { name: 'find-my-vote', draw: boards(communes, '', false) },
  { name: 'find-my-vote-many', draw: boards(communes, 'la', true) },
  { name: 'find-my-vote-none', draw: boards([], '', false) },
  { name: 'find-my-vote-not-found', draw: boards([], 'Macondo', false) },
  { name: 'board-without-name', draw: (frame, t) => BoardPage({ view: { ...board(12, 0), name: null }, frame, t }) },
];
