import { evaluate, parse } from 'cel-js';
import exprEval from 'expr-eval';
import jsonataOf from 'jsonata';
import { expression, expressionInWords, inputs } from '../speed/inputs.js';
import { infix, infixLater } from '../speed/texts.js';

// Languages of expressions: no programs, but rules and texts.

export const exprEvaluator = {
  name: 'expr-eval',
  rule: () => {
    const rule = exprEval.Parser.parse(expressionInWords).toJSFunction('price,qty,discount');
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        if (rule(price, qty, discount)) holds += 1;
      }
      return holds;
    };
    return { run };
  },
  text: () => infix((text) => exprEval.Parser.evaluate(text)),
};

export const cel = {
  name: 'CEL (cel-js)',
  rule: () => {
    const { cst: rule } = parse(expression);
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) if (evaluate(rule, inputs[i])) holds += 1;
      return holds;
    };
    return { run };
  },
  text: () => infix((text) => evaluate(text)),
};

export const jsonata = {
  name: 'JSONata',
  rule: () => {
    const rule = jsonataOf(expressionInWords);
    const run = async (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) if (await rule.evaluate(inputs[i])) holds += 1;
      return holds;
    };
    return { run };
  },
  text: () => infixLater((text) => jsonataOf(text).evaluate()),
};
