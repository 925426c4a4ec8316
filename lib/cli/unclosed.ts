import { isVMError, type VMError } from '../data/error.js';
import { read } from '../data/reader.js';

// Whether a text is the beginning of something: a list, a string, a symbol or a comment that is not closed yet, or a
// quotation whose datum is to come. Any other mistake is one however the text goes on.

export const isUnclosed = (text: string): boolean => {
  const fault = readFault(`${text}\n`);
  if (fault === undefined) return false;
  if (fault.detail.endsWith('is never closed')) return true;
  return fault.detail.endsWith('without a datum') && readFault(`${text}\n0`)?.detail !== fault.detail;
};

const readFault = (text: string): VMError | undefined => {
  try {
    read(text);
    return undefined;
  } catch (thrown) {
    if (isVMError(thrown)) return thrown;
    throw thrown;
  }
};
