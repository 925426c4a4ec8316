// The gate of an actor: inside it runs at most one message. The mailbox lets the next one in when the gate is open; the
// fold holds it while a message that is longer than a slice goes on.

export class Gate {
  /** A message, or a notification about one, is being handled right now. */
  isInside = false;
  /** A message is running and waits for its next slice. */
  isHeld = false;
  /** The message that is being handled or held. */
  handling: unknown = null;
  /** Nothing is let in until the actor starts. */
  isPaused = false;
  /** Lets in whoever waits: set by the mailbox. */
  drain!: () => void;
  /** Lets in one who waits, also while paused, and says whether there was one: set by the mailbox. */
  admit!: () => boolean;
  /** Whether nobody waits: set by the mailbox. */
  isEmpty!: () => boolean;
  readonly #postponed: (() => void)[] = [];

  get isOpen(): boolean {
    return !this.isInside && !this.isHeld && !this.isPaused;
  }

  /** Does something inside the gate, then lets in whoever came meanwhile. */
  enter(action: () => void): void {
    if (this.isInside) {
      action();
      return;
    }
    this.isInside = true;
    try {
      action();
    } finally {
      this.leave();
    }
    this.drain();
  }

  /** Ends what `isInside` began, and does what had to wait for it. */
  leave(): void {
    while (this.#postponed.length > 0) this.#postponed.shift()?.();
    this.isInside = false;
  }

  /** Does something between two messages: now, if nobody is inside. */
  between(action: () => void): void {
    if (this.isInside) this.#postponed.push(action);
    else action();
  }
}
