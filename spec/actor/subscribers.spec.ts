import { config, type Observable, Subscriber } from 'rxjs';
import { VMActor } from '../../lib/index.js';

// An observer of RxJS keeps what it throws from the subject; a subscriber of a class of its own does not. The actor goes on.

class Rude extends Subscriber<unknown> {
  isRude = false;

  protected override _next(): void {
    if (this.isRude) throw new Error('rude');
  }
}

describe('a subscriber of its own class that throws', () => {
  const thrown: unknown[] = [];

  beforeEach(() => {
    thrown.length = 0;
    config.onUnhandledError = (error) => thrown.push(error);
  });

  afterEach(() => {
    config.onUnhandledError = null;
  });

  it.each(['output$', 'state$'] as const)('does not end the actor whose %s it watches', async (name) => {
    const vm = new VMActor().start();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what somebody may do all the same
    const rude = new Rude();
    (vm[name] as Observable<unknown>).subscribe(rude);
    rude.isRude = true;
    vm.send('OP_CONSTANT', 1, 'OP_PRINT');
    vm.send('OP_CONSTANT', 2);
    expect(vm.top()).toBe(2);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(thrown).toContainEqual(new Error('rude'));
  });
});
