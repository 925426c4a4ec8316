import { print } from '../data/printer.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { scan } from './body.js';
import { chosen } from './conditional-expansion.js';
import { type Context, Definer, expand } from './expand.js';
import { type Form, items, shown, symbolOf, syntaxError } from './form.js';
import { bindImports } from './import.js';
import { type Scope } from './scope.js';
import { constant, type Node, sequence } from './syntax.js';
import { type Step } from './walk.js';

// define-library: a scope of its own, whose definitions are globals with the name of the library before theirs. What it
// exports, and all its names, are the value of a variable with the name of the library: two lists ((name . global) …).

const kinds = ['import', 'export', 'begin'] as const;

type Declarations = Readonly<Record<(typeof kinds)[number], Form[]>>;

const declarations = (forms: readonly Form[], context: Context): Declarations => {
  const found: Declarations = { import: [], export: [], begin: [] };
  const pending = [...forms].reverse();
  for (let form = pending.pop(); form !== undefined; form = pending.pop()) {
    const [head, ...parts] = items(form, context.compilation.places);
    const { name } = symbolOf(head, 'the keyword of a declaration', form.place);
    const kind = kinds.find((each) => each === name);
    if (kind !== undefined) for (const part of parts) found[kind].push(part);
    else if (name === 'cond-expand') for (const each of [...chosen(parts, context)].reverse()) pending.push(each);
    else throw syntaxError(`${shown(form)} is no declaration: they are ${kinds.join(', ')}, cond-expand`, form.place);
  }
  return found;
};

const pairOf = (name: string, global: string): Value => new Pair(new SymbolValue(name), new SymbolValue(global));

// An export is a name, or (rename name external).
const exported = (form: Form, scope: Scope, { compilation }: Context): Value => {
  const parts = form.datum instanceof Pair ? items(form, compilation.places) : [form];
  const [internal, external = internal] = parts.slice(-2);
  const { name: keyword } = symbolOf(parts[0], 'an export', form.place);
  if (parts.length !== 1 && (parts.length !== 3 || keyword !== 'rename')) {
    throw syntaxError('an export is name or (rename name external)', form.place);
  }
  const { name } = symbolOf(internal, 'an export', form.place);
  const global = scope.find(name) ?? (compilation.isKnown(name) ? name : undefined);
  if (typeof global !== 'string') throw syntaxError(`the library exports ${name}, and does not define it`, form.place);
  return pairOf(symbolOf(external, 'an export', form.place).name, global);
};

function* library(name: Value, forms: readonly Form[], form: Form, context: Context): Step<Node> {
  const { compilation } = context;
  const { place } = form;
  const scope = compilation.openLibrary(name);
  const inner: Context = { scope, loop: null, compilation };
  const found = declarations(forms, inner);
  const nodes = bindImports(found.import, inner);
  // All names of a library are bound before the first of its forms is expanded.
  for (const { form: each, definition } of [...scan(found.begin, null, inner)]) {
    nodes.push(yield definition === null ? expand(each, inner) : definition.make(inner));
  }
  const exports = found.export.map((each) => exported(each, scope, inner));
  const all = scope.globals().map(([internal, global]) => pairOf(internal, global));
  const table = new Pair(list(exports), list(all));
  compilation.defined.set(print(name), table);
  return sequence([...nodes, { kind: 'define', name: print(name), value: constant(table), place }]);
}

export const libraryForm: Definer = new Definer((parts, form, context) => {
  const [, name, ...forms] = parts;
  if (context.scope.library !== null) throw syntaxError('a library is defined at top level', form.place);
  if (!(name?.datum instanceof Pair)) {
    throw syntaxError('it is (define-library (name …) declaration …)', form.place);
  }
  const plain = context.compilation.plain(name.datum, name.place);
  return { names: [], make: () => library(plain, forms, form, context) };
});
