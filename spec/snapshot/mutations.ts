import * as fc from 'fast-check';

// Changes to a snapshot that nobody would make by accident: any node of it deleted, doubled, moved, or replaced by
// something that stands elsewhere in it, refers elsewhere, or belongs nowhere.

type Node = Record<string, unknown> | unknown[];

interface Place {
  readonly holder: Node;
  readonly key: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const at = ({ holder, key }: Place): unknown => (holder as Record<string, unknown>)[key];

/** Every place in a JSON value, or every one that is not in code. */
const placesIn = (root: Node, isCodeToo: boolean): Place[] => {
  const places: Place[] = [];
  const pending: Node[] = [root];
  for (let holder = pending.pop(); holder !== undefined; holder = pending.pop()) {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      const inner = at({ holder, key });
      if (isNode(inner) && (isCodeToo || key !== 'code')) pending.push(inner);
    }
  }
  return places;
};

const put = ({ holder, key }: Place, value: unknown): void => {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
};

const odd: readonly unknown[] = [
  ...[0, -0, 1, -1, -2, 2, 7, 0.5, NaN, Infinity, -Infinity, 1e12, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e308],
  ...['', 'a', '__proto__', 'box', 'vector', 'bytevector', 'hash-table', 'port', 'promise', 'car', 'OP_CALL', '🙂'],
  ...[null, undefined, true, false, [], {}, [[]], [null], [0], [0, 0], [[0, 1e12]], { a: 1 }],
  ...[{ ref: 0 }, { ref: -1 }, { ref: 1e9 }, { ref: '0' }, { ref: null }, [3], ['[1, {}]'], ['[']],
  ...[
    { library: 'car' },
    { library: 'map' },
    { library: 'current-output-port' },
    { library: '__proto__' },
    { library: 1 },
  ],
  ...[{ host: 'double' }, { host: 'none' }, { host: {} }, { symbol: 'x' }, { list: [] }, { list: [1], tail: 2 }],
  ...[
    { integer: '12' },
    { number: 'NaN' },
    { number: '1' },
    { integer: '0xff' },
    { integer: '0xfg' },
    { integer: [] },
    { eof: true },
  ],
  ...[{ vector: [1, { vector: [2] }] }, { bytes: [1, 256] }, { char: 'ab' }, { macro: [1, 2] }, { list: {} }],
  JSON.parse('{"__proto__":{"ref":0}}'),
  JSON.parse('{"__proto__":null}'),
];

/** How one place is changed: a kind of change, which place, and what with. */
export interface Change {
  readonly kind: 'delete' | 'tweak' | 'odd' | 'swap' | 'copy' | 'double' | 'refer' | 'rename' | 'add';
  readonly place: number;
  readonly other: number;
}

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Change['kind']>(
      'delete',
      'tweak',
      'tweak',
      'tweak',
      'odd',
      'odd',
      'swap',
      'copy',
      'double',
      'refer',
      'refer',
      'rename',
      'add',
    ),
    place: fc.nat(1_000_000),
    other: fc.nat(1_000_000),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A copy of a snapshot with the changes made to it. */
export const changed = (snapshot: unknown, list: readonly Change[]): unknown => {
  const whole = structuredClone(snapshot) as Node;
  for (const { kind, place: index, other } of list) {
    const places = placesIn(whole, index % 4 === 0);
    if (places.length === 0) return whole;
    const place = places[index % places.length] as Place;
    const second = places[other % places.length] as Place;
    const value = at(place);
    switch (kind) {
      case 'delete':
        if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
        else Reflect.deleteProperty(place.holder, place.key);
        break;
      // Into something of the same type, which is more likely to be taken.
      case 'tweak':
        if (typeof value === 'boolean') put(place, !value);
        else if (typeof value === 'number') put(place, other % 3 === 0 ? value + 1 : other % (Math.abs(value) + 4));
        else if (typeof value === 'string') put(place, typeof at(second) === 'string' ? at(second) : 'a');
        else if (isNode(value) && 'ref' in value) put(place, { ref: other % (Number(value['ref']) + 1) });
        else put(place, structuredClone(odd[other % odd.length]));
        break;
      case 'odd':
        put(place, structuredClone(odd[other % odd.length]));
        break;
      case 'swap':
        put(place, structuredClone(at(second)));
        put(second, structuredClone(value));
        break;
      case 'copy':
        put(place, structuredClone(at(second)));
        break;
      case 'double':
        if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 0, structuredClone(value));
        break;
      case 'refer': {
        const entries = (whole as { entries?: unknown[] }).entries?.length ?? 1;
        put(place, { ref: other % (entries + 1) });
        break;
      }
      case 'rename':
        Reflect.deleteProperty(place.holder, place.key);
        put({ holder: place.holder, key: second.key }, value);
        break;
      case 'add':
        if (isNode(value)) put({ holder: value, key: second.key }, structuredClone(at(second)));
        break;
    }
  }
  return whole;
};
