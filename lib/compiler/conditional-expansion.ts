import { print } from '../data/printer.js';
import { Pair, SymbolValue } from '../data/values.js';
import { type Context, Splice } from './expand.js';
import { type Form, items, shown, syntaxError } from './form.js';
import { features, standardLibraries } from './standard-libraries.js';
import { type Made, type Step, walk } from './walk.js';

// cond-expand: the forms of the first clause whose requirement holds.

export const conditionalExpansion: Splice = new Splice((parts, _form, context) => chosen(parts.slice(1), context));

/** The forms of the clause that is chosen; none where none is. */
export const chosen = (clauses: readonly Form[], context: Context): readonly Form[] => {
  for (const clause of clauses) {
    const [requirement, ...forms] = items(clause, context.compilation.places);
    if (requirement === undefined) throw syntaxError('a clause is (requirement form …)', clause.place);
    if (walk(holds(requirement, context))) return forms;
  }
  return [];
};

const holds = (requirement: Form, context: Context): Made<boolean> => {
  const { datum } = requirement;
  if (datum instanceof SymbolValue) return datum.name === 'else' || features.includes(datum.name);
  return combined(requirement, context);
};

function* combined(requirement: Form, context: Context): Step<boolean> {
  const [head, ...others] = items(requirement, context.compilation.places);
  context.compilation.spend(1 + others.length, requirement.place);
  const name = head?.datum instanceof SymbolValue ? head.datum.name : '';
  const [first] = others;
  if (first !== undefined && others.length === 1) {
    if (name === 'library') return isLibrary(first, context);
    if (name === 'not') return !(yield holds(first, context));
  }
  if (name !== 'and' && name !== 'or') throw syntaxError(`${shown(requirement)} is no requirement`, requirement.place);
  for (const each of others) if ((yield holds(each, context)) !== (name === 'and')) return name === 'or';
  return name === 'and';
}

const isLibrary = ({ datum }: Form, { compilation }: Context): boolean => {
  const name = print(datum);
  return standardLibraries.has(name) || compilation.known(name) instanceof Pair;
};
