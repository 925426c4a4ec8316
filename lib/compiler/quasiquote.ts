import { emptyList, Pair, SymbolValue } from '../data/values.js';
import { stepsOfForm, stepsOfVector } from './budget.js';
import { listOf, vectorOf } from './data.js';
import { expand, type Forms, forms, means, quoted } from './expand.js';
import { first, type Form, misplaced, rest as restOf, split } from './form.js';
import { callOf, Constant, type Node } from './node.js';
import { type Scope } from './scope.js';
import { type Made, type Step } from './walk.js';

// Quasi-quotations: what is constant in them stays a constant, and the lists around the rest are built.

export const quasiquoteForm: Forms = forms({
  'quasiquote template': ([, template], _form, scope) => built(template, 0, scope),
});

const empty = new Constant(emptyList);

// What a template is at a level of quasi-quotations inside each other.
const built = (form: Form, level: number, scope: Scope): Made<Node> => {
  const elements = listOf(form);
  if (elements !== undefined) return builtVector(elements, level, scope);
  return form.datum instanceof Pair ? builtList(form, level, scope) : quoted(form, scope);
};

function* builtVector(form: Form, level: number, scope: Scope): Step<Node> {
  scope.unit.spend(stepsOfVector, form);
  const node = yield joined(split(form)[0], empty, level, scope);
  return node instanceof Constant ? new Constant(vectorOf(node.value)) : callOf('list->vector', [node], form.place);
}

// The keyword that a list starts with, if it is one of quasi-quotation: (unquote x), or the end of (a . (unquote x)).
const keywordOf = ({ datum, place }: Form, scope: Scope): string | undefined =>
  datum instanceof Pair && datum.cdr instanceof Pair && datum.cdr.cdr === emptyList
    ? ['quasiquote', 'unquote', 'unquote-splicing'].find((name) => means({ datum: datum.car, place }, name, scope))
    : undefined;

function* builtList(form: Form, level: number, scope: Scope): Step<Node> {
  scope.unit.spend(stepsOfForm, form);
  const parts: Form[] = [];
  let rest = form;
  let keyword = keywordOf(rest, scope);
  while (rest.datum instanceof Pair && keyword === undefined) {
    parts.push(first(rest));
    rest = restOf(rest);
    keyword = keywordOf(rest, scope);
  }
  let tail: Node;
  if (keyword === undefined) tail = yield built(rest, level, scope);
  else {
    const inner = first(restOf(rest));
    const isQuasi = keyword === 'quasiquote';
    if (level > 0 || isQuasi) {
      const args = yield joined([inner], empty, isQuasi ? level + 1 : level - 1, scope);
      tail = consed(new Constant(new SymbolValue(keyword)), args, form);
    } else {
      if (keyword !== 'unquote') misplaced(rest);
      tail = yield expand(inner, scope);
    }
  }
  return yield joined(parts, tail, level, scope);
}

// The elements before a tail. What is spliced at the very end is that tail itself.
function* joined(parts: readonly Form[], node: Node, level: number, scope: Scope): Step<Node> {
  for (const part of [...parts].reverse()) {
    if (level === 0 && keywordOf(part, scope) === 'unquote-splicing') {
      const list = yield expand(first(restOf(part)), scope);
      const isLast = node instanceof Constant && node.value === emptyList;
      node = isLast ? list : callOf('append', [list, node], part.place);
    } else node = consed(yield built(part, level, scope), node, part);
  }
  return node;
}

const consed = (first: Node, rest: Node, { place }: Form): Node =>
  first instanceof Constant && rest instanceof Constant
    ? new Constant(new Pair(first.value, rest.value))
    : callOf('cons', [first, rest], place);
