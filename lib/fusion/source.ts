import { type Value } from '../data/values.js';
import { type Flow, type Point } from './flow.js';

// The text of a function as it is written. Nothing of a program is printed into it but how many of what there are: values,
// names and code are constants, which are given to the function by reference.
//
// Values on the operand stack are known by what they are in the text: a local `l0`, a constant `k0`, or the place of the
// stack they were put in, `s0`. Where ways meet, each value is in its place.

/** A value on the operand stack, as the text has it. */
export interface Item {
  readonly text: string;
  /** What it always is. */
  readonly value?: Value;
  /** The number of the global variable whose value it is. */
  readonly global?: number;
  readonly isNumber?: boolean;
  readonly isBoolean?: boolean;
}

type Line = string | (() => string);

const text = (line: Line): string => (typeof line === 'string' ? line : line());

/** For each loop, the locals that are given numbers in it, and those that are given what may be something else. */
export type Loops = Map<number, { readonly numbers: Set<number>; readonly others: Set<number> }>;

export class Source {
  stack: Item[] = [];
  /** Whether control gets to what is written next. */
  isReached = true;
  /** Whether the globals are known to be what they were looked up as. */
  isChecked = false;
  point!: Point;
  /** The pages of boxes that are known to be the run's own, by the box. */
  readonly pages: Map<string, string> = new Map();
  readonly constants: unknown[] = [];
  readonly #lines: Line[] = [];
  readonly #names = new Map<unknown, string>();
  readonly #variables = new Set<string>();
  readonly #captured = new Set<number>();
  #block: { cost: number } | null = null;
  #charged = 0;

  /** What was found out about loops on the way. */
  readonly found: Loops = new Map();

  constructor(
    readonly flow: Flow,
    /** Whether the whole is a loop: -1 stands for it. */
    readonly isLoop: boolean,
    /** The locals that are always numbers in a loop. */
    readonly numeric: ReadonlyMap<number, ReadonlySet<number>>,
  ) {}

