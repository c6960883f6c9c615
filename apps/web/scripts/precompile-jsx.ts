import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Plugin } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { type ESTree, Visitor } from 'rolldown/utils';

/**
 * Writes the elements in JSX as templates of Preact's renderer when the server is bundled: what is fixed in an element
 * becomes text once, and Preact's `jsxAttr` and `jsxEscape` write the rest when a page is made. Components stay JSX,
 * and so does every element of which it is not certain that its template comes out the same.
 */
export const precompileJsx = (): Plugin => ({
  name: 'precompile-jsx',
  transform: { filter: { id: /\.tsx$/u }, handler: (source) => ({ code: precompiled(source), map: null }) },
});

type Jsx = ESTree.JSXElement | ESTree.JSXFragment;

/** What a template is made of: text, or the code of what comes between two texts. */
type Piece = string | { readonly code: string };

const helpers = `import { jsxTemplate as $template, jsxAttr as $attr, jsxEscape as $escape } from 'preact/jsx-runtime';`;

/** The source of a module with its elements written as templates. What is left of each line keeps its number. */
export function precompiled(source: string): string {
  const found: Jsx[] = [];
  const inMarkup = new Set<unknown>();
  const note = (node: Jsx): void => {
    found.push(node);
    for (const child of node.children) inMarkup.add(child);
  };
  new Visitor({ JSXElement: note, JSXFragment: note }).visit(parseAst(source, { lang: 'tsx' }));
  const templates: string[] = [];
  const code = rewritten({ start: 0, end: source.length });
  return templates.length === 0 ? source : `${helpers}${templates.join('')}${code}`;

  /** What stands in a place, its elements written as templates; of `whole` those inside of it. */
  function rewritten({ start, end }: { readonly start: number; readonly end: number }, whole?: Jsx): string {
    let text = '';
    let from = start;
    for (const node of found) {
      if (node === whole || node.start < from || node.end > end) continue;
      const written = node.type === 'JSXElement' && isFit(node) ? template(node) : rewritten(node, node);
      const isCode = written.startsWith('$');
      text += source.slice(from, node.start) + (isCode && inMarkup.has(node) ? `{${written}}` : written);
      from = node.end;
    }
    return text + source.slice(from, end);
  }

  function template(element: ESTree.JSXElement): string {
    const texts = [''];
    const codes: string[] = [];
    for (const piece of piecesOf(element)) {
      if (typeof piece === 'string') texts.push(`${texts.pop()}${piece}`);
      else {
        codes.push(piece.code);
        texts.push('');
      }
    }
    const name = `$${templates.length}`;
    templates.push(`const ${name} = ${JSON.stringify(texts)};`);
    const call = `$template(${[name, ...codes].join(', ')})`;
    const linesLost = linesIn(source.slice(element.start, element.end)) - linesIn(call);
    return `${call.slice(0, -1)}${'\n'.repeat(linesLost)})`;
  }

  function piecesOf({ openingElement, children }: ESTree.JSXElement): readonly Piece[] {
    const name = plainName(openingElement.name) ?? '';
    const written = renderToString(h(name, null));
    const closing = written.endsWith('/>') ? '/>' : `></${name}>`;
    return [
      `<${name}`,
      ...openingElement.attributes.flatMap((one) => (one.type === 'JSXAttribute' ? attributePieces(one) : [])),
      ...(closing === '/>' ? [] : ['>', ...children.flatMap(childPieces)]),
      closing === '/>' ? closing : closing.slice(1),
    ];
  }

  function attributePieces({ name, value }: ESTree.JSXAttribute): readonly Piece[] {
    const plain = plainName(name) ?? '';
    if (plain === 'key') return [];
    const fixed = fixedValue(value);
    if (fixed !== undefined) return [asWritten({ [plain]: fixed })];
    const code = value?.type === 'JSXExpressionContainer' ? rewritten(value.expression) : '';
    return [' ', { code: `$attr(${JSON.stringify(nameAsWritten(plain))}, ${code})` }];
  }

  function childPieces(child: ESTree.JSXChild): readonly Piece[] {
    switch (child.type) {
      case 'JSXText':
        return [escaped(withoutIndents(child.value))];
      case 'JSXElement':
        return isFit(child) ? piecesOf(child) : [{ code: rewritten(child, child) }];
      case 'JSXFragment':
        return [{ code: rewritten(child, child) }];
      case 'JSXExpressionContainer': {
        if (child.expression.type === 'JSXEmptyExpression') return [];
        const fixed = fixedValue(child);
        return [typeof fixed === 'string' ? escaped(fixed) : { code: `$escape(${rewritten(child.expression)})` }];
      }
      case 'JSXSpreadChild':
        throw new Error('no page spreads its children');
    }
  }
}

