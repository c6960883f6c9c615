import type { ComponentChildren, JSX } from 'preact';
import { demoFields, type OfferedPart } from './views.ts';

/** One press takes a part: no address, no password, and only in a demo. */
export function Take(props: {
  part: OfferedPart;
  to: string;
  /** It is what comes next. */
  isFirst?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const { part, to, isFirst = false, children } = props;
  return (
    <form method="post" action={`/demo/parts/${part.account}`} class="demo-take">
      <input type="hidden" name={demoFields.to} value={to} />
      <button class={isFirst ? 'btn' : 'btn two'}>{children}</button>
    </form>
  );
}
