import { parseSync, Visitor } from 'oxc-parser';

/** An import of another module, in whatever form: `import`, `export … from`, `import()`, `import('…')` as a type. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** What the wall checks need to know of a module. */
export interface ModuleFacts {
  readonly imports: readonly Import[];
  /** True when the file does nothing but hand on what other files export. */
  readonly isBarrel: boolean;
  /** Literal texts and names of called members, where SQL would show. */
  readonly texts: readonly { readonly text: string; readonly line: number }[];
  readonly calledMembers: readonly { readonly name: string; readonly line: number }[];
  readonly syntaxErrors: readonly string[];
}

/** Reads a module with a real parser: comments, strings and multi-line imports are what they are. */
export function readModule(path: string, source: string): ModuleFacts {
  const { program, errors } = parseSync(path, source);
  const imports: Import[] = [];
  const texts: { text: string; line: number }[] = [];
  const calledMembers: { name: string; line: number }[] = [];
  const lineAt = lineFinder(source);
  const addImport = (specifier: unknown, start: number, typeOnly: boolean): void => {
    if (typeof specifier === 'string') imports.push({ specifier, line: lineAt(start), typeOnly });
  };

  new Visitor({
    ImportDeclaration(node) {
      const allTypes =
        node.specifiers.length > 0 &&
        node.specifiers.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type');
      addImport(node.source.value, node.start, node.importKind === 'type' || allTypes);
    },
    ExportAllDeclaration(node) {
      addImport(node.source.value, node.start, node.exportKind === 'type');
    },
    ExportNamedDeclaration(node) {
      const allTypes = node.specifiers.length > 0 && node.specifiers.every((each) => each.exportKind === 'type');
      if (node.source !== null) addImport(node.source.value, node.start, node.exportKind === 'type' || allTypes);
    },
    ImportExpression(node) {
      if (node.source.type === 'Literal') addImport(node.source.value, node.start, false);
    },
    TSImportType(node) {
      addImport(node.source.value, node.start, true);
    },
    Literal(node) {
      if (typeof node.value === 'string') texts.push({ text: node.value, line: lineAt(node.start) });
    },
    TemplateElement(node) {
      texts.push({ text: node.value.raw, line: lineAt(node.start) });
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier')
        calledMembers.push({ name: callee.property.name, line: lineAt(callee.property.start) });
    },
  }).visit(program);

  const handsOn = program.body.filter(
    (statement) =>
      statement.type === 'ExportAllDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
  );
  return {
    imports,
    isBarrel: handsOn.length > 0 && handsOn.length === program.body.length,
    texts,
    calledMembers,
    syntaxErrors: errors.map((error) => error.message),
  };
}

function lineFinder(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}
