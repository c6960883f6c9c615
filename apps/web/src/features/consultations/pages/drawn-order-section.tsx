import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section } from '../../../ui/section.tsx';
import { moment } from './consultation-frame.tsx';
import type { ContestView } from './views.ts';

/** Why the options of a paper stand as they do, and how anybody works it out again. */
export function DrawnOrderSection({ view, t }: { readonly view: ContestView; readonly t: Translation }): JSX.Element {
  const { head, id, order } = view;
  const words = t.optionOrder;
  const [first] = order?.lots ?? [];
  if (order === null || first === undefined) {
    return (
      <Section id="order" title={words.publicTitle}>
        <p>{words.byNumber}</p>
      </Section>
    );
  }
  return (
    <Section id="order" title={words.publicTitle} say={[words.publicDrawn(moment(order.drawnAt, head, t))]}>
      <div>
        <p>{order.how}</p>
        <p>
          {words.seed}:{' '}
          <b>
            <bdi>{order.seed}</bdi>
          </b>
        </p>
        <details>
          <summary>{words.check}</summary>
          <ul class="say">
            {words.checkSays.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <code class="cmd" dir="ltr">
            {`printf '%s\\n' convite-order-1 '${order.seed.replaceAll("'", "'\\''")}' ${id} ${first.number} | sha256sum`}
          </code>
          <ol class="lots">
            {order.lots.map(({ number, lot }) => (
              <li key={number}>
                {number}: <code dir="ltr">{lot}</code>
              </li>
            ))}
          </ol>
        </details>
      </div>
    </Section>
  );
}
