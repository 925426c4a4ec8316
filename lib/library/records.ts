import { VMError } from '../data/error.js';
import { RecordType, RecordValue } from '../data/records.js';
import { emptyList, isTrue, SymbolValue, type Value } from '../data/values.js';
import { answer, checkArity } from '../machine/call.js';
import { type Call, Operation } from '../machine/procedures.js';
import { withRoom } from '../machine/room.js';
import { Access } from '../machine/store-primitive.js';
import { Box } from '../machine/store.js';
import { type VMState } from '../machine/state.js';
import { elementsOf, primitive, symbolOf, wrongType } from './define.js';
import { type Primitive } from '../machine/procedures.js';

// Records. A record is immutable; a field that can be assigned is held in a box.

export type RecordRole = 'constructor' | 'predicate' | 'accessor' | 'modifier';
export const roles: readonly RecordRole[] = ['constructor', 'predicate', 'accessor', 'modifier'];

/** A procedure that define-record-type gives a name. */
export class RecordProcedure extends Operation {
  constructor(
    readonly role: RecordRole,
    readonly type: RecordType,
    readonly name: string,
    /** The fields it is about, by their index. */
    readonly fields: readonly number[],
  ) {
    super();
  }

  override get parts(): readonly Value[] {
    return [this.type];
  }

  enter(call: Call): VMState {
    const argc = { constructor: this.fields.length, predicate: 1, accessor: 1, modifier: 2 }[this.role];
    checkArity({ name: this.name, least: argc, most: argc }, call.args.length);
    const access = new Access(call.state);
    const result = this.#apply(access, call.args);
    return answer({ ...call, state: access.state }, result);
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
    access.state = withRoom(access.state, mutable.filter((isMutable) => isMutable).length);
    const given = fields.map((_, i) => args[this.fields.indexOf(i)] ?? null);
    const held = given.map((value, i) => (mutable[i] === true ? access.allocate(Box, value, 0) : value));
    return new RecordValue(this.type, held);
  }
}

const nameOf = (value: Value): string => symbolOf('define-record-type', value);

const typeOf = (name: string, value: Value): RecordType => {
  if (!(value instanceof RecordType)) throw wrongType(name, 'a record type', value);
  return value;
};

const fieldOf = ({ name, fields }: RecordType, field: Value): number => {
  const index = fields.indexOf(nameOf(field));
  if (index < 0) throw new VMError('misuse', `${name} has no field ${nameOf(field)}`);
  return index;
};

const maker = (role: RecordRole, argc: number): Primitive =>
  primitive(`%record-${role}`, argc, (value: Value, name: Value, of: Value = emptyList) => {
    const type = typeOf(nameOf(name), value);
    const fields = of instanceof SymbolValue ? [of] : elementsOf(nameOf(name), of);
    return new RecordProcedure(
      role,
      type,
      nameOf(name),
      fields.map((field) => fieldOf(type, field)),
    );
  });

export const recordPrimitives: readonly Primitive[] = [
  primitive(
    '%record-type',
    3,
    (name: Value, fields: Value, mutable: Value) =>
      new RecordType(
        nameOf(name),
        elementsOf('define-record-type', fields).map(nameOf),
        elementsOf('define-record-type', mutable).map(isTrue),
      ),
  ),
  maker('constructor', 3),
  maker('predicate', 2),
  maker('accessor', 3),
  maker('modifier', 3),
];
