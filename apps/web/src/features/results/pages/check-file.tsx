import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Fingerprint } from '../../../report/fingerprint.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Section } from '../../../ui/section.tsx';
import { OnPaper } from './result-frame.tsx';
import type { ArchiveFile } from './views.ts';

/** A name and what it is, a fingerprint or a link. */
export interface CheckFact {
  readonly name: string;
  readonly value: JSX.Element;
}

/** The files to take home, their hashes, and the command that checks them. */
export function CheckFile(props: {
  readonly slug: string;
  readonly file: ArchiveFile;
  /** The part of a territory, where the page is about one. */
  readonly part: string | null;
  readonly hasProtocol?: boolean;
  readonly facts?: readonly CheckFact[];
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { slug, file, part, hasProtocol = false, facts = [], frame, t } = props;
  const words = t.results;
  return (
    <Section id="check" title={words.check} say={[words.checkSay, ...(part === null ? [] : [words.checkPart])]}>
      <div>
        <p class="acts">
          {part !== null && (
            <a class="btn" href={`/c/${slug}/result/${encodeURIComponent(part)}/archive.zip`}>
              {words.downloadPart}
            </a>
          )}{' '}
          <a class={part === null ? 'btn' : 'btn two'} href={`/c/${slug}/archive.zip`}>
            {words.downloadWhole}
          </a>
        </p>
        {hasProtocol && (
          <ul class="ways">
            <li>
              <a href={`/c/${slug}/protocol`}>{words.sheet.go}</a>
            </li>
          </ul>
        )}
        {part !== null && (
          <OnPaper address={`/c/${slug}/result/${encodeURIComponent(part)}/archive.zip`} frame={frame} />
        )}
        <OnPaper address={`/c/${slug}/archive.zip`} frame={frame} />
        <p>
          {words.commandSay}
          <code class="cmd" dir="ltr">
            npm run -s convite <span>--</span> verify {partName(slug, part)}
          </code>
        </p>
        <FileFacts file={file} t={t} more={facts} besidePart={part !== null} />
      </div>
    </Section>
  );
}

/** The beginning of the name under which a file is saved: of the whole, or of the part of a territory. */
export const savedName = (slug: string, code: string | null): string =>
  `${slug}${code === null ? '' : `-${code.replaceAll(/[^\w.-]/gu, '-')}`}`;

/** The name of an archive. */
export const partName = (slug: string, code: string | null): string => `${savedName(slug, code)}.zip`;

/** Size and hashes of the whole archive. */
export function FileFacts(props: {
  readonly file: ArchiveFile;
  readonly t: Translation;
  readonly more?: readonly CheckFact[];
  /** The part of a territory is offered too: it has another size and other hashes, so these say whose they are. */
  readonly besidePart?: boolean;
}): JSX.Element {
  const { file, t, more = [], besidePart = false } = props;
  const words = t.results;
  return (
    <dl class="prints">
      <dt>{besidePart ? words.wholeSize : words.size}</dt>
      <dd>{t.format.bytes(file.bytes)}</dd>
      <dt>{besidePart ? words.wholeSha256 : words.sha256}</dt>
      <dd>
        <Fingerprint hex={file.sha256} />
      </dd>
      <dt>{besidePart ? words.wholeManifestHash : words.manifestHash}</dt>
      <dd>
        <Fingerprint hex={file.manifestHash} />
      </dd>
      {more.map(({ name, value }) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
