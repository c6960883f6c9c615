import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

const seats = [
  'M14.2 2.9L20.7 3.1',
  'M25.7 5.8L29.1 9.5',
  'M27.9 26.1L24.5 29.0',
  'M18.8 31.3L11.8 30.5',
  'M7.0 27.1L4.1 23.0',
  'M2.6 18.0L3.8 11.1',
  'M6.3 7.7L9.7 4.8',
];
const freeSeat = 'M31.2 14.0L30.8 21.5';
const book = 'M17 13.2c-1.6-1.2-3.6-1.4-5.6-1v9.4c2-.4 4-.2 5.6 1 1.6-1.2 3.6-1.4 5.6-1v-9.4c-2-.4-4-.2-5.6 1zv9.4';

/** The house's mark: unequal seats in a circle around an open page, one of them free. */
export const Mark = (): JSX.Element => (
  <svg
    viewBox="0 0 34 34"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="2.6"
    stroke-linecap="round"
  >
    <path d={seats.join('')} />
    <path class="you" d={freeSeat} />
    <path stroke-width="1.8" stroke-linejoin="round" d={book} />
  </svg>
);

/** The mark as a picture of its own, for the browser's tab. */
export const iconSvg = (): string =>
  renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 34 34"
      fill="none"
      stroke="#9a3412"
      stroke-width="3"
      stroke-linecap="round"
    >
      <path d={seats.join('') + freeSeat} />
      <path stroke-width="2" stroke-linejoin="round" d={book} />
    </svg>,
  );
