import { type Context, type Emit } from './context.js';
import { type Source } from './source.js';

// How jumps and returns are written.

const placeOf = ({ source }: Context, target: number): string =>
  source.flow.loops.some(({ from, to }) => from === target && source.point.index < to && source.point.index >= from)
    ? `continue H${target}`
    : `break L${target}`;

export const jump: Emit = (context, { target }) => {
  context.source.charge(1);
  context.source.go(target as number, placeOf(context, target as number));
};

export const jumpIfFalse: Emit = (context, { target }) => {
  const { source } = context;
  source.charge(1);
  const { text, isBoolean } = source.pop();
  source.go(
    target as number,
    placeOf(context, target as number),
    isBoolean === true ? `!${text}` : `${text} === false`,
  );
};

export const returnTop: Emit = ({ source, code }) => {
  source.charge(1);
  if (code.isBody) source.write(`m.gas = g; return ${source.stack.at(-1)?.text ?? 'null'};`);
  else finish(source);
  source.isReached = false;
};

/** The end of a message. */
export const finish = (source: Source): void => {
  source.write(`m.gas = g; m.results = [${source.stack.map(({ text }) => text).join()}];`, 'return null;');
};
