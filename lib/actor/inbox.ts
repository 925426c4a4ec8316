import { Observable, Subject, type Subscriber } from 'rxjs';
import { type Bytecode, type Envelope, Request } from '../machine/message.js';

// The Subject at the head of the stream. A sender that completes or fails does not end it: only its actor does.

/** What is sent to an actor. */
export type Sent = Bytecode | Envelope;

export class Inbox extends Subject<Sent> {
  /** What the actor's own pipeline subscribes to, once. */
  readonly messages: Observable<Sent | Request> = new Observable((pipeline) => {
    this.pipeline = pipeline;
  });
  private pipeline: Subscriber<Sent | Request> | null = null;
  private readonly waiting: (Sent | Request)[] = [];
  /** Whether watchers are being shown a message right now. */
  isShowing = false;

  override next(message: Sent): void {
    this.post(message);
  }

  override complete(): void {
    // A sender's end is not the actor's.
  }

  override error(): void {
    // Nor is its failure.
  }

  /** Shows the message to whoever watches, then gives it to the pipeline. What watchers send meanwhile comes after it. */
  post(message: Sent | Request): void {
    if (!this.observed) this.pipeline?.next(message);
    else {
      this.waiting.push(message);
      if (!this.isShowing) this.showAll();
    }
  }

  /** The end, when the actor stops. */
  end(): void {
    super.complete();
    this.pipeline?.complete();
  }

  private showAll(): void {
    this.isShowing = true;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      super.next(next instanceof Request ? next.bytecode : next);
      this.isShowing = false;
      this.pipeline?.next(next);
      this.isShowing = true;
    }
    this.isShowing = false;
  }
}
