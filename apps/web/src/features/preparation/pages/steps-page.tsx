import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { preparationAddress, PreparationFrame, type PreparationProps, Reading } from './preparation-frame.tsx';
import type { PreparationView } from './views.ts';

interface Step {
  readonly text: string;
  /** Null: on a page of another room. */
  readonly href: string | null;
  readonly state: 'done' | 'missing' | 'working' | 'refused';
  readonly says: string;
}

const shapes = { done: 'ok', missing: 'wait', working: 'check', refused: 'no' } as const;

/** What has to be there before a vote can be opened, step by step, and where each is done. */
export function StepsPage(props: PreparationProps): JSX.Element {
  const { view, t } = props;
  const words = t.preparation;
  const { upload } = view;
  const busy = upload?.status === 'reading' || upload?.status === 'setting_up';
  return (
    <PreparationFrame {...props} title={words.title} lead={[words.lead]} isSteps busy={busy}>
      <Section id="steps" title={words.stepsTitle} full>
        <table class="facts">
          <caption class="vh">{words.stepsTitle}</caption>
          <tbody>
            {stepsOf(view, t).map(({ text, href, state, says }) => (
              <tr key={text}>
                <th scope="row">
                  {href === null ? (
                    text
                  ) : (
                    <b>
                      <a href={href}>{text}</a>
                    </b>
                  )}
                </th>
                <td>
                  <Status is={shapes[state]}>{words[state]}</Status> {says}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {upload?.status === 'reading' && <Reading progress={upload.progress} t={t} />}
      {upload?.status === 'setting_up' && (
        <p>
          <progress value={upload.done} max={upload.contests} aria-label={words.elections} />{' '}
          {words.progress(upload.done, upload.contests)}. {t.states.pendingRefreshes}
        </p>
      )}
      {upload?.status === 'set_up' && (
        <p>
          <a class="btn two" href={`${preparationAddress(view)}/replacement`}>
            {words.replacements}
          </a>
        </p>
      )}
    </PreparationFrame>
  );
}

function stepsOf(view: PreparationView, t: Translation): readonly Step[] {
  const words = t.preparation;
  const { roll, trustees, order, upload, contests, setUp } = view;
  const at = (page: string): string => `${preparationAddress(view)}/${page}`;
  const done = (isDone: boolean): 'done' | 'missing' => (isDone ? 'done' : 'missing');
  const uploadState = { reading: 'working', setting_up: 'done', set_up: 'done', refused: 'refused' } as const;
  const state = upload === null ? 'missing' : uploadState[upload.status];
  return [
    { text: words.rule, href: `/org/c/${view.slug}/freeze`, state: done(view.status !== 'draft'), says: '' },
    {
      text: words.roll,
      href: `/org/c/${view.slug}/roll`,
      state: done(roll !== null),
      says: roll === null ? '' : words.rollFacts(roll.entries, roll.version),
    },
    {
      text: words.trustees,
      href: `/org/c/${view.slug}/trustees`,
      state: done(trustees !== null),
      says: trustees === null ? '' : words.holders(trustees.threshold, trustees.trustees),
    },
    {
      text: words.order,
      href: at('order'),
      state: done(order !== null),
      says: order === null ? '' : words.spareRuleSays(order.percent, order.minimum),
    },
    { text: words.credentials, href: at('credentials'), state, says: '' },
    {
      text: words.elections,
      href: null,
      state: upload?.status === 'setting_up' ? 'working' : done(contests > 0 && setUp === contests),
      says: words.electionsFacts(setUp, contests),
    },
  ];
}
