import { type FaultCode } from './faults.js';

// A fault as a value. The machine never throws one at its caller; `read`, `compile` and misuse do.

/** Where a fault happened. Lines and columns count from 1; `position` counts the messages received, from 1. */
export interface FaultPlace {
  readonly opcode?: string | undefined;
  readonly position?: number | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The procedures that were running, innermost first; one that made a tail call is not among them. */
  readonly calls?: readonly string[] | undefined;
}

/**
 * A failure with a stable `code`, a `message` for people, and the place it happened.
 * `cause` holds what a host function threw.
 *
 * @example
 * vm.faults$.subscribe((fault) => console.log(fault.code, fault.line, fault.message));
 */
export class VMError extends Error {
  override readonly name: string = 'VMError';
  readonly code: FaultCode;
  readonly opcode: string | undefined;
  readonly position: number | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The procedures that were running, innermost first; one that made a tail call is not among them. */
  readonly calls: readonly string[];
  /** The message without the opcode before it. */
  readonly detail: string;

  constructor(code: FaultCode, detail: string, place: FaultPlace = {}, options?: ErrorOptions) {
    super(place.opcode === undefined ? detail : `${place.opcode}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.opcode = place.opcode;
    this.position = place.position;
    this.line = place.line;
    this.column = place.column;
    this.calls = place.calls ?? [];
  }
}

/** Tells a fault of the machine from any other thrown value, also when two copies of the library are loaded. */
export const isVMError = (thrown: unknown): thrown is VMError => {
  // What is asked about may be anything, and may throw when it is looked at.
  try {
    if (thrown instanceof VMError) return true;
    return thrown instanceof Error && thrown.name === 'VMError' && 'code' in thrown && isFaultCode(String(thrown.code));
  } catch {
    return false;
  }
};

/** Whether a text has the shape of the codes of the fault table. */
export const isFaultCode = (text: string): text is FaultCode => /^[a-z]+(-[a-z]+)*$/.test(text);

/** The fault again, with the places it did not know yet, and what else is known by now. */
export const located = (
  fault: VMError,
  place: FaultPlace,
  { detail = fault.detail, cause = fault.cause }: { readonly detail?: string; readonly cause?: unknown } = {},
): VMError =>
  new VMError(
    fault.code,
    detail,
    {
      opcode: fault.opcode ?? place.opcode,
      position: fault.position ?? place.position,
      line: fault.line ?? place.line,
      column: fault.column ?? place.column,
      calls: place.calls ?? fault.calls,
    },
    cause === undefined && !('cause' in fault) ? undefined : { cause },
  );