  /** The loops around an instruction. */
  #around(index: number): number[] {
    const loops = this.flow.loops.filter(({ from, to }) => from <= index && index < to).map(({ from }) => from);
    return this.isLoop ? [-1, ...loops] : loops;
  }

  /** A local as a value. */
  local(index: number): Item {
    const isNumber = this.#around(this.point.index).some((loop) => this.numeric.get(loop)?.has(index) === true);
    return { text: `l${index}`, isNumber };
  }

  /** A captured value, which is read once for each procedure. */
  captured(index: number): string {
    this.#captured.add(index);
    return this.variable(`c${index}`);
  }

  /** What reads the captured values. */
  get loadCaptured(): string {
    return [...this.#captured].map((index) => `c${index} = self.captured[${index}];`).join(' ');
  }

  /** Notes that a local is given a value. */
  assign(index: number, { text, isNumber }: Item): void {
    if (text === `l${index}`) return;
    for (const loop of this.#around(this.point.index)) {
      const found = this.found.get(loop) ?? { numbers: new Set(), others: new Set() };
      this.found.set(loop, found);
      (isNumber === true ? found.numbers : found.others).add(index);
    }
  }

  /** Makes sure that locals which are numbers in a loop are so before it. */
  enter(loop: number): void {
    for (const index of this.numeric.get(loop) ?? []) {
      const local = `l${index}`;
      const leave = this.#leaving('quit', this.stack, () => '0,');
      this.write(() => `if (typeof ${local} !== 'number') { m.gas = g; ${leave()} }`, `${local} = +${local};`);
    }
  }

  write(...lines: readonly Line[]): void {
    this.#lines.push(...lines);
  }

  get text(): string {
    return this.#lines.map(text).join('\n');
  }

  /** The variables of the function beside its parameters. */
  declarations(parameters: readonly string[]): string {
    const own = [...this.#variables].filter((name) => !parameters.includes(name));
    return own.length === 0 ? '' : `let ${own.join()};`;
  }

  /** A constant that is given to the function. */
  constant(value: unknown): string {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    const name = `k${this.constants.push(value) - 1}`;
    // Zeros of both signs are one key.
    if (value !== 0) this.#names.set(value, name);
    return name;
  }

  /** A variable of the function. */
  variable(name: string): string {
    this.#variables.add(name);
    return name;
  }

  get #fresh(): string {
    return this.variable(`u${this.#variables.size}`);
  }

  pop(): Item {
    return this.stack.pop() as Item;
  }

  popAll(count: number): Item[] {
    return count === 0 ? [] : this.stack.splice(-count);
  }

  push(item: Item): void {
    this.stack.push(item);
  }

  /** Puts what an expression gives on the stack. */
  give(expression: string, about: Omit<Item, 'text'> = {}): void {
    const place = this.#place(this.stack.length);
    if (expression !== place) this.write(`${place} = ${expression};`);
    this.push({ text: place, ...about });
  }

  // What else is in a place gets another.
  #place(position: number): string {
    const place = this.variable(`s${position}`);
    this.rescue(place);
    return place;
  }

  /** Keeps the values on the stack that are in a variable which is to be written. */
  rescue(variable: string): void {
    this.pages.delete(variable);
    if (!this.stack.some(({ text }) => text === variable)) return;
    const copy = this.#fresh;
    this.write(`${copy} = ${variable};`);
    this.stack = this.stack.map((item) => (item.text === variable ? { ...item, text: copy } : item));
  }

  /** Keeps the values of globals on the stack, which may be looked up anew. */
  rescueGlobals(): void {
    for (const { text, global } of [...this.stack]) if (global !== undefined) this.rescue(text);
    this.stack = this.stack.map((item) =>
      item.global === undefined || item.text.startsWith('G') ? item : { text: item.text },
    );
  }

  /** Puts every value in its place, as it is where ways meet. */
  settle(): void {
    this.write(...this.#moves());
    this.stack = this.stack.map((_item, i) => ({ text: this.variable(`s${i}`) }));
  }

  #moves(): string[] {
    const moves = this.stack
      .map(({ text }, i) => [this.variable(`s${i}`), text] as const)
      .filter(([to, from]) => to !== from);
    if (!moves.some(([, from]) => from.startsWith('s'))) return moves.map(([to, from]) => `${to} = ${from};`);
    return [
      ...moves.map(([to, from]) => `${this.variable(`t${to}`)} = ${from};`),
      ...moves.map(([to]) => `${to} = t${to};`),
    ];
  }

  /** What is known where ways meet. */
  meet(height: number): void {
    this.stack = Array.from({ length: height }, (_, i) => ({ text: this.variable(`s${i}`) }));
    this.isReached = true;
    this.part();
  }

  /** The next instruction begins a block of its own. */
  part(): void {
    this.#block = null;
    this.isChecked = false;
    this.pages.clear();
  }

  /** Ends the block, and keeps what is known. */
  cut(): void {
    this.#block = null;
  }

  /** Charges for an instruction, with those that it is done with. */
  charge(cost: number): void {
    if (this.#block === null) {
      const block = { cost: 0 };
      this.#block = block;
      const leave = this.#leaving('pause', this.stack, () => '');
      this.write(() => `if ((g -= ${block.cost}) <= 0) { m.gas = g + ${block.cost}; ${leave()} }`);
    }
    this.#charged = this.#block.cost;
    this.#block.cost += cost;
  }

  /** What is charged for the instruction and those that are done with it. */
  get charged(): () => string {
    const block = this.#block as { cost: number };
    const before = this.#charged;
    return () => String(block.cost - before);
  }

  #leaving(how: string, stack: readonly Item[], more: () => string): () => string {
    const { instruction, most } = this.point;
    const locals = Array.from({ length: most }, (_, i) => `l${i}`);
    const values = stack.map(({ text }) => text);
    const at = this.constant(instruction);
    return () => `return m.${how}(${at},${more()} self, [${locals.join()}], [${values.join()}]);`;
  }

  /** Leaves the instruction to the interpreter; the stack is as it was before. */
  quit(...operands: readonly Item[]): void {
    this.quitIf('', ...operands);
    this.isReached = false;
  }

  /** The same if a condition holds. */
  quitIf(condition: string, ...operands: readonly Item[]): void {
    const { charged } = this;
    const leave = this.#leaving('quit', [...this.stack, ...operands], () => `${charged()},`);
    this.write(() => `${condition === '' ? '' : `if (${condition}) `}{ m.gas = g; ${leave()} }`);
  }

  /** Leaves where what was called has stopped; its operands are taken if it was done. */
  exitIf(condition: string, ...operands: readonly Item[]): void {
    this.write(this.#exit(condition, 'm.gas = g; ', operands));
  }

  #exit(condition: string, before: string, operands: readonly Item[]): Line {
    const { charged } = this;
    const leave = this.#leaving('exit', [...this.stack, ...operands], () => `${charged()}, ${operands.length},`);
    return () => `if (${condition}) { ${before}${leave()} }`;
  }

  /** Calls what spends fuel itself, and leaves if it has stopped. */
  call(expression: Line, operands: readonly Item[], isStopped = 'r === X'): string {
    const r = this.variable('r');
    this.write(() => `m.gas = g; ${r} = ${text(expression)};`);
    this.write(this.#exit(isStopped, '', operands));
    this.write('g = m.gas;');
    return r;
  }

  /** Goes to a label or a loop, if a condition holds. */
  go(where: string, condition?: string): void {
    const moves = this.#moves().join(' ');
    this.write(condition === undefined ? `${moves} ${where};` : `if (${condition}) { ${moves} ${where}; }`);
    if (condition === undefined) this.isReached = false;
  }
}
