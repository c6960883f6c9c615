import type { ComponentChildren, JSX } from 'preact';

/** A ruled section: its heading and at most three sentences in the rail, the data beside them. */
export function Section(props: {
  id: string;
  title: string;
  /** Sentences under the heading. */
  say?: readonly string[];
  /** More for the rail, such as a link. */
  rail?: ComponentChildren;
  full?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const { id, title, say = [], rail, full = false, children } = props;
  const heading = `${id}-h`;
  return (
    <section class={full ? 'sec full' : 'sec'} id={id} aria-labelledby={heading}>
      <div class="rail">
        <h2 id={heading}>{title}</h2>
        {say.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {rail}
      </div>
      {children}
    </section>
  );
}

/** A word with a shape: the state is never told by colour alone. */
export const Status = (props: {
  is: 'ok' | 'no' | 'wait' | 'stop' | 'check';
  children: ComponentChildren;
}): JSX.Element => <span class={`st ${props.is}`}>{props.children}</span>;

/** The heading of a page, and beside it what it must be read with. */
export function Hero(props: {
  above?: string | undefined;
  title: ComponentChildren;
  lead: readonly string[];
  poster?: boolean;
  acts?: ComponentChildren;
  aside?: ComponentChildren;
}): JSX.Element {
  const { above, title, lead, poster = false, acts, aside } = props;
  return (
    <div class={aside === undefined || aside === null ? 'hero alone' : 'hero'}>
      <div>
        {above !== undefined && <p class="soft">{above}</p>}
        <h1 class={poster ? 'poster' : undefined}>{title}</h1>
        {lead.length > 0 && <p class="lead">{lead.join(' ')}</p>}
        {acts !== undefined && <div class="acts">{acts}</div>}
      </div>
      {aside}
    </div>
  );
}
