import ts from 'typescript';

/** A regular expression of the code: as written, and where. */
export interface Written {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** One that is built at run time: the words of the call that builds it. */
export interface Built {
  readonly file: string;
  readonly call: string;
}

/** The regular expressions of one file: those that stand in it, and those that it builds. */
export function expressionsOf(file: string, text: string): { written: Written[]; built: Built[] } {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const written: Written[] = [];
  const built: Built[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) written.push(writtenAt(parsed, node));
    else if (isConstruction(node)) built.push({ file, call: node.getText(parsed) });
    node.forEachChild(visit);
  };
  visit(parsed);
  return { written, built };
}

function writtenAt(parsed: ts.SourceFile, node: ts.RegularExpressionLiteral): Written {
  const end = node.text.lastIndexOf('/');
  return {
    file: parsed.fileName,
    line: parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1,
    source: node.text.slice(1, end),
    flags: node.text.slice(end + 1),
  };
}

function isConstruction(node: ts.Node): boolean {
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
  return isCall && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp';
}
