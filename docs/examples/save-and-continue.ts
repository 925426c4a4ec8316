import { toHost, type Value, VMActor } from 'vmactor';

// A workflow that reads from top to bottom. It asks people, and goes on when they answer, which may take days: until then
// it is a text, and each answer is taken up by another actor, as if in another process.

const program = `
  (define go-on #f)                                  ; takes the answer, and goes on behind the question
  (define leave #f)                                  ; ends the message that is running

  (define (ask whom question)
    (call/cc (lambda (rest)
      (set! go-on rest)
      (leave (vector whom question)))))

  (define (start name)
    (call/cc (lambda (k)
      (set! leave k)
      (let ((result (welcome name)))
        (leave (vector "done" result))))))

  (define (answer text)
    (call/cc (lambda (k)
      (set! leave k)
      (go-on text))))

  (define (needed whom name things)
    (cond ((null? things) '())
          ((equal? (ask whom (string-append "Does " name " need a " (car things) "?")) "yes")
           (cons (car things) (needed whom name (cdr things))))
          (else (needed whom name (cdr things)))))

  (define (welcome name)
    (let* ((mentor (ask "office" (string-append "Who looks after " name "?")))
           (things (needed mentor name '("desk" "laptop" "bicycle"))))
      (string-append name ", looked after by " mentor ": " (string-join things ", "))))
`;

/** The workflow between two messages: whom it waits for, and all of it as a text. */
interface Paused {
  readonly whom: string;
  readonly says: string;
  readonly text: string;
}

const paused = (vm: VMActor, result: Value): Paused => {
  const [whom, says] = toHost(result) as [string, string];
  const text = JSON.stringify(vm.snapshot());
  vm.stop();
  return { whom, says, text };
};

const begin = async (name: string): Promise<Paused> => {
  const vm = new VMActor({ fuel: 100_000 }).start();
  await vm.evaluate(program);
  return paused(vm, vm.call('start', name));
};

const answer = ({ text }: Paused, said: string): Paused => {
  const vm = VMActor.restore(JSON.parse(text), { fuel: 100_000 });
  return paused(vm, vm.call('answer', said));
};

export const example = async (log: (...parts: unknown[]) => void): Promise<void> => {
  let now = await begin('Ada');
  for (const said of ['Grace', 'yes', 'no', 'yes']) {
    log(`to ${now.whom}: ${now.says} - ${said}`);
    now = answer(now, said);
  }
  log(`${now.whom}: ${now.says}`);
};
