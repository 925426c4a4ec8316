import { type Value } from '../data/values.js';
import { type Reference } from './identity.js';

// What programs want of the system where actors are supervised. Most of it is for the program of supervisors alone.

export type SupervisionAct =
  /** A supervisor has started: its children run. */
  | { readonly type: 'started' }
  /** It could not, and ends what it has started. */
  | { readonly type: 'failed'; readonly reason: Value }
  /** A child that has ended will not be restarted: its mailbox goes too. */
  | { readonly type: 'let-go'; readonly pid: Value }
  /** What a child starts from is needed no more. */
  | { readonly type: 'forget'; readonly start: Value };

export type SupervisionWait =
  /** The time. */
  | { readonly type: 'now' }
  /** A supervisor, made of what a program says, that has started. */
  | { readonly type: 'supervisor'; readonly options: Value; readonly children: Value }
  /** A child that has started: a new one, or the one of that name again. */
  | {
      readonly type: 'start-child';
      readonly start: Value;
      readonly args: Value;
      /** What the supervisor knows it by. */
      readonly key: Value;
      /** Its name, or #f for a new one. */
      readonly pid: Value;
      /** Whether its mailbox stays when it ends. */
      readonly isKept: boolean;
    }
  /** What the supervisor knows its child by. */
  | { readonly type: 'key'; readonly pid: Value }
  /** The answer of a supervisor that is asked for one more child. */
  | {
      readonly type: 'ask-child';
      readonly to: Value;
      /** What the child is, with thunks as they are in the actor that asks; and as it leaves that actor. */
      readonly inside: Value;
      readonly outside: Value;
      readonly reference: Reference;
    };
