import type { FoundBoards } from './features/ballots/index.ts';

type StoppedBoard = FoundBoards['stopped'][number];

/** Boards that are told one by one. */
const most = 20;

const reasons: Readonly<Record<StoppedBoard['why'], string>> = {
  board_rolled_back: 'events are missing from the database, and no copy of them is at hand',
  board_differs: 'the database holds other events than those that were signed',
  key_differs: 'its head was signed with another key',
  board_unsettled: 'it is not known what was signed before',
  no_election: 'the database does not know its election',
  tally_lost: 'its tally had begun, and the database is older',
  two_histories: 'two different histories of it were signed',
};

/** Tells whoever runs the server what became of the boards at this start. Empty where all is as it was. */
export function explainBoards({ unsettled, recovered, stopped, strange, mirrors }: FoundBoards): string {
  const lines: string[] = [];
  const { why, code } = unsettled ?? {};
  if (why === 'copied') lines.push('The folder of the boards is a copy, such as a backup that was restored.');
  if (why === 'other_key')
    lines.push('The database belongs to another folder of boards: the key that signs is not its own.');
  if (unsettled !== undefined) {
    lines.push(
      'Ballots may be missing for which people hold a receipt. No vote goes on until that is settled.',
      `Ask those who keep the boards, put what they have into ${mirrors}, and start once with CONVITE_RESTORED=${code}.`,
    );
  }
  const ballots = recovered.reduce((sum, board) => sum + board.ballots, 0);
  if (recovered.length > 0) {
    lines.push(`Lost events of ${recovered.length} boards were put back, with ${ballots} ballots.`);
  }
  if (stopped.length > 0) lines.push(`${stopped.length} boards are stopped: nothing is taken into them, or signed.`);
  for (const { contest, slug, why: reason, signed, stored } of stopped.slice(0, most)) {
    const where = slug === undefined ? contest : `/c/${slug}/contests/${contest}/board`;
    lines.push(`  ${where}: ${reasons[reason]} (${signed} events signed, ${stored} in the database)`);
  }
  if (stopped.length > most) lines.push(`  and ${stopped.length - most} more`);
  if (strange.length > 0) lines.push(`Of no use in ${mirrors}: ${strange.slice(0, most).join(', ')}`);
  if (unsettled !== undefined || stopped.length > 0)
    lines.push('docs/operations.md, "After a loss", tells what to do.');
  return lines.map((line) => `${line}\n`).join('');
}
