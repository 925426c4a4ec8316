import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { assigned } from './body.js';
import { type Forms, forms } from './expand.js';
import { type Form, isNo, items, shape, symbolOf, twice } from './form.js';
import { sequence } from './control.js';
import { callOf, Constant, type Node, reading } from './node.js';
import { lookUp } from './scope.js';
import { type LocalVariable } from './variable.js';

// define-record-type: a type, and the procedures that make, tell, read and change its instances.

/** A procedure: its name, and what the library makes it with, of the type, the name and these. */
type Part = readonly [name: SymbolValue, maker: string, ...constants: Value[]];

const specification = shape('name get? set?');

/** What is not wanted is written #f. */
const given = (form: Form): Form | undefined => (form.datum === false ? undefined : form);

const plain = ({ name }: SymbolValue): SymbolValue => new SymbolValue(name);

export const recordForms: Forms = forms({
  'define-record-type name constructor predicate field*': {
    define: ([, named, constructor, predicate, ...specifications], form, scope) => {
      const type = symbolOf(named);
      const fields: SymbolValue[] = [];
      const mutable: boolean[] = [];
      const fieldOf = (each: Form): SymbolValue | undefined => fields.find(({ name }) => name === symbolOf(each).name);
      const part = (name: Form | undefined, maker: string, ...constants: Value[]): Part[] =>
        name === undefined ? [] : [[symbolOf(name), maker, ...constants]];
      const access = specifications.flatMap((each) => {
        const [name, get, set] = each.datum instanceof SymbolValue ? [each] : specification(each);
        if (fieldOf(name) !== undefined) twice(symbolOf(name), each);
        const field = plain(symbolOf(name));
        fields.push(field);
        mutable.push(set !== undefined);
        return [...part(get, 'accessor', field), ...part(set, 'modifier', field)];
      });
      const [maker = constructor, ...taken] = constructor.datum instanceof Pair ? items(constructor) : [];
      const made = taken.map((each) => fieldOf(each) ?? isNo('field of the type', each));
      const all: Part[] = [
        [type, 'type', list(fields), list(mutable)],
        ...part(given(maker), 'constructor', list(maker === constructor ? fields : made)),
        ...part(given(predicate), 'predicate'),
        ...access,
      ];
      const { place } = form;
      const define = ([name, maker, ...constants]: Part): Node => {
        const owner = maker === 'type' ? [] : [reading(lookUp(type, scope) as LocalVariable | string, place)];
        const args = [plain(name), ...constants].map((each) => new Constant(each));
        return assigned(lookUp(name, scope), callOf(`record-${maker}`, [...owner, ...args], place), form);
      };
      return [all.map(([name]) => name), () => sequence(all.map(define))];
    },
  },
});
