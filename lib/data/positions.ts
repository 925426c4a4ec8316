// Source positions of bytecode travel beside it: in `positions` of a body, and for a message in a field of its array that
// copies and JSON leave behind, and that nobody else can see.

/** Word offsets and the places they come from, flat: offset, line, column, offset, … */
export type Positions = readonly number[];

// A private field can be put into an array by no other way: what is derived puts its fields into what is given.
const Given = function (given: object) {
  return given;
} as unknown as new (given: object) => object;

class Positioned extends Given {
  readonly #positions: Positions;

  constructor(words: object, positions: Positions) {
    super(words);
    this.#positions = positions;
  }

  static readonly of = (words: object): Positions | undefined => (#positions in words ? words.#positions : undefined);
}

/** Gives words their positions, once and for all. */
export const withPositions = <T extends object>(words: T, positions: Positions): T =>
  new Positioned(words, positions) as unknown as T;

/** The source positions of words that were compiled or loaded. */
export const positionsOf: (words: object) => Positions | undefined = Positioned.of;
