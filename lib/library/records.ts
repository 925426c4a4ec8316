import { VMError } from '../data/error.js';
import { RecordType, RecordValue } from '../data/records.js';
import { emptyList, isTrue, SymbolValue, type Value } from '../data/values.js';
import { withRoom } from '../machine/room.js';
import { type Access, StorePrimitive } from '../machine/store-primitive.js';
import { Box } from '../machine/store.js';
import { define, kinds, unfit, wrongType } from './define.js';
import { type Definition } from '../machine/library.js';

// Records. A record is immutable; a field that can be assigned is held in a box.

export type RecordRole = 'constructor' | 'predicate' | 'accessor' | 'modifier';
export const roles: readonly RecordRole[] = ['constructor', 'predicate', 'accessor', 'modifier'];

/** A procedure that define-record-type gives a name. */
export class RecordProcedure extends StorePrimitive {
  constructor(
    readonly role: RecordRole,
    readonly type: RecordType,
    name: string,
    /** The fields it is about, by their index. */
    readonly fields: readonly number[],
  ) {
    const argc = role === 'constructor' ? fields.length : role === 'modifier' ? 2 : 1;
    super(name, argc, argc, (access, ...args: Value[]) => this.#apply(access, args));
  }

  override get parts(): readonly Value[] {
    return [this.type];
  }

  #apply(access: Access, args: readonly Value[]): Value {
    const [record, value = null] = args as readonly [Value, Value?];
    if (this.role === 'constructor') return this.#construct(access, args);
    const isOne = record instanceof RecordValue && record.type === this.type;
    if (this.role === 'predicate') return isOne;
    if (!isOne) throw wrongType(this.name, `a ${this.type.name}`, record);
    const field = record.values[this.fields[0] as number] as Value;
    if (this.role === 'accessor') return field instanceof Box ? (access.contentOf(field) ?? null) : field;
    access.update(field as Box, () => value);
    return null;
  }

  #construct(access: Access, args: readonly Value[]): RecordValue {
    const { fields, mutable } = this.type;
    access.charge(fields.length);
    // For all of them at once: when one is made, it is too late to collect for the next.
    access.state = withRoom(access.state, mutable.filter(Boolean).length);
    const given = fields.map((_, i) => args[this.fields.indexOf(i)] ?? null);
    const held = given.map((value, i) => (mutable[i] === true ? access.allocate(Box, value, 0) : value));
    return new RecordValue(this.type, held);
  }
}

const fieldOf = ({ name, fields }: RecordType, field: string): number => {
  const index = fields.indexOf(field);
  if (index < 0) throw new VMError('misuse', `${name} has no field ${field}`);
  return index;
};

const maker = (role: RecordRole): Definition =>
  define(`%record-${role}`, 'vy?v', (type, name, of = emptyList) => {
    if (!(type instanceof RecordType)) throw unfit('a record type', type);
    const fields = of instanceof SymbolValue ? [of] : kinds.l(of);
    const indices = fields.map((field) => fieldOf(type, kinds.y(field)));
    return new RecordProcedure(role, type, name, indices);
  });

export const recordPrimitives: readonly Definition[] = [
  define(
    '%record-type',
    'yll',
    (name, fields, mutable) => new RecordType(name, fields.map(kinds.y), mutable.map(isTrue)),
  ),
  ...roles.map(maker),
];
