import { features } from '../data/features.js';
import { print } from '../data/printer.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { scanned } from './body.js';
import { withoutPlaces } from './data.js';
import { expand, type Forms, forms } from './expand.js';
import { type Form, isNo, items, malformed, misplaced, shape, symbolOf } from './form.js';
import { bindImports } from './import.js';
import { pairOf } from './macro-data.js';
import { sequence } from './control.js';
import { Constant, definition, type Node } from './node.js';
import { find, type Scope } from './scope.js';
import { standardLibrary } from './standard-libraries.js';
import { type Step, walk } from './walk.js';

// Libraries: import, define-library and cond-expand. A library is a scope of its own, whose definitions are globals with
// the name of the library before theirs. What it exports, and all its names, are the value of a variable with the name of
// the library: two lists ((name . global) …).

const clause = shape('requirement form*');

/** The forms of the first clause of cond-expand whose requirement holds; none where none does. */
const chosen = (clauses: readonly Form[], scope: Scope): readonly Form[] => {
  for (const each of clauses) {
    const [requirement, ...forms] = clause(each);
    if (walk(holds(requirement, scope))) return forms;
  }
  return [];
};

function* holds(requirement: Form, scope: Scope): Step<boolean> {
  const { datum } = requirement;
  if (datum instanceof SymbolValue) return datum.name === 'else' || features.includes(datum.name);
  const { unit } = scope;
  const [head, ...others] = items(requirement);
  unit.spend(1 + others.length, requirement);
  const kind = head?.datum instanceof SymbolValue ? head.datum.name : '';
  const [first] = others;
  if (first !== undefined && others.length === 1) {
    if (kind === 'not') return !(yield holds(first, scope));
    const name = print(first.datum);
    if (kind === 'library') return standardLibrary(name) !== undefined || unit.known(name) instanceof Pair;
  }
  const isAnd = kind === 'and';
  if (!isAnd && kind !== 'or') isNo('requirement', requirement);
  for (const each of others) if ((yield holds(each, scope)) !== isAnd) return !isAnd;
  return isAnd;
}

/** The parts of all declarations of a kind. */
type Declarations = Record<'import' | 'export' | 'begin', Form[]>;

const isKind = (name: string, found: Declarations): name is keyof Declarations => Object.hasOwn(found, name);

const declarations = (forms: readonly Form[], scope: Scope): Declarations => {
  const found: Declarations = { import: [], export: [], begin: [] };
  const pending = [...forms].reverse();
  for (let form = pending.pop(); form !== undefined; form = pending.pop()) {
    const [head = form, ...parts] = items(form);
    const { name } = symbolOf(head);
    if (isKind(name, found)) for (const part of parts) found[name].push(part);
    else if (name === 'cond-expand') for (const each of [...chosen(parts, scope)].reverse()) pending.push(each);
    else isNo('declaration', form);
  }
  return found;
};

// An export is a name, or (rename name external).
const exported = (form: Form, scope: Scope): Value => {
  const parts = form.datum instanceof Pair ? items(form) : [form];
  const [head = form, internal = head, external = internal] = parts;
  if (parts.length !== 1 && (parts.length !== 3 || symbolOf(head).name !== 'rename')) {
    malformed(form, 'rename name external');
  }
  const { name } = symbolOf(internal);
  const global = find(name, scope) ?? (scope.unit.isKnown(name) ? name : undefined);
  if (typeof global !== 'string') isNo('name of the library', form);
  return pairOf(symbolOf(external).name, global);
};

function* library(name: Value, all: readonly Form[], { place }: Form, { unit }: Scope): Step<Node> {
  const scope = unit.openLibrary(name);
  const { import: sets, begin, export: exports } = declarations(all, scope);
  const nodes = bindImports(sets, scope);
  // All names of a library are bound before the first of its forms is expanded.
  for (const [form, make] of scanned(begin, scope)) nodes.push(yield make === undefined ? expand(form, scope) : make());
  const globals = [...(scope.own ?? [])].flatMap(([key, global]) =>
    typeof key === 'string' && typeof global === 'string' ? [pairOf(key, global)] : [],
  );
  const table = new Pair(list(exports.map((each) => exported(each, scope))), list(globals));
  unit.define(print(name), table);
  return sequence([...nodes, definition(print(name), new Constant(table), place)]);
}

export const libraryForms: Forms = forms({
  'cond-expand clause*': { forms: ([, ...clauses], _form, scope) => chosen(clauses, scope) },
  'import set*': {
    define: ([, ...sets], form, scope) => {
      if (scope.library === undefined) misplaced(form);
      const nodes = bindImports(sets, scope);
      return [[], () => sequence(nodes)];
    },
  },
  'define-library name declaration*': {
    define: ([, name, ...all], form, scope) => {
      if (scope.library !== null) misplaced(form);
      if (!(name.datum instanceof Pair)) malformed(form, 'define-library (name+) declaration*');
      const plain = withoutPlaces(scope.unit.plain(name));
      return [[], () => library(plain, all, form, scope)];
    },
  },
});
