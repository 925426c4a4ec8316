import { list, SymbolValue, type Value } from '../data/values.js';
import { assigned } from './body.js';
import { Definer, type Keyword } from './expand.js';
import { type Form, items, type Places, symbolOf, syntaxError } from './form.js';
import { lookUp } from './scope.js';
import { callOf, constant, type LocalVariable, type Node, sequence, variable } from './syntax.js';

// define-record-type: a type, and the procedures that make, tell, read and change its instances.

interface Part {
  readonly name: SymbolValue;
  /** What the library makes it with, of the type, its name and these. */
  readonly maker: string;
  readonly constants: readonly Value[];
}

const plain = ({ name }: SymbolValue): SymbolValue => new SymbolValue(name);

const fieldIn = (fields: readonly SymbolValue[], form: Form): SymbolValue => {
  const { name } = symbolOf(form, 'a field', form.place);
  const found = fields.find((field) => field.name === name);
  return found ?? fail(`${name} is no field of the type`, form);
};

const fail = (detail: string, { place }: Form): never => {
  throw syntaxError(detail, place);
};

const constructorOf = (form: Form, fields: readonly SymbolValue[], places: Places): readonly Part[] => {
  if (form.datum === false) return [];
  const maker = '%record-constructor';
  if (form.datum instanceof SymbolValue) return [{ name: form.datum, maker, constants: [list(fields)] }];
  const [head, ...taken] = items(form, places);
  const name = symbolOf(head, 'the name of a constructor', form.place);
  return [{ name, maker, constants: [list(taken.map((each) => fieldIn(fields, each)))] }];
};

const predicateOf = (form: Form): readonly Part[] =>
  form.datum === false
    ? []
    : [{ name: symbolOf(form, 'the name of a predicate', form.place), maker: '%record-predicate', constants: [] }];

const proceduresOf = (field: SymbolValue, [accessor, modifier]: readonly Form[], form: Form): readonly Part[] => {
  const constants = [field];
  return [[accessor, '%record-accessor'] as const, [modifier, '%record-modifier'] as const].flatMap(([part, maker]) =>
    part === undefined ? [] : [{ name: symbolOf(part, 'a procedure of a field', form.place), maker, constants }],
  );
};

const defineRecordType = new Definer((parts, form, { compilation: { places } }) => {
  const [, first, constructor, predicate, ...specifications] = parts;
  if (constructor === undefined || predicate === undefined) {
    throw syntaxError('it is (define-record-type name (make field …) name? (field get set) …)', form.place);
  }
  const type = symbolOf(first, 'the name of a record type', form.place);
  const fields: SymbolValue[] = [];
  const mutable: boolean[] = [];
  const procedures: Part[] = [];
  for (const each of specifications) {
    const [name, ...others] = each.datum instanceof SymbolValue ? [each] : items(each, places);
    if (others.length > 2) fail('a field is (name get set)', each);
    const field = plain(symbolOf(name, 'the name of a field', each.place));
    if (fields.some((other) => other.name === field.name)) fail(`${field.name} is a field twice`, each);
    fields.push(field);
    mutable.push(others.length === 2);
    procedures.push(...proceduresOf(field, others, each));
  }
  const all = [...constructorOf(constructor, fields, places), ...predicateOf(predicate), ...procedures];
  return {
    names: [type, ...all.map(({ name }) => name)],
    make: ({ scope }): Node => {
      const { place } = form;
      const target = lookUp(type, scope) as LocalVariable | string;
      const made = callOf('%record-type', [plain(type), list(fields), list(mutable)].map(constant), place);
      const read = variable(target, place);
      return sequence([
        assigned(target, made, form),
        ...all.map(({ name, maker, constants }) =>
          assigned(
            lookUp(name, scope),
            callOf(maker, [read, ...[plain(name), ...constants].map(constant)], place),
            form,
          ),
        ),
      ]);
    },
  };
});

export const recordForms: readonly (readonly [string, Keyword])[] = [['define-record-type', defineRecordType]];
