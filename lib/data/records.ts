import { ObjectValue, type Value } from './values.js';

// Records: values of types that a program defines.

/** A type made by `define-record-type`. Two definitions are two types, whatever they are called. */
export class RecordType extends ObjectValue {
  constructor(
    readonly name: string,
    readonly fields: readonly string[],
    /** The fields that can be assigned: they are held in boxes. */
    readonly mutable: readonly boolean[],
  ) {
    super();
  }

  override get kind(): string {
    return 'record-type';
  }
}

/** An instance: its type, and a value for each field. */
export class RecordValue extends ObjectValue {
  constructor(
    readonly type: RecordType,
    readonly values: readonly Value[],
  ) {
    super();
  }

  override get parts(): readonly Value[] {
    return [this.type, ...this.values];
  }

  override withParts([type, ...values]: readonly [RecordType, ...Value[]]): RecordValue {
    return new RecordValue(type, values);
  }
}
