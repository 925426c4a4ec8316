import { Observable, Subject, type Subscriber } from 'rxjs';
import { type Bytecode, type Envelope, Request } from '../machine/message.js';
import { Queue } from '../stream/line.js';

// The Subject at the head of the stream. A sender that completes or fails does not end it: only its actor does.

/** What is sent to an actor. */
export type Sent = Bytecode | Envelope;

/** What travels the stream: the words of a `send`, or a request, around whatever else came. */
export type Posted = Bytecode | Request;

export class Inbox extends Subject<Sent> {
  /** What the actor's own pipeline subscribes to, once. */
  readonly messages: Observable<Posted> = new Observable((pipeline) => {
    this.#pipeline = pipeline;
  });
  /** Whether watchers are being shown a message right now. */
  isShowing = false;
  #pipeline: Subscriber<Posted> | null = null;
  readonly #waiting = new Queue<Posted>(0);
  readonly #refuse: (message: Posted) => void;

  constructor(refuse: (message: Posted) => void) {
    super();
    this.#refuse = refuse;
  }

  override next(message: Sent): void {
    this.post(new Request(message));
  }

  override complete(): void {
    // A sender's end is not the actor's.
  }

  override error(): void {
    // Nor is its failure.
  }

  /** Shows the message to whoever watches, then gives it to the pipeline. What watchers send meanwhile comes after it. */
  post(message: Posted): void {
    if (!this.observed && !this.isShowing) {
      this.#deliver(message);
      return;
    }
    this.#waiting.push(message);
    if (!this.isShowing) this.#showAll();
  }

  /** The end, when the actor stops. */
  end(): void {
    super.complete();
    this.#pipeline = null;
  }

  #deliver(message: Posted): void {
    if (this.#pipeline === null) this.#refuse(message);
    else this.#pipeline.next(message);
  }

  #showAll(): void {
    while (this.#waiting.length > 0) {
      const message = this.#waiting.shift();
      this.isShowing = true;
      super.next((message instanceof Request ? message.shown : message) as Sent);
      this.isShowing = false;
      this.#deliver(message);
    }
  }
}
