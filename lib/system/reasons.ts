import { type FaultCode } from '../data/faults.js';
import { SymbolValue } from '../data/values.js';

// Why actors end, in the words of the system.

export const normal: SymbolValue = new SymbolValue('normal');
export const shutdown: SymbolValue = new SymbolValue('shutdown');
export const killed: SymbolValue = new SymbolValue('killed');
/** There is no such actor. */
export const noproc: SymbolValue = new SymbolValue('noproc');
export const timeout: SymbolValue = new SymbolValue('timeout');
/** There was no room for the request. */
export const overflow: SymbolValue = new SymbolValue('overflow');

/** The code of a fault that happened elsewhere: there it may have been one that ends a message whatever it does. */
export const catchable = (code: FaultCode): FaultCode =>
  code === 'out-of-fuel' || code === 'store-limit' ? 'host-failed' : code;
