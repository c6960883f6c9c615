import { type BoothData, type BoothView, boothViews } from './booth-data.ts';
import { optionalPart } from './page-parts.ts';

/** The views of one paper, one of them in sight, and their places in the history of the tab. */
export interface Steps {
  /** Goes on to a view, so that Back leads here again. */
  go(view: BoothView): void;
  /** Shows another view in the place of this one. */
  swap(view: BoothView): void;
  /** How many steps of this paper lie behind in the history of the tab. */
  behind(): number;
}

interface Place {
  /** The contest whose paper it is: a tab may hold several. */
  readonly paper: string;
  readonly view: BoothView;
  readonly step: number;
}

/** The place that the history of the tab remembers: it holds the name of a view and nothing else. */
export function placeNow(): Place | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null) return undefined;
  if (!('paper' in state && 'view' in state && 'step' in state)) return undefined;
  const { paper, step } = state;
  const view = boothViews.find((known) => known === state.view);
  if (view === undefined || typeof paper !== 'string' || typeof step !== 'number') return undefined;
  return { paper, view, step };
}

/**
 * Opens the views.
 *
 * @param allowed what is shown when Back and Forward ask for a view, which may be no longer there.
 * @param entered what a view needs when it comes into sight.
 */
export function openSteps(
  page: Document,
  { contest: paper, words: { titles } }: BoothData,
  signal: AbortSignal,
  allowed: (view: BoothView) => BoothView,
  entered: (view: BoothView) => void,
): Steps {
  let step = placeNow()?.step ?? 0;
  let shown: BoothView = 'start';
  const show = (view: BoothView): void => {
    shown = view;
    entered(view);
    for (const each of boothViews) {
      const section = optionalPart(page, each, HTMLElement);
      if (section !== undefined) section.hidden = each !== view;
    }
    page.title = titles[view];
    scrollTo(0, 0);
    optionalPart(page, `${view}-title`, HTMLElement)?.focus({ preventScroll: true });
  };
  addEventListener(
    'popstate',
    () => {
      const place = placeNow();
      // A link within the page adds a place without a view: it is this one.
      if (place === undefined) return history.replaceState({ paper, view: shown, step: (step += 1) }, '');
      if (place.paper !== paper) return location.reload();
      step = place.step;
      show(allowed(place.view));
    },
    { signal },
  );
  return {
    go(view) {
      step += 1;
      history.pushState({ paper, view, step }, '');
      show(view);
    },
    swap(view) {
      history.replaceState({ paper, view, step }, '');
      show(view);
    },
    behind: () => step,
  };
}
