import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { drawState } from './page-server.ts';
import { pageStates } from './states/page-states.tsx';
import { locales } from '../apps/web/src/i18n/locale.ts';
import { precompiled } from '../apps/web/scripts/precompile-jsx.ts';
import { loadBundled } from '../apps/web/test/load-bundled.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
// Inside of the project, so that what is written there finds the packages.
mkdirSync(join(root, 'build'), { recursive: true });
const folder = mkdtempSync(join(root, 'build/precompile-jsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = (entry: string, name: string, asTemplates: boolean): Promise<Record<string, unknown>> =>
  loadBundled(entry, join(folder, `${name}.mjs`), asTemplates);

async function call(module: Record<string, unknown>, name: string, ...values: readonly unknown[]): Promise<string> {
  const made = module[name];
  if (typeof made !== 'function') throw new TypeError(`${name} is exported`);
  return String(await made(...values));
}

/** A template leaves the space before an attribute that is not there, and writes one that is empty as such. */
const tidied = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, (tag) =>
    tag
      .replaceAll('=""', '')
      .replaceAll(/ +/gu, ' ')
      .replace(/ (?=\/?>)/u, ''),
  );

describe('elements written as templates', () => {
  test('make every page in every state what it is without them', async () => {
    const entry = join(folder, 'pages.ts');
    writeFileSync(
      entry,
      `export { pageStates } from '${root}e2e/states/page-states.tsx';
      import { pageStates } from '${root}e2e/states/page-states.tsx';
      import { renderPage } from '${root}apps/web/src/ui/document.tsx';
      import { translationOf } from '${root}apps/web/src/i18n/translation.ts';
      export const draw = (name, frame, locale) =>
        renderPage(pageStates.find((one) => one.name === name).draw(frame, translationOf(locale)));`,
    );
    const templates = await load(entry, 'pages', true);
    expect(readFileSync(join(folder, 'pages.mjs'), 'utf8')).toContain('jsxTemplate');
    for (const { name } of pageStates) {
      for (const locale of locales) {
        const plain = drawState(name, locale);
        const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/u.exec(plain) ?? [];
        const [, icon = ''] = /<link rel="icon" href="([^"]+)"/u.exec(plain) ?? [];
        const [, headFont = ''] = /<link rel="preload" href="([^"]+)"/u.exec(plain) ?? [];
        const assets = { sheet, icon, headFont };
        const frame = { here: `/${name}?lang=${locale}`, assets, saveData: false, origin: 'https://convite.example' };
        // Twice, as what is kept from page to page must not be written into.
        for (let time = 0; time < 2; time++) {
          expect(tidied(await call(templates, 'draw', name, frame, locale)), name).toBe(tidied(plain));
        }
      }
    }
  });

  const hostile = `a" onload="x" <script>alert('&amp;')</script> &lt; ' &`;
  const cases: Readonly<Record<string, string>> = {
    text: '<p>one {v} two {"a < b & c"} {0} {null} {true} {false} {undefined}</p>',
    attributes: '<p class={v} title="“fixed” &" hidden data-x={v} id={undefined} lang={null}>{v}</p>',
    'truth written out':
      '<p aria-hidden={flag} aria-busy={true} draggable={flag} hidden={flag} spellcheck={false}>x</p>',
    'names written otherwise': '<table><tr><td className="a" colSpan={2} tabIndex={3}>x</td></tr></table>',
    'spread attributes': '<p {...{ title: v, class: "q" }}><b>{v}</b></p>',
    forms:
      '<form><select><option value="b" selected={flag}>b</option></select><textarea value={v} /><input value={v} disabled /></form>',
    drawings:
      '<svg viewBox="0 0 1 1"><path stroke-width={2} stroke-linecap="round" d={v} /><g><text x={1}>{v}</text></g></svg>',
    'components and fragments': '<Box title={<i>{v}</i>}>a <b>{v}</b> <>{v}<i>x</i></></Box>',
    lists: '<ul key={v}>{[v, 1].map((x) => <li key={x}>{x}<br /></li>)}</ul>',
    'spaces and breaks': '<p>\n  one\n  two {v}{" "}\n  <b>three</b> four\n\n  <i>five</i>\n\t six </p>',
    'entities and comments': '<p title="a &amp; b">a &amp; {/* nothing */} &nbsp;b<b>{v}</b></p>',
    'raw markup': '<div><p dangerouslySetInnerHTML={{ __html: "<b>x</b>" }} /><p style={{ color: v }}>x</p></div>',
  };

  test.each(Object.entries(cases))('write %s as Preact does', async (name, jsx) => {
    const entry = join(folder, 'case.tsx');
    writeFileSync(
      entry,
      `import { renderToString } from 'preact-render-to-string';
      const Box = ({ title, children }) => <section><h2>{title}</h2>{children}</section>;
      export const draw = (v, flag) => renderToString(${jsx});`,
    );
    const plain = await load(entry, `plain-${name}`, false);
    const templates = await load(entry, `templates-${name}`, true);
    for (const flag of [true, false]) {
      const expected = await call(plain, 'draw', hostile, flag);
      expect(expected).not.toContain('<script>');
      expect(tidied(await call(templates, 'draw', hostile, flag))).toBe(tidied(expected));
    }
  });

  test('are refused where they would lose what Preact hands down', () => {
    expect(() => precompiled('const x = <select value="a">{options}</select>;')).toThrow('selected');
    expect(() => precompiled('const x = <svg><path strokeLinecap="round" /></svg>;')).toThrow('strokeLinecap');
  });

  test('leave every line of a page at its number', () => {
    const pages = readdirSync(join(root, 'apps/web/src'), { recursive: true, encoding: 'utf8' });
    const sources = pages.filter((page) => page.endsWith('.tsx'));
    expect(sources.length).toBeGreaterThan(20);
    for (const page of sources) {
      const source = readFileSync(join(root, 'apps/web/src', page), 'utf8');
      const written = precompiled(source);
      expect(written.split('\n').length, page).toBe(source.split('\n').length);
      for (const [i, line] of source.split('\n').entries()) {
        if (/^(?:export )?function /u.test(line)) expect(written.split('\n')[i], page).toBe(line);
      }
    }
  });
});
