/**
 * Gives a browser some years old what the core asks of the language: Chrome 106 is the last one for Android 6.
 *
 * Only what is missing is added, with the meaning that the language gives it.
 */
export function completeLanguage(): void {
  const add = (to: object, name: string, value: (this: never) => unknown): void => {
    if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true });
  };
  // The same for arrays and for bytes.
  const toReversed = function (this: { slice(): { reverse(): unknown } }): unknown {
    return this.slice().reverse();
  };
  add(Array.prototype, 'toReversed', toReversed);
  add(Uint8Array.prototype, 'toReversed', toReversed);
  add(String.prototype, 'isWellFormed', function (this: string): boolean {
    try {
      encodeURI(this);
      return true;
    } catch {
      return false;
    }
  });
}
