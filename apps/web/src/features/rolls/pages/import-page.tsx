import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { TableProblems } from '../../../ui/table-file.tsx';
import { Facts, type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { importAddress, type ImportView, partAddress, rollAddress } from './views.ts';

const busyStates: ReadonlySet<ImportView['state']> = new Set(['queued', 'reading', 'applying']);

/** A file on its way into the roll: how far it is, what it would change, or what is to be mended in it. */
export function ImportPage({ view, staff, frame, t }: RollPageProps<ImportView>): JSX.Element {
  const { head, state, sourceName, partName, progress } = view;
  const words = t.rolls;
  const isBusy = busyStates.has(state);
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.importTitles[state]}
      above={words.importFrom(sourceName, partName)}
      lead={leadOf(view, t)}
      isError={state === 'refused'}
      busy={isBusy}
      acts={<Acts view={view} here={frame.here} t={t} />}
    >
      {(state === 'queued' || state === 'reading') && (
        <p>
          <progress value={progress} max={1000} aria-label={words.progress} /> {t.format.percentOf(progress, 1000, 0)}
        </p>
      )}
      {(state === 'ready' || state === 'applied') && view.difference !== null && (
        <Facts
          rows={[
            [words.added, t.format.count(view.difference.added)],
            [words.removed, t.format.count(view.difference.removed)],
            [words.changed, t.format.count(view.difference.changed)],
          ]}
        />
      )}
      {state === 'refused' && <Problems view={view} t={t} />}
    </RollStaffPage>
  );
}

function leadOf({ state, difference, ignored, problemCount }: ImportView, { rolls }: Translation): readonly string[] {
  switch (state) {
    case 'queued':
    case 'reading':
    case 'applying':
    case 'withdrawn':
      return [rolls.importSays[state]];
    case 'refused':
      return [rolls.problemsLead(problemCount)];
    case 'ready':
    case 'applied': {
      if (difference === null) return [];
      const { added, removed, changed, same } = difference;
      return [
        rolls.importCounts(added, removed, changed),
        rolls.importSame(same),
        ...(ignored.length > 0 ? [rolls.importIgnored(ignored)] : []),
      ];
    }
  }
}

function Acts({ view, here, t }: { view: ImportView; here: string; t: Translation }): JSX.Element {
  const { head, id, state, part } = view;
  const words = t.rolls;
  const address = importAddress(head, id);
  const place = part === null ? rollAddress(head) : partAddress(head, part);
  switch (state) {
    case 'queued':
    case 'reading':
    case 'applying':
      return (
        <a class="btn two" href={here}>
          {words.reload}
        </a>
      );
    case 'ready':
      return (
        <>
          <form action={`${address}/apply`} method="post">
            <button class="btn">{words.apply}</button>
          </form>
          <form action={`${address}/withdraw`} method="post">
            <button class="btn two">{words.withdraw}</button>
          </form>
        </>
      );
    case 'refused':
    case 'withdrawn':
      return (
        <a class="btn" href={`${place}/import`}>
          {words.bringGo}
        </a>
      );
    case 'applied':
      return (
        <a class="btn" href={place}>
          {words.backToRoll}
        </a>
      );
  }
}

function Problems({ view, t }: { view: ImportView; t: Translation }): JSX.Element {
  const problems = view.problems.map(({ line, problem }) => ({
    place: line === null ? null : t.rolls.line(line),
    says: t.rolls.problem(problem),
  }));
  const table = view.hasTable ? `${importAddress(view.head, view.id)}/problems.csv` : null;
  return <TableProblems problems={problems} more={view.problemCount - problems.length} table={table} t={t} />;
}
