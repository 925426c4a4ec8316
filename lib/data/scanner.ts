import { isPoint } from './character.js';
import { type FaultPlace, VMError } from './error.js';

// Where the reader stands in a text: lines and columns, blanks and comments, and what stands between delimiters.

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['0', '\0'],
  ['\\', '\\'],
  ['"', '"'],
  ['|', '|'],
]);

const blank = /\s+/y;
const edge = /#\||\|#/g;
const directive = /#!(no-)?fold-case(?![^\s()[\]'`,";|])/y;
const hex = /\\x([\da-f]{1,6});/iy;
// A backslash before a line end joins the lines.
const join = /\\[ \t]*\r?\n[ \t]*/y;

export class Scanner {
  private line = 1;
  private lineStart = 0;

  constructor(
    private readonly text: string,
    public at: number = 0,
    /** Whether symbols are read in lower case from here on. */
    public isFolding: boolean = false,
  ) {
    this.lineStart = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  get char(): string {
    return this.text.charAt(this.at);
  }

  get place(): { readonly line: number; readonly column: number } {
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }

  fail(detail: string, place: FaultPlace = this.place): never {
    throw new VMError('read-error', detail, place);
  }

  /** What a sticky pattern matches here; it is passed. It has no line ends. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Passes blanks, comments and directives. */
  skip(): void {
    for (;;) {
      const start = this.at;
      if (this.match(blank) !== undefined) this.countLines(start);
      else if (this.char === ';') this.at = endOf(this.text.indexOf('\n', this.at), this.text);
      else if (this.text.startsWith('#|', this.at)) this.blockComment();
      else {
        const found = this.match(directive);
        if (found === undefined) return;
        this.isFolding = found === '#!fold-case';
      }
    }
  }

  /** The text between two delimiters, with its escapes; `at` stands on the first. */
  delimited(delimiter: string, place: FaultPlace): string {
    const parts: string[] = [];
    this.at += 1;
    for (;;) {
      const start = this.at;
      while (!this.isAtEnd && this.char !== delimiter && this.char !== '\\') this.at += 1;
      parts.push(this.text.slice(start, this.at));
      this.countLines(start);
      if (this.isAtEnd) this.fail(delimiter === '"' ? 'a string is never closed' : 'a symbol is never closed', place);
      if (this.char === delimiter) break;
      parts.push(this.escape());
    }
    this.at += 1;
    return parts.join('');
  }

  private escape(): string {
    const { at, place } = this;
    const code = this.match(hex);
    if (code !== undefined) {
      const point = parseInt(code.slice(2, -1), 16);
      return isPoint(point) ? String.fromCodePoint(point) : this.fail(`no character has the code '${code}'`, place);
    }
    if (this.match(join) !== undefined) {
      this.countLines(at);
      return '';
    }
    const char = this.text.charAt(at + 1);
    this.at += 2;
    return escapes.get(char) ?? this.fail(`unknown escape '\\${char}'`, place);
  }

  // Block comments nest.
  private blockComment(): void {
    const { at: start, place } = this;
    let depth = 0;
    edge.lastIndex = start;
    do {
      const found = edge.exec(this.text)?.[0] ?? this.fail('a comment is never closed', place);
      depth += found === '#|' ? 1 : -1;
      this.at = edge.lastIndex;
    } while (depth > 0);
    this.countLines(start);
  }

  private countLines(start: number): void {
    const passed = this.text.slice(start, this.at);
    for (let i = passed.indexOf('\n'); i >= 0; i = passed.indexOf('\n', i + 1)) {
      this.line += 1;
      this.lineStart = start + i + 1;
    }
  }
}

const endOf = (index: number, text: string): number => (index < 0 ? text.length : index);
