import fc from 'fast-check';
import { Owner, Pages } from '../../lib/data/pages.js';

const indexes = fc.oneof(fc.nat(40), fc.nat(2000), fc.nat(200_000), fc.nat(40_000_000));

describe('pages', () => {
  it('are undefined where nothing was written', () => {
    expect((Pages.empty as Pages<string>).get(0)).toBeUndefined();
    const pages = (Pages.empty as Pages<string>).set(5000, 'x', new Owner());
    expect([0, 31, 32, 4999, 5001, 1_000_000].map((index) => pages.get(index))).toEqual(new Array(6).fill(undefined));
  });

  it('hold what an array holds, and every old version holds what it held', () => {
    // A write with a new owner leaves all versions before it alone.
    fc.assert(
      fc.property(fc.array(fc.tuple(indexes, fc.integer()), { maxLength: 60 }), (writes) => {
        const model = new Map<number, number>();
        const versions: [Pages<number>, Map<number, number>][] = [];
        let pages: Pages<number> = Pages.empty;
        for (const [index, value] of writes) {
          pages = pages.set(index, value, new Owner());
          model.set(index, value);
          versions.push([pages, new Map(model)]);
        }
        for (const [version, held] of versions)
          for (const [index] of writes) expect(version.get(index)).toBe(held.get(index));
      }),
    );
  });

  it('are written in place by the owner alone', () => {
    const mine = new Owner();
    fc.assert(
      fc.property(fc.array(fc.tuple(indexes, fc.integer(), fc.boolean()), { maxLength: 60 }), (writes) => {
        let owner = mine;
        let pages: Pages<number> = Pages.empty;
        let sealed: [Pages<number>, Map<number, number>] = [pages, new Map()];
        const model = new Map<number, number>();
        for (const [index, value, seals] of writes) {
          if (seals) {
            sealed = [pages, new Map(model)];
            owner = new Owner();
          }
          pages = pages.set(index, value, owner);
          model.set(index, value);
          expect(pages.get(index)).toBe(value);
        }
        for (const [index] of writes) {
          expect(pages.get(index)).toBe(model.get(index));
          expect(sealed[0].get(index)).toBe(sealed[1].get(index));
        }
      }),
    );
  });

  it('give the same tree back when the owner writes in place', () => {
    const owner = new Owner();
    const pages = (Pages.empty as Pages<string>).set(0, 'a', owner);
    expect(pages.set(1, 'b', owner)).toBe(pages);
    expect(pages.set(2, 'c', new Owner())).not.toBe(pages);
    expect(pages.get(2)).toBeUndefined();
  });

  it('share all pages but one path', () => {
    const owner = new Owner();
    let pages: Pages<number> = Pages.empty;
    for (let i = 0; i < 100_000; i += 1) pages = pages.set(i, i, owner);
    const versions = Array.from({ length: 20_000 }, (_, i) => pages.set(i, -1, new Owner()));
    expect(versions.every((version, i) => version.get(i) === -1 && pages.get(i) === i)).toBe(true);
  });
});
