import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { BoothDocument } from './booth-document.tsx';
import type { BoothProps, Paper } from './views.ts';

/** Which promise holds if at least whom is honest: made from how this very vote is set up. */
export function SecrecyPage({
  booth,
  frame,
  t,
}: {
  readonly booth: BoothProps;
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { paper, programs, places } = booth;
  const words = t.booth;
  const files = [
    [words.secrecyFiles.booth, programs.booth.integrity],
    [words.secrecyFiles.worker, programs.worker.integrity],
    [words.secrecyElection, paper.fingerprint],
  ];
  return (
    <BoothDocument title={words.secrecyTitle} booth={booth} frame={frame} t={t}>
      <p class="back">
        <a href={places.vote}>{words.back}</a>
      </p>
      <h1>{words.secrecyTitle}</h1>
      <p>{words.secrecyKind[paper.trust.kind]}</p>
      <table class="promises">
        <caption>{words.secrecyLead}</caption>
        <thead>
          <tr>
            <th scope="col">{words.secrecyHead.promise}</th>
            <th scope="col">{words.secrecyHead.holds}</th>
          </tr>
        </thead>
        <tbody>
          {promises(paper, t).map(([promise, holds]) => (
            <tr key={promise}>
              <th scope="row">{promise}</th>
              <td>{holds}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {paper.asksMailCode && (
        <>
          <h2>{words.mail.secrecyTitle}</h2>
          <ul>
            {words.mail.secrecy.map(({ title, says }) => (
              <li key={title}>
                <b>{title}</b> {says}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.limitsTitle}</h2>
      <ul>
        {words.limits.map(({ title, says }) => (
          <li key={title}>
            <b>{title}</b> {says}
          </li>
        ))}
      </ul>
      <h2>{words.secrecyProgramTitle}</h2>
      <p>{words.secrecyProgram}</p>
      <dl class="prints">
        {files.map(([name, print]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code dir="ltr">{print}</code>
            </dd>
          </div>
        ))}
      </dl>
    </BoothDocument>
  );
}

function promises({ trust, asksMailCode }: Paper, { booth }: Translation): readonly (readonly [string, string])[] {
  const { secrecyRows: rows } = booth;
  const { threshold, trustees, isServerKey, kind } = trust;
  const unlinked = kind === 'mixed' ? rows.unlinkedWhole(trustees) : rows.unlinkedTotals;
  return [
    [rows.secret, isServerKey ? rows.secretServer : rows.secretThreshold(threshold, trustees)],
    [rows.unlinked, isServerKey ? rows.secretServer : unlinked],
    [rows.counted, rows.countedHolds],
    [rows.stuffing, asksMailCode ? booth.mail.stuffingHolds : rows.stuffingHolds],
    [rows.kept, rows.keptHolds],
  ];
}
