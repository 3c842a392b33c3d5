import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import type * as Ast from '@babel/types';

/** Files under a folder with an ending, as paths from the root of the project. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => ending.test(path))
    .sort();
}

/** Calls `visit` with each node of a file's syntax tree, and its source. */
export function visitSource(path: string, visit: (node: Ast.Node, source: string) => void): void {
  const source = readFileSync(path, 'utf8');
  const walk = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!value || typeof value !== 'object' || !('type' in value)) return;
    visit(value as Ast.Node, source);
    for (const child of Object.values(value)) if (typeof child === 'object') walk(child);
  };
  walk(parse(source, { sourceType: 'module', plugins: ['typescript', 'jsx'] }).program.body);
}

/**
 * The texts that an expression can be, `{0}`, `{1}` … for what is computed in them; the branches of a
 * condition one by one, and constants of the same file.
 */
export function textsOf(node: Ast.Node, constants: ReadonlyMap<string, Ast.Node>): string[] {
  switch (node.type) {
    case 'StringLiteral':
      return [node.value];
    case 'TemplateLiteral':
      return [
        node.quasis
          .map(
            ({ value }, k) => (value.cooked ?? '') + (k < node.quasis.length - 1 ? `{${k}}` : ''),
          )
          .join(''),
      ];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((each) => textsOf(each, constants));
    case 'LogicalExpression':
      return [node.left, node.right].flatMap((each) => textsOf(each, constants));
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return textsOf(node.expression, constants);
    case 'Identifier': {
      const constant = constants.get(node.name);
      return constant ? textsOf(constant, new Map()) : [];
    }
    default:
      return [];
  }
}

/** What the refusals of a file say, and what they advise, as templates. */
export function refusalTexts(path: string): string[] {
  const constants = new Map<string, Ast.Node>();
  visitSource(path, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init) {
      constants.set(node.id.name, node.init);
    }
  });
  const texts: string[] = [];
  visitSource(path, (node) => {
    if (node.type === 'NewExpression' && node.callee.type === 'Identifier') {
      const refusal = ['InputError', 'RefusedError', 'ConflictError'].includes(node.callee.name);
      if (refusal) {
        for (const each of node.arguments) texts.push(...textsOf(each, constants));
      }
    }
    const advice =
      node.type === 'ObjectProperty' &&
      node.key.type === 'Identifier' &&
      node.key.name === 'remedy';
    if (advice) texts.push(...textsOf(node.value, constants));
  });
  return [...new Set(texts)].filter((text) => /\p{L}{2}/u.test(text.replace(/\{\d+\}/g, '')));
}
