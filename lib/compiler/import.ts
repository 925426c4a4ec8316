import { print } from '../data/printer.js';
import { Pair, SymbolValue } from '../data/values.js';
import { declare } from './body.js';
import { fail, type Form, isNo, items, malformed, shape, symbolOf } from './form.js';
import { entriesOf } from './macro-data.js';
import { Constant, definition, type Node, reading } from './node.js';
import { type Scope } from './scope.js';
import { standardLibrary } from './standard-libraries.js';

// import: which names of which libraries are bound to what. Everything global has one name for all of a state, so a
// standard name that is imported as it is needs nothing; any other gets a copy of what it is bound to.

const renaming = shape('old new');

/** Names and the globals they are bound to. */
const importsOf = (set: Form, scope: Scope): Map<string, string> => {
  const { unit } = scope;
  // Modifiers are met from the outermost, and applied from the innermost.
  const modifiers: [kind: string, form: Form, parts: readonly Form[]][] = [];
  for (;;) {
    const [head, inner, ...parts] = set.datum instanceof Pair ? items(set) : [];
    const kind = head?.datum instanceof SymbolValue ? head.datum.name : '';
    if (!['only', 'except', 'rename', 'prefix'].includes(kind) || !(inner?.datum instanceof Pair)) break;
    modifiers.push([kind, set, parts]);
    set = inner;
  }
  const name = print(set.datum);
  const defined = unit.known(name);
  // A standard library lends its names as they are, and they are not listed.
  let lends = standardLibrary(name);
  if (!(lends ?? defined instanceof Pair)) fail(`there is no library ${name}`, set);
  let names = new Map(defined instanceof Pair ? entriesOf(defined.car) : []);
  for (const [kind, form, parts] of modifiers.reverse()) {
    if (kind === 'prefix') {
      if (lends) malformed(form, 'prefix (only library name*) prefix');
      const prefix = symbolOf(parts[0] ?? form).name;
      names = new Map([...names].map(([each, global]) => [prefix + each, global]));
      continue;
    }
    const entries = parts.map((part) => {
      const [from, to] = kind === 'rename' ? renaming(part) : [part, part];
      const { name: old } = symbolOf(from);
      const global = names.get(old) ?? (lends?.test(old) && unit.isGlobal(old) ? old : undefined);
      return [old, symbolOf(to).name, global ?? isNo('name of the library', from)] as const;
    });
    if (kind === 'only') {
      lends = undefined;
      names.clear();
    }
    for (const [old] of entries) names.delete(old);
    if (kind !== 'except') for (const [, each, global] of entries) names.set(each, global);
  }
  return names;
};

/** Binds the names of import sets in the scope, and gives what that takes at run time. */
export const bindImports = (sets: readonly Form[], scope: Scope): Node[] => {
  const nodes: Node[] = [];
  for (const set of sets) {
    for (const [name, global] of importsOf(set, scope)) {
      if (scope.library !== null) scope.bind(name, global);
      else if (name !== global) nodes.push(copied(name, global, set, scope));
    }
  }
  return nodes;
};

const copied = (name: string, global: string, form: Form, scope: Scope): Node => {
  const { unit } = scope;
  const meaning = unit.meaning(global);
  if (typeof meaning !== 'string') {
    return definition(name, new Constant(unit.defineSyntax(name, meaning)), form.place);
  }
  declare(new SymbolValue(name), form, scope);
  return definition(name, reading(global, form.place), form.place);
};
