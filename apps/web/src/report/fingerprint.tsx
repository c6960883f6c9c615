import type { JSX } from 'preact';

/** A hash in groups of four, to be compared by eye. */
export const Fingerprint = ({ hex }: { hex: string }): JSX.Element => (
  <code class="cmd" dir="ltr">
    {hex.match(/.{1,4}/gu)?.join(' ')}
  </code>
);
