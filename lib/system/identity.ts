import { ObjectValue } from '../data/values.js';

// Names of actors and of requests. They are plain data: a program can keep, send and compare them, and cannot forge them.

/** What names something for as long as the system lives: who made it, and the how manieth of its makings it was. */
export abstract class Identity extends ObjectValue {
  #key: string | null = null;

  constructor(
    readonly maker: number,
    readonly serial: number,
  ) {
    super();
  }

  /** The name as text, the same for equal names and for no others. */
  get key(): string {
    return (this.#key ??= `${this.maker}.${this.serial}`);
  }
}

/** The name of an actor. */
export class Pid extends Identity {
  #bearer: unknown = null;

  /** The actor of that name while there is one, for the system that it belongs to: looking it up would take longer. */
  get bearer(): unknown {
    return this.#bearer;
  }

  name(bearer: unknown): void {
    this.#bearer = bearer;
  }

  override get kind(): string {
    return `pid ${this.key}`;
  }
}

/** A name that nothing else has: of a monitor, a timer, a request. */
export class Reference extends Identity {
  override get kind(): string {
    return `reference ${this.key}`;
  }
}
