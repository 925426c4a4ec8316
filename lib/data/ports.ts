import { Cell, Content } from './cells.js';
import { ObjectValue } from './values.js';

// Ports: references to a text or bytes that are read from one end, or written at the other. What is printed to the
// console is an effect, and its port a value.

export class Port extends Cell {
  override get kind(): string {
    return 'port';
  }
}

/** The port of what `output$` gives, or of an input that is always at its end: one of each. */
export class ConsolePort extends ObjectValue {
  constructor(readonly isInput: boolean) {
    super();
  }

  override get kind(): string {
    return 'port';
  }
}

export const consolePort: ConsolePort = /* @__PURE__ */ new ConsolePort(false);
export const noInput: ConsolePort = /* @__PURE__ */ new ConsolePort(true);

/** What a port stands at: a text, or bytes as a text of their codes. */
export class PortContent extends Content {
  constructor(
    readonly isInput: boolean,
    readonly isBinary: boolean,
    readonly text: string,
    /** How much of an input has been read, in code units. */
    readonly position: number = 0,
    readonly isOpen: boolean = true,
    /** Whether `#!fold-case` holds from here on. */
    readonly isFolding: boolean = false,
  ) {
    super();
  }

  get weight(): number {
    return this.text.length >> 3;
  }

  /** How much of an input is left. */
  get left(): number {
    return this.text.length - this.position;
  }

  /** The input after so much of it is read. */
  after(position: number, isFolding: boolean = this.isFolding): PortContent {
    return new PortContent(this.isInput, this.isBinary, this.text, position, this.isOpen, isFolding);
  }

  /** The output with more at its end. */
  and(text: string): PortContent {
    return new PortContent(this.isInput, this.isBinary, this.text + text, 0, this.isOpen);
  }

  closed(): PortContent {
    return new PortContent(this.isInput, this.isBinary, this.text, this.position, false);
  }
}
