/** Longer nobody reads a paper without touching it: the phone was left, and whoever takes it next may be another person. */
const leftAfter = 30 * 60_000;
const key = 'convite-booth touched';

/** Whether the tab was left for so long that what it keeps is nobody's any more, closed tabs that come back included. */
export function wasLeft(storage: Storage | undefined): boolean {
  try {
    const touched = Number(storage?.getItem(key) ?? Number.NaN);
    return Date.now() - touched >= leftAfter;
  } catch {
    return false;
  }
}

/**
 * Calls an act whenever nobody has touched the page for half an hour; where the phone slept meanwhile, before the next touch
 * reaches anything.
 */
export function whenLeft(storage: Storage | undefined, act: () => void): void {
  let touched = Date.now();
  const look = (): void => {
    if (Date.now() - touched < leftAfter) return;
    touched = Date.now();
    act();
  };
  const touch = (): void => {
    look();
    touched = Date.now();
    try {
      storage?.setItem(key, String(touched));
    } catch {
      // A phone may forbid storage or be full: then a tab that comes back has kept nothing anyway.
    }
  };
  for (const event of ['pointerdown', 'keydown', 'input'] as const) addEventListener(event, touch, { capture: true });
  document.addEventListener('visibilitychange', look);
  setInterval(look, 20_000);
}
