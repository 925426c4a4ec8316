import { type Output } from './io.js';

// Text on its way to a stream. It knows whether a line is open, so that a message never starts in the middle of one,
// and it gathers fragments, since a write for each word of a program's output is slow.

const enough = 65_536;

export class LineWriter {
  #gathered = '';
  #isMidLine = false;

  constructor(private readonly stream: Output) {}

  write(text: string): void {
    if (text === '') return;
    this.#gathered += text;
    this.#isMidLine = !text.endsWith('\n');
    if (this.#gathered.length > enough) this.flush();
  }

  line(text: string): void {
    this.endLine();
    this.write(`${text}\n`);
  }

  /** Ends the line that is open, if one is. */
  endLine(): void {
    if (this.#isMidLine) this.write('\n');
  }

  flush(): void {
    if (this.#gathered !== '') this.stream.write(this.#gathered);
    this.#gathered = '';
  }
}
