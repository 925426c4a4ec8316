import { emptyList, Pair, SymbolValue } from '../data/values.js';
import { stepsOfForm, stepsOfVector } from './budget.js';
import { type Context, expand, inside, means, quoted, type Special } from './expand.js';
import { type Form, items, split, syntaxError } from './form.js';
import { asList, asVector } from './strip.js';
import { callOf, constant, type Node } from './syntax.js';
import { type Made, type Step } from './walk.js';

// Quasi-quotations: what is constant in them stays a constant, and the lists around the rest are built.

const quasiquote: Special = (parts, form, context) => {
  if (parts.length !== 2) throw syntaxError('a quasi-quotation is (quasiquote template)', form.place);
  return built(parts[1] as Form, 0, inside(context));
};

// What a template is at a level of quasi-quotations inside each other.
const built = (form: Form, level: number, context: Context): Made<Node> => {
  const { datum, place } = form;
  const elements = asList(datum);
  if (elements !== undefined) return builtVector({ datum: elements, place }, level, context);
  if (!(datum instanceof Pair)) return quoted(form, context);
  return builtList(form, level, context);
};

function* builtVector(form: Form, level: number, context: Context): Step<Node> {
  context.compilation.spend(stepsOfVector, form.place);
  const { parts } = split(form, context.compilation.places);
  const node = yield joined(parts, constant(emptyList), level, form, context);
  if (node.kind !== 'constant') return callOf('%list->vector', [node], form.place);
  return constant(asVector(node.value));
}

const steps: ReadonlyMap<string, number> = new Map([
  ['quasiquote', 1],
  ['unquote', -1],
  ['unquote-splicing', -1],
]);

// The keyword that a list starts with, if it is one of quasi-quotation: (unquote x), or the end of (a . (unquote x)).
const keywordOf = (form: Form, context: Context): string | undefined => {
  const { datum } = form;
  if (!(datum instanceof Pair && datum.cdr instanceof Pair && datum.cdr.cdr === emptyList)) return undefined;
  const head = { datum: datum.car, place: form.place };
  return [...steps.keys()].find((name) => means(head, name, context));
};

function* builtList(form: Form, level: number, context: Context): Step<Node> {
  const { places } = context.compilation;
  context.compilation.spend(stepsOfForm, form.place);
  const parts: Form[] = [];
  let rest = form;
  let keyword = keywordOf(rest, context);
  while (rest.datum instanceof Pair && keyword === undefined) {
    const { datum } = rest;
    parts.push({ datum: datum.car, place: places.get(datum) ?? form.place });
    rest = { datum: datum.cdr, place: form.place };
    keyword = keywordOf(rest, context);
  }
  let tail: Node;
  if (keyword === undefined) tail = yield built(rest, level, context);
  else {
    const [, inner] = items(rest, places) as [Form, Form];
    if (level === 0 && keyword === 'unquote-splicing') {
      throw syntaxError('unquote-splicing stands for elements of a list or vector', rest.place);
    }
    if (level === 0 && keyword === 'unquote') tail = yield expand(inner, context);
    else {
      const name = constant(new SymbolValue(keyword));
      const next = level + (steps.get(keyword) as number);
      tail = consed(name, yield joined([inner], constant(emptyList), next, form, context), form);
    }
  }
  return yield joined(parts, tail, level, form, context);
}

// The elements before a tail. What is spliced at the very end is that tail itself.
function* joined(parts: readonly Form[], tail: Node, level: number, form: Form, context: Context): Step<Node> {
  let node = tail;
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const part = parts[i] as Form;
    if (level === 0 && keywordOf(part, context) === 'unquote-splicing') {
      const [, spliced] = items(part, context.compilation.places) as [Form, Form];
      const list = yield expand(spliced, context);
      const isLast = node.kind === 'constant' && node.value === emptyList;
      node = isLast ? list : callOf('%append', [list, node], part.place);
    } else node = consed(yield built(part, level, context), node, part);
  }
  return node;
}

const consed = (first: Node, rest: Node, { place }: Form): Node =>
  first.kind === 'constant' && rest.kind === 'constant'
    ? constant(new Pair(first.value, rest.value))
    : callOf('%cons', [first, rest], place);

export const quasiquoteForm: readonly [string, Special] = ['quasiquote', quasiquote];
