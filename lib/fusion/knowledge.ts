// What is known of variables on the way to an instruction.

export type Kind = 'number' | 'pair';

export class Knowledge {
  /** Whether the globals are known to be what they were looked up as. */
  isChecked = false;
  /** The pages of boxes that are known to be the run's own, by the box. */
  readonly pages: Map<string, string> = new Map();
  readonly #kinds: Map<string, Kind>;

  constructor(kinds: Iterable<readonly [string, Kind]> = []) {
    this.#kinds = new Map(kinds);
  }

  /** Whether what an expression gives is of a kind. */
  is(expression: string, kind: Kind): boolean {
    return this.#kinds.get(expression) === kind;
  }

  /** Notes what an expression gives, as long as its variable is not written. */
  learn(expression: string, kind: Kind): void {
    if (/^[lsu]\d/.test(expression)) this.#kinds.set(expression, kind);
  }

  /** A variable is written. */
  forget(variable: string): void {
    this.pages.delete(variable);
    for (const expression of this.#kinds.keys())
      if (expression === variable || expression.startsWith(`${variable}.`)) this.#kinds.delete(expression);
  }

  /** Something was called, which may have written variables and boxes. */
  call(): void {
    this.isChecked = false;
    this.pages.clear();
  }

  /** What is known where two ways meet: of locals, since what is on the stack has moved. */
  meet(other: Knowledge): Knowledge {
    const met = new Knowledge([...this.#kinds].filter(([text, kind]) => text.startsWith('l') && other.is(text, kind)));
    met.isChecked = this.isChecked && other.isChecked;
    return met;
  }
}
