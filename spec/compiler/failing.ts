import { compile, type CompileOptions } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';

/** What the compiler throws for a source. */
export const failure = (source: string, options?: CompileOptions): VMError => {
  try {
    compile(source, options);
  } catch (thrown) {
    return thrown as VMError;
  }
  throw new Error(`it compiles: ${source}`);
};
