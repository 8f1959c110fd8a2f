import { relative, sep } from 'node:path';
import {
  isBinaryExpression,
  isCallOrNewExpression,
  isConditionalExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPrivateIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateLiteralToken,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

/** A string literal, or a piece of a template, and what takes its value. */
export interface Literal {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** The property that it becomes, or what is called with it: `label`, `showErrorMessage()`, `log.warn()`. */
  readonly use: string | undefined;
}

/** The sources alone, without what they import: they are parsed, not checked. */
const project = 'test/unit/l10n/sources.tsconfig.json';

/** The literals in the adapters' code. */
export function literalsInSources(): readonly Literal[] {
  const api = new API({ cwd: process.cwd() });
  try {
    const [opened] = api.updateSnapshot({ openProjects: [project] }).getProjects();
    return (opened?.program.getSourceFileNames() ?? []).flatMap(path => {
      const source = opened?.program.getSourceFile(path);
      return source === undefined ? [] : literalsIn(source, relative('', path).replaceAll(sep, '/'));
    });
  } finally {
    api.close();
  }
}

function literalsIn(source: SourceFile, file: string): readonly Literal[] {
  const found: Literal[] = [];
  const visit = (node: Node): void => {
    if (isLiteral(node)) {
      const line = source.text.slice(0, node.end).split('\n').length;
      found.push({ file, line, text: node.text, use: useOf(node) });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function isLiteral(node: Node): node is Node & { readonly text: string } {
  return isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) || isTemplateLiteralToken(node);
}

/** What the value goes to, through choices, templates and lists. */
function useOf(literal: Node): string | undefined {
  let child = literal;
  for (let node = child.parent; ; child = node, node = node.parent) {
    if (passesOn(node, child)) continue;
    if (isPropertyAssignment(node)) return child === node.initializer ? nameOf(node.name) : undefined;
    if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken)
      return nameOf(node.left);
    if (isCallOrNewExpression(node))
      return child === node.expression ? undefined : `${nameOf(node.expression)}()`;
    return undefined;
  }
}

const operators: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.AmpersandAmpersandToken,
]);
const wrappers: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ParenthesizedExpression,
  SyntaxKind.TemplateExpression,
  SyntaxKind.TemplateSpan,
  SyntaxKind.ArrayLiteralExpression,
  SyntaxKind.SpreadElement,
  SyntaxKind.AsExpression,
  SyntaxKind.SatisfiesExpression,
]);

function passesOn(node: Node, child: Node): boolean {
  if (isConditionalExpression(node)) return child !== node.condition;
  if (isBinaryExpression(node)) return operators.has(node.operatorToken.kind);
  return wrappers.has(node.kind);
}

function nameOf(node: Node): string | undefined {
  if (isIdentifier(node) || isPrivateIdentifier(node) || isStringLiteral(node))
    return node.text.replace('#', '');
  if (!isPropertyAccessExpression(node)) return undefined;
  const of = nameOf(node.expression);
  const name = nameOf(node.name);
  return of === 'log' ? `log.${name}` : name;
}