/** Whether an element can be a template: HTML or SVG, whose attributes are written one by one as they are given. */
function isFit({ openingElement: { name, attributes }, children }: ESTree.JSXElement): boolean {
  const plain = plainName(name);
  if (plain === undefined || !/^[a-z]/u.test(plain) || plain === 'textarea') return false;
  const hasEntities = children.some((child) => child.type === 'JSXText' && child.value.includes('&'));
  return !hasEntities && attributes.every((attribute) => isFitAttribute(plain, attribute));
}

/** Attributes that Preact does not write as it writes others. */
const special = new Set(['ref', 'style', 'dangerouslySetInnerHTML', 'defaultValue', 'defaultChecked']);

function isFitAttribute(element: string, attribute: ESTree.JSXAttributeItem): boolean {
  if (attribute.type !== 'JSXAttribute') return false;
  const name = plainName(attribute.name);
  if (name === undefined || special.has(name)) return false;
  // Preact hands a choice down to its options; a template would lose it on the way.
  if (element === 'select' && name === 'value') throw new Error('a choice is said by its option: `selected`');
  // Nor does what stands in a template know that it is part of a drawing.
  const inDrawing = renderToString(h('svg', null, h('a', { [name]: 'x' }))).slice(
    '<svg><a'.length,
    -'></a></svg>'.length,
  );
  if (nameAsWritten(name) === name && inDrawing !== ` ${name}="x"`) {
    throw new Error(`an attribute of a drawing is named as SVG does, not ${name}`);
  }
  const { value } = attribute;
  if (value?.type === 'JSXElement' || value?.type === 'JSXFragment') return false;
  if (value?.type === 'Literal') return !value.value.includes('&');
  // The renderer writes out whether these are true or false, the template does not.
  const isPlain = asWritten({ [name]: true }) === ` ${nameAsWritten(name)}` && asWritten({ [name]: false }) === '';
  return isPlain || name === 'key' || fixedValue(value) !== undefined;
}

const plainName = (name: ESTree.JSXElementName | ESTree.JSXAttributeName): string | undefined =>
  name.type === 'JSXIdentifier' ? name.name : undefined;

/** A value that stands in the source as it is. */
function fixedValue(value: ESTree.JSXAttributeValue | null): string | number | boolean | undefined {
  if (value === null) return true;
  const literal = value.type === 'JSXExpressionContainer' ? value.expression : value;
  if (literal.type !== 'Literal') return undefined;
  const { value: fixed } = literal;
  return typeof fixed === 'string' || typeof fixed === 'number' || typeof fixed === 'boolean' ? fixed : undefined;
}

/** Attributes, a text and the name of an attribute as Preact writes them. */
const asWritten = (attributes: Readonly<Record<string, string | number | boolean>>): string =>
  renderToString(h('a', attributes)).slice('<a'.length, -'></a>'.length);
const escaped = (text: string): string => renderToString(h('a', null, text)).slice('<a>'.length, -'</a>'.length);
const nameAsWritten = (name: string): string => asWritten({ [name]: 'x' }).slice(1, -'="x"'.length);

/** The text between tags as JSX understands it: without the breaks and spaces that only indent. */
const withoutIndents = (text: string): string =>
  text
    .split('\n')
    .map((line, i) => (i === 0 ? line : line.replace(/^[ \t]+/u, '')))
    .map((line, i, { length }) => (i === length - 1 ? line : line.replace(/[ \t]+$/u, '')))
    .filter((line) => line !== '')
    .join(' ');

const linesIn = (text: string): number => text.split('\n').length;
