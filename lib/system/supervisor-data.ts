import { VMError } from '../data/error.js';
import { print } from '../index.js';
import { isList, Pair, Procedure, SymbolValue, type Value } from '../data/values.js';
import {
  type CheckedChild,
  type CheckedSupervisor,
  checkChild,
  checkSupervisor,
  type CheckStart,
} from './supervisor-check.js';

// Supervisors and children as programs describe them: lists of fields, `((strategy one-for-one) (intensity 2))`, and
// `(child id start fields)`.

/** What a child of a program's making starts from: a procedure, or a supervisor in turn. */
export type DataStart = Procedure | CheckedSupervisor<DataStart>;

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const elementsOf = (what: string, value: Value): readonly Value[] => {
  if (isList(value)) return [...value];
  throw new VMError('misuse', `${what} is a list, not ${print(value)}`);
};

const fieldsOf = (what: string, data: Value): Record<string, unknown> =>
  Object.fromEntries(
    elementsOf(what, data).map((field) => {
      const [name, value, ...more] = isList(field) ? field : [];
      if (!(name instanceof SymbolValue) || value === undefined || more.length > 0)
        throw new VMError('misuse', `${what} is a list of fields like (name value), not ${print(field)}`);
      return [camel(name.name), name.name === 'backoff' ? fieldsOf('backoff', value) : plain(value)];
    }),
  );

const plain = (value: Value): unknown => (value instanceof SymbolValue ? camel(value.name) : value);

const isNamed = (value: Value | undefined, name: string): boolean =>
  value instanceof SymbolValue && value.name === name;

const startOf: CheckStart<DataStart> = (start) => {
  if (start instanceof Procedure) return { start, isSupervisor: false };
  if (start instanceof Pair && isNamed(start.car, 'supervisor') && start.cdr instanceof Pair)
    return { start: supervisorOf(start.cdr.car, start.cdr.cdr), isSupervisor: true };
  throw new VMError('misuse', `start of a child is a procedure or a supervisor-spec, not ${print(start as Value)}`);
};

const describedChild = (data: Value): Record<string, unknown> => {
  const [head, id, start, fields, ...more] = isList(data) ? data : [];
  if (!isNamed(head, 'child') || fields === undefined || more.length > 0)
    throw new VMError('misuse', `a child is made by (child id start fields), not ${print(data)}`);
  return { ...fieldsOf('a child', fields), id, start };
};

/** The child that a program describes. Faults: `misuse`, which names the field. */
export const childOf = (data: Value): CheckedChild<DataStart> => checkChild(describedChild(data), startOf);

/** The supervisor that a program describes. Faults: `misuse`, which names the field. */
export const supervisorOf = (options: Value, children: Value): CheckedSupervisor<DataStart> => {
  const described = elementsOf('children', children).map(describedChild);
  return checkSupervisor({ ...fieldsOf('a supervisor', options), children: described }, startOf);
};
