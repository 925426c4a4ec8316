import { type VMError } from '../lib/data/error.js';

/** The fault that something throws, as `code: message`, or `none`. */
export const faultOf = (action: () => unknown): string => {
  try {
    action();
  } catch (thrown) {
    return `${(thrown as VMError).code}: ${(thrown as VMError).message}`;
  }
  return 'none';
};
