import { type Value } from '../data/values.js';
import { type Instruction } from '../machine/instruction.js';
import { Charges } from './charges.js';
import { type Flow, type Point } from './flow.js';
import { Knowledge } from './knowledge.js';

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
  /** What is known here. */
  known: Knowledge = new Knowledge();
  point!: Point;
  readonly constants: unknown[] = [];
  readonly #lines: Line[] = [];
  readonly #names = new Map<unknown, string>();
  readonly #variables = new Set<string>();
  readonly #captured = new Set<number>();
  #pages = 0;
  readonly #charges: Charges;
  /** What is known on the ways to labels. */
  readonly #arrivals = new Map<number, Knowledge>();

  /** What was found out about loops on the way. */
  readonly found: Loops = new Map();

  constructor(
    readonly flow: Flow,
    /** Whether the whole is a loop: -1 stands for it. */
    readonly isLoop: boolean,
    /** The locals that are always numbers in a loop. */
    readonly numeric: ReadonlyMap<number, ReadonlySet<number>>,
    /** The instructions of a message of which others have the shape: they are found from the first, `c`, when needed. */
    readonly shared: readonly Instruction[] = [],
  ) {
    this.#charges = new Charges(flow.points);
  }

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
    const index = this.shared.indexOf(value as Instruction);
    if (index >= 0) return `m.nth(c,${index})`;
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

  /** A variable for a page, which is used for none else. */
  get page(): string {
    this.#pages += 1;
    return this.variable(`p${this.#pages}`);
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
    this.known.forget(variable);
    if (!this.stack.some(({ text }) => text === variable)) return;
    const copy = this.#fresh;
    this.write(`${copy} = ${variable};`);
    this.stack = this.stack.map((item) => (item.text === variable ? { ...item, text: copy } : item));
  }

  /** Keeps the values of globals on the stack, which may be looked up anew. */
  rescueGlobals(): void {
    for (const { text } of [...this.stack]) if (text.startsWith('G')) this.rescue(text);
  }

  /** Puts every value in its place, as it is at a label. */
  settle(label: number): void {
    this.#arrive(label);
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

  /** Control gets to a label from here. */
  #arrive(label: number): void {
    const other = this.#arrivals.get(label);
    this.#arrivals.set(label, this.known.meet(other ?? this.known));
  }

  /** Goes on at a label, where ways meet: from before it, too, if control gets there. */
  meet(label: number, height: number): void {
    this.stack = Array.from({ length: height }, (_, i) => ({ text: this.variable(`s${i}`) }));
    this.isReached = true;
    this.known = this.#arrivals.get(label) ?? new Knowledge();
  }

  /** Goes on at a loop, of which nothing is known but where it begins. */
  loop(height: number): void {
    this.meet(-1, height);
    this.#charges.begin();
  }

  /** What was called may have done anything, and spent any fuel. */
  part(): void {
    this.known.call();
    this.#charges.begin();
  }

  /** Charges for an instruction, with those that it is done with. */
  charge(cost: number): void {
    const { index } = this.point;
    if (!this.#charges.add(index, cost)) return;
    const leave = this.#leaving('pause', this.stack, () => '');
    this.write(() => {
      const ahead = this.#charges.ahead(index);
      return `if ((g -= ${ahead}) <= 0) { m.gas = g + ${ahead}; ${leave()} }`;
    });
  }

  /** What is charged for the instruction and those that may come behind it. */
  get charged(): () => string {
    const { index } = this.point;
    return () => String(this.#charges.ahead(index));
  }

  // Gives back what another way would have cost.
  #giveBack(from: number, to: number): string {
    const excess = this.#charges.excess(from, to);
    return excess > 0 ? `g += ${excess};` : '';
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
    this.#charges.end(this.point.index);
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
  go(target: number, where: string, condition?: string): void {
    const { index } = this.point;
    this.#arrive(target);
    const moves = this.#moves().join(' ');
    if (condition === undefined) {
      this.write(`${moves} ${where};`);
      this.isReached = false;
      return;
    }
    this.write(
      () => `if (${condition}) { ${moves} ${this.#giveBack(index, target)} ${where}; }`,
      () => this.#giveBack(index, index + 1),
    );
  }
}
