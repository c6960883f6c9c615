interface Parts {
  readonly meta: readonly string[];
  readonly projects: readonly string[];
  readonly votes: readonly string[];
}

/** Every line of a `.pb` file under its section; headers first in each. */
function parts(text: string): Parts {
  const lines = text.split(/\r?\n/u).filter((line) => line !== '');
  const projects = lines.findIndex((line) => line.trim() === 'PROJECTS');
  const votes = lines.findIndex((line) => line.trim() === 'VOTES');
  return { meta: lines.slice(0, projects), projects: lines.slice(projects + 1, votes), votes: lines.slice(votes + 1) };
}

const together = ({ meta, projects, votes }: Parts): string =>
  `${[...meta, 'PROJECTS', ...projects, 'VOTES', ...votes].join('\n')}\n`;

/** The same file with the lines of projects and of votes in another order, always the same one. */
export function shuffled(text: string): string {
  const { meta, projects, votes } = parts(text);
  return together({ meta, projects: stirred(projects), votes: stirred(votes) });
}

/** Header kept, the rest in an order made by a linear congruential generator (Knuth's constants), Fisher and Yates. */
function stirred([header = '', ...rows]: readonly string[]): readonly string[] {
  const order = [...rows];
  let state = 20_261_121n;
  for (let i = order.length - 1; i > 0; i--) {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    const j = Number((state >> 33n) % BigInt(i + 1));
    [order[i], order[j]] = [order[j] ?? '', order[i] ?? ''];
  }
  return [header, ...order];
}

/** The same file with each id replaced by one that stands at the same place in the order of ids, given ascending. */
export function renamed(text: string, ids: readonly string[]): string {
  const nameOf = new Map(ids.map((id, p): [string, string] => [id, `\u{1F333}${String(p).padStart(4, '0')}`]));
  const name = (id: string): string => nameOf.get(id.replaceAll('"', '').trim()) ?? id;
  const { meta, projects, votes } = parts(text);
  const [projectHeader = '', ...projectRows] = projects;
  const [voteHeader = '', ...voteRows] = votes;
  const at = voteHeader.split(';').indexOf('vote');
  return together({
    meta,
    projects: [
      projectHeader,
      ...projectRows.map((row) => {
        const [id = '', ...rest] = row.split(';');
        return [name(id), ...rest].join(';');
      }),
    ],
    votes: [
      voteHeader,
      ...voteRows.map((row) => {
        const cells = row.split(';');
        const vote = (cells[at] ?? '').replaceAll('"', '').split(',').map(name).join(',');
        return cells.with(at, vote).join(';');
      }),
    ],
  });
}
