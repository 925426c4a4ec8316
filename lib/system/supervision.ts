import { compile } from '../index.js';
import { decodeNext, type Message, nothingDecoded, Request } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { begin, firstTurn, proceed, type Turn, type TurnOptions } from '../machine/turn.js';
import { systemInstructions } from './instructions.js';
import { preparedState } from './prelude.js';

// The program of supervisors. What it knows are its variables; a table holds its children in the order in which they
// started, by their ids or, where all are alike, by numbers. A child is up, down, or restarting: then an attempt is due.
// The outcomes are those of Erlang's `supervisor`.

const source = `
(define-record-type child
  (make-child key start kind restart shutdown significant args pid status delay since turn)
  child?
  (key child-key) (start child-start) (kind child-kind) (restart child-restart) (shutdown child-shutdown)
  (significant child-significant) (args child-args)
  (pid child-pid set-child-pid!) (status child-status set-child-status!)
  (delay child-delay set-child-delay!) (since child-since set-child-since!)
  (turn child-turn set-child-turn!))

(define parent #f)
(define mark #f)
(define strategy #f)
(define intensity #f)
(define period #f)
(define auto-shutdown #f)
(define most-children #f)
(define backoff #f)
(define template #f)
(define numbers 0)
(define children (make-hash-table))

(define (next-number) (set! numbers (+ numbers 1)) numbers)
(define (in-order) (hash-table-values children))
(define (child-of key) (hash-table-ref/default children key #f))
(define (dynamic?) (eq? strategy 'simple-one-for-one))
(define (up? child) (eq? (child-status child) 'up))
(define (restarting? child) (eq? (child-status child) 'restarting))
(define (temporary? child) (eq? (child-restart child) 'temporary))
(define (add! child) (hash-table-set! children (child-key child) child))
(define (remove! child)
  (hash-table-delete! children (child-key child))
  (if (not (dynamic?)) (%forget (child-start child))))

(define (described key words args)
  (apply (lambda (id start kind restart shutdown significant)
           (make-child key start kind restart shutdown significant args #f 'down #f 0 0))
         words))

(define (supervise from sign options words)
  (trap-exit #t)
  (set! parent from)
  (set! mark sign)
  (apply (lambda (how many within automatic most delays)
           (set! strategy how) (set! intensity many) (set! period within)
           (set! auto-shutdown automatic) (set! most-children most) (set! backoff delays))
         options)
  (if (dynamic?)
      (set! template (car words))
      (start-first (map (lambda (each) (described (car each) each '())) words)))
  (%started)
  (serve))

; Starting, and starting again.

(define (start! child)
  (let ((outcome (%start-child (child-start child) (child-key child) (child-pid child)
                               (not (temporary? child)) (child-args child))))
    (if (car outcome)
        (begin
          (set-child-pid! child (cdr outcome))
          (set-child-status! child 'up)
          (if backoff (set-child-since! child (%now)))))
    outcome))

(define (start-first made)
  (if (pair? made)
      (let ((outcome (start! (car made))))
        (if (car outcome)
            (begin (add! (car made)) (start-first (cdr made)))
            (let ((reason (list 'shutdown (list 'failed-to-start-child (child-key (car made)) (cdr outcome)))))
              (%failed reason)
              (stop-all)
              (exit reason))))))

; A failed attempt costs one unit more. It is a message to itself, so that others have their turn in between.
(define (try-again child)
  (set-child-status! child 'restarting)
  (send (self) (list mark (child-key child))))

(define (start-each made)
  (if (pair? made)
      (if (car (start! (car made)))
          (start-each (cdr made))
          (try-again (car made)))))

; Ending.

(define (ended-within child milliseconds)
  (receive
    (\`(,m ,key ,pid ,_) (when (and (eq? m mark) (eq? pid (child-pid child)) (equal? key (child-key child)))) #t)
    (after milliseconds #f)))

(define (stop! child)
  (if (up? child)
      (let ((limit (child-shutdown child)))
        (if (not (eq? limit 'brutal-kill)) (exit (child-pid child) 'shutdown))
        (if (or (eq? limit 'brutal-kill)
                (not (ended-within child (and (number? limit) limit))))
            (begin (exit (child-pid child) 'kill) (ended-within child #f)))))
  (set-child-status! child 'down))

(define (let-go! child)
  (if (child-pid child) (%let-go (child-pid child)))
  (set-child-pid! child #f)
  (set-child-status! child 'down)
  (if (or (temporary? child) (dynamic?)) (remove! child)))

(define (stop-all)
  (if (dynamic?)
      (stop-together (filter-up (in-order)))
      (for-each stop! (reverse (in-order)))))

(define (filter-up made)
  (let loop ((made made) (up '()))
    (cond ((null? made) (reverse up))
          ((up? (car made)) (loop (cdr made) (cons (car made) up)))
          (else (loop (cdr made) up)))))

(define (tell-all made reason)
  (for-each (lambda (child) (exit (child-pid child) reason)) made))

(define (stop-together up)
  (if (pair? up)
      (let ((limit (child-shutdown (car up))))
        (tell-all up (if (eq? limit 'brutal-kill) 'kill 'shutdown))
        (let ((late (list 'late (make-ref))))
          (if (number? limit) (send-after limit (self) late))
          (let loop ((left (length up)))
            (if (> left 0)
                (receive
                  (\`(,m ,key ,_ ,_) (when (eq? m mark))
                    (let ((child (child-of key)))
                      (if child (hash-table-delete! children key))
                      (loop (if child (- left 1) left))))
                  (message (when (equal? message late)) (tell-all (filter-up (in-order)) 'kill) (loop left)))))))))

(define (end reason) (stop-all) (exit reason))

; Failures. The budget is a queue of their times, in two lists.

(define newest '())
(define oldest '())
(define spent 0)

(define (drop-until time)
  (if (null? oldest) (begin (set! oldest (reverse newest)) (set! newest '())))
  (if (and (pair? oldest) (< (car oldest) time))
      (begin
        (set! oldest (cdr oldest))
        (set! spent (- spent 1))
        (drop-until time))))

(define (spend now)
  (set! newest (cons now newest))
  (set! spent (+ spent 1))
  (drop-until (- now period))
  (if (> spent intensity) (end 'shutdown)))

(define (affected child)
  (case strategy
    ((one-for-all) (in-order))
    ((rest-for-one) (memq child (in-order)))
    (else (list child))))

(define (stop-affected child)
  (for-each
    (lambda (other)
      (stop! other)
      (if (and (temporary? other) (not (eq? other child))) (remove! other)))
    (reverse (affected child))))

(define (attempt child)
  (stop-affected child)
  (start-each (affected child)))

; Each delay is longer than the last, until a child has run for longer than the period.
(define (forgive! child)
  (if (> (%now) (+ (child-since child) period)) (set-child-delay! child #f)))

(define (next-delay child)
  (apply (lambda (initial factor most)
           (let ((last (child-delay child)))
             (set-child-delay! child (if last (min most (* last factor)) initial))
             (child-delay child)))
         backoff))

(define (recover child)
  (spend (%now))
  (if backoff
      (let ((turn (next-number)))
        (stop-affected child)
        (set-child-status! child 'restarting)
        (set-child-turn! child turn)
        (send-after (next-delay child) (self) (list mark (child-key child) turn)))
      (attempt child)))

(define (abnormal? reason)
  (not (or (memq reason '(normal shutdown))
           (and (pair? reason) (eq? (car reason) 'shutdown) (pair? (cdr reason)) (null? (cddr reason))))))

(define (lives-significantly? child)
  (and (child-significant child) (not (eq? (child-status child) 'down))))

(define (any? holds? made)
  (and (pair? made) (or (holds? (car made)) (any? holds? (cdr made)))))

(define (end-with? child)
  (and (child-significant child)
       (or (eq? auto-shutdown 'any-significant)
           (and (eq? auto-shutdown 'all-significant) (not (any? lives-significantly? (in-order)))))))

(define (child-ended child reason)
  (set-child-status! child 'down)
  (if (or (eq? (child-restart child) 'permanent)
          (and (eq? (child-restart child) 'transient) (abnormal? reason)))
      (begin
        (if backoff (forgive! child))
        (recover child))
      (begin
        (let-go! child)
        (if (end-with? child) (end 'shutdown)))))

; Requests. Whoever asks for what makes no sense does no harm.

(define (full?) (>= (hash-table-size children) most-children))

(define (start-one child)
  (let ((outcome (start! child)))
    (if (car outcome)
        (begin (add! child) (list 'ok (cdr outcome)))
        (begin (if (not (dynamic?)) (%forget (child-start child))) (list 'error (cdr outcome))))))

(define (refuse start why) (%forget start) (list 'error why))

(define (start-child words)
  (if (dynamic?)
      (if (full?) '(error max-children) (start-one (described (next-number) template words)))
      (let* ((child (described (car words) words '())) (known (child-of (car words))) (start (child-start child)))
        (cond ((and known (up? known)) (refuse start (list 'already-started (child-pid known))))
              (known (refuse start 'already-present))
              ((and (child-significant child) (eq? auto-shutdown 'never)) (refuse start 'significant))
              ((full?) (refuse start 'max-children))
              (else (start-one child))))))

(define (terminate-child key)
  (let ((child (child-of (if (dynamic?) (%child-key key) key))))
    (if child
        (begin (stop! child) (let-go! child) 'ok)
        '(error not-found))))

; What may be done with a child that is down, and why not with others.
(define (when-down key action)
  (let ((child (child-of key)))
    (cond ((dynamic?) '(error simple-one-for-one))
          ((not child) '(error not-found))
          ((up? child) '(error running))
          ((restarting? child) '(error restarting))
          (else (action child)))))

(define (restart-child key)
  (when-down key
    (lambda (child)
      (let ((outcome (start! child)))
        (list (if (car outcome) 'ok 'error) (cdr outcome))))))

(define (delete-child key)
  (when-down key (lambda (child) (let-go! child) (if (child-of key) (remove! child)) 'ok)))

(define (shown child)
  (list (if (dynamic?) 'undefined (child-key child))
        (cond ((up? child) (child-pid child)) ((restarting? child) 'restarting) (else 'undefined))
        (child-kind child)))

(define (count-children)
  (let loop ((made (in-order)) (all 0) (active 0) (supervisors 0))
    (if (pair? made)
        (loop (cdr made) (+ all 1)
              (if (up? (car made)) (+ active 1) active)
              (if (eq? (child-kind (car made)) 'supervisor) (+ supervisors 1) supervisors))
        (list (list 'specs (if (dynamic?) 1 all)) (list 'active active)
              (list 'supervisors supervisors) (list 'workers (- all supervisors))))))

(define (answer request)
  (case (and (pair? request) (car request))
    ((which-children) (map shown (in-order)))
    ((count-children) (count-children))
    ((start-child) (start-child (cdr request)))
    ((terminate-child) (terminate-child (cadr request)))
    ((restart-child) (restart-child (cadr request)))
    ((delete-child) (delete-child (cadr request)))
    (else '(error unknown-request))))

(define (serve)
  (receive
    (\`(,m ,key ,pid ,reason) (when (eq? m mark))
      (let ((child (child-of key)))
        (if (and child (up? child) (eq? pid (child-pid child))) (child-ended child reason))))
    (\`(,m ,key) (when (eq? m mark))
      (let ((child (child-of key)))
        (if (and child (restarting? child)) (recover child))))
    (\`(,m ,key ,turn) (when (eq? m mark))
      (let ((child (child-of key)))
        (if (and child (restarting? child) (equal? turn (child-turn child))) (attempt child))))
    (\`(call ,from ,request) (reply from (guard (_ (#t '(error unknown-request))) (answer request))))
    (\`(exit ,from ,reason ,m) (when (and (eq? m mark) (or (not from) (eq? from parent)))) (end reason))
    (_ #f))
  (serve))
`;

const options: () => TurnOptions = () => ({
  instructions: systemInstructions,
  onFault: 'stop',
  slice: Infinity,
  trace: null,
});

const ran = (state: VMState, program: string): VMState => {
  const request = new Request(compile(program, { syntax: state.variables }));
  const { message } = decodeNext(nothingDecoded, request, systemInstructions);
  let turn: Turn = begin(firstTurn(state), message as Message, options());
  while (turn.outcome === 'running') turn = proceed(turn, options());
  if (turn.fault !== null) throw turn.fault;
  return turn.state;
};

let prepared: VMState | null = null;

/** What every supervisor starts with. */
export const supervisionState = (): VMState => {
  prepared ??= ran(preparedState(), source);
  return prepared;
};
