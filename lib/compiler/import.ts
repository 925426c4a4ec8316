import { print } from '../data/printer.js';
import { Pair, SymbolValue } from '../data/values.js';
import { declare } from './body.js';
import { type Context, Definer } from './expand.js';
import { type Form, items, symbolOf, syntaxError } from './form.js';
import { entriesOf } from './macro-data.js';
import { standardLibraries } from './standard-libraries.js';
import { constant, type Node, sequence } from './syntax.js';

// import: which names of which libraries are bound to what. Everything global has one name for all of a state, so a
// standard name that is imported as it is needs nothing; any other gets a copy of what it is bound to.

/** Names and the globals they are bound to. A library that is open also lends what is not listed, as it is. */
interface Imports {
  readonly isOpen: boolean;
  readonly names: ReadonlyMap<string, string>;
}

type Modifier = (imports: Imports, parts: readonly Form[], form: Form, context: Context) => Imports;

/** A name of an import set, and its global. Faults: `syntax-error` when the set has no such name. */
const entry = (form: Form, { isOpen, names }: Imports, { compilation }: Context): [string, string] => {
  const { name } = symbolOf(form, 'an imported name', form.place);
  const global = names.get(name) ?? (isOpen && compilation.isGlobal(name) ? name : undefined);
  if (global === undefined) throw syntaxError(`the library has no ${name}`, form.place);
  return [name, global];
};

const without = (names: ReadonlyMap<string, string>, left: ReadonlySet<string>): [string, string][] =>
  [...names].filter(([name]) => !left.has(name));

const modifiers: ReadonlyMap<string, Modifier> = new Map<string, Modifier>([
  [
    'only',
    (imports, parts, _form, context) => ({
      isOpen: false,
      names: new Map(parts.map((part) => entry(part, imports, context))),
    }),
  ],
  [
    'except',
    (imports, parts, _form, context) => {
      const left = new Set(parts.map((part) => entry(part, imports, context)[0]));
      return { ...imports, names: new Map(without(imports.names, left)) };
    },
  ],
  [
    'rename',
    (imports, parts, _form, context) => {
      const renamed = parts.map((part): [old: string, global: string, name: string] => {
        const [from, to, ...others] = items(part, context.compilation.places);
        if (from === undefined || others.length > 0) throw syntaxError('a renaming is (old new)', part.place);
        return [...entry(from, imports, context), symbolOf(to, 'a new name', part.place).name];
      });
      const left = new Set(renamed.map(([old]) => old));
      const names = renamed.map(([, global, name]): [string, string] => [name, global]);
      return { ...imports, names: new Map([...without(imports.names, left), ...names]) };
    },
  ],
  [
    'prefix',
    ({ isOpen, names }, [prefix], form) => {
      if (isOpen) throw syntaxError('a prefix needs the names: put (only library name …) inside of it', form.place);
      const { name } = symbolOf(prefix, 'a prefix', form.place);
      return { isOpen, names: new Map([...names].map(([each, global]) => [name + each, global])) };
    },
  ],
]);

const libraryOf = (form: Form, { compilation }: Context): Imports => {
  const name = print(form.datum);
  const standard = standardLibraries.get(name);
  if (standard === null) return { isOpen: true, names: new Map() };
  if (standard !== undefined) return { isOpen: false, names: new Map(standard.split(' ').map((each) => [each, each])) };
  const table = compilation.known(name);
  if (!(table instanceof Pair)) throw syntaxError(`there is no library ${name}`, form.place);
  return { isOpen: false, names: new Map(entriesOf(table.car)) };
};

// Modifiers are met from the outermost, and applied from the innermost.
const importsOf = (given: Form, context: Context): Imports => {
  const applied: (readonly [Modifier, Form[], Form])[] = [];
  let form = given;
  for (;;) {
    const [head, inner, ...parts] = form.datum instanceof Pair ? items(form, context.compilation.places) : [];
    const modifier = head?.datum instanceof SymbolValue ? modifiers.get(head.datum.name) : undefined;
    if (modifier === undefined || !(inner?.datum instanceof Pair)) break;
    applied.push([modifier, parts, form]);
    form = inner;
  }
  return applied.reduceRight(
    (imports, [modifier, parts, where]) => modifier(imports, parts, where, context),
    libraryOf(form, context),
  );
};

/** Binds the names of import sets in the scope, and gives what that takes at run time. */
export const bindImports = (sets: readonly Form[], context: Context): Node[] => {
  const { scope } = context;
  const nodes: Node[] = [];
  for (const set of sets) {
    for (const [name, global] of importsOf(set, context).names) {
      if (scope.library !== null) scope.bind(name, global);
      else if (name !== global) nodes.push(copied(name, global, set, context));
    }
  }
  return nodes;
};

const copied = (name: string, global: string, form: Form, context: Context): Node => {
  const { compilation } = context;
  const { place } = form;
  const meaning = compilation.meaning(global);
  if (typeof meaning !== 'string') {
    return { kind: 'define', name, value: constant(compilation.defineSyntax(name, meaning)), place };
  }
  declare(new SymbolValue(name), form, context);
  return { kind: 'define', name, value: { kind: 'global', name: global, place }, place };
};

export const importForm: Definer = new Definer((parts, form, context) => {
  if (context.scope.library === undefined) throw syntaxError('an import stands at top level', form.place);
  const nodes = bindImports(parts.slice(1), context);
  return { names: [], make: () => sequence(nodes) };
});
