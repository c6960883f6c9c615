import fc from 'fast-check';
import { type ComponentChildren, Fragment, h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { renderHtml } from './render-html.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', 'a & b', '<b>', '"', "'", '\u00a0', '…', 'łódź', '0'));
const attributes = fc.dictionary(
  fc.constantFrom('class', 'id', 'href', 'lang', 'x1', 'stroke-width', 'aria-label', 'colSpan', 'viewBox', 'selected'),
  fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constantFrom(null, undefined)),
  { maxKeys: 4 },
);
const Inner = ({ children }: { children?: ComponentChildren }): JSX.Element => h('em', { class: 'inner' }, children);

const { node } = fc.letrec<{ node: ComponentChildren }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.oneof(fc.integer(), fc.boolean(), fc.constantFrom(null, undefined)),
    fc.array(tie('node'), { maxLength: 4 }),
    fc
      .tuple(fc.constantFrom('p', 'section', 'td', 'a'), attributes, fc.array(tie('node'), { maxLength: 4 }))
      .map(([type, props, children]) => h(type, props, ...children)),
    fc.tuple(fc.constantFrom('br', 'input', 'link'), attributes).map(([type, props]) => h(type, props)),
    tie('node').map((child) => h(Inner, null, child)),
    tie('node').map((child) => h(Fragment, null, child)),
  ),
}));

test("a page is written to the byte as Preact's own renderer writes it", () => {
  fc.assert(
    fc.property(node, (tree) => {
      expect(renderHtml(tree)).toBe(renderToString(h(Fragment, null, tree)));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['a style', () => h('p', { style: { color: 'red' } })],
  ['a name of React', () => h('p', { className: 'x' })],
  ['markup as it is', () => h('p', { dangerouslySetInnerHTML: { __html: '<b>' } })],
  ['something that happens in a browser', () => h('p', { onClick: () => undefined })],
])('%s is refused', (_name, tree) => {
  expect(() => renderHtml(tree())).toThrow(/attribute|HTML/u);
});
