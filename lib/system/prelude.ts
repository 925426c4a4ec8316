import { compile, VMActor } from '../index.js';
import { type Value } from '../data/values.js';
import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { Closure } from '../machine/procedures.js';
import { type VMState } from '../machine/state.js';
import { systemInstructions } from './instructions.js';

// What programs call: a procedure for each instruction, and forms and procedures in the language on top.

const body = (name: string, params: readonly string[], words: readonly unknown[]): readonly [string, Value] => {
  const code = new Code(name, params, null, params.length, [], words, [], systemInstructions, true);
  link(code);
  return [name, new Closure(code, [])];
};

const procedure = (name: string, parameters: string, opcodes: string): readonly [string, Value] => {
  const params = parameters === '' ? [] : parameters.split(' ');
  return body(name, params, [...params.flatMap((_, index) => ['OP_GET_LOCAL', index]), ...opcodes.split(' ')]);
};

// Code that is received is run, and the receive goes on.
const receiving = (name: string, first: string): readonly [string, Value] =>
  body(name, [], [first, 'OP_UNLESS_CODE', 6, 'OP_CALL', 0, 'OP_POP', 'OP_RECEIVE', 'OP_LOOP', 8]);

const receivingWithin = (name: string, first: string): readonly [string, Value] => {
  const [limit, again] = [['OP_GET_LOCAL', 0], 'OP_RECEIVE_AGAIN_WITHIN'];
  const run = ['OP_UNLESS_CODE_WITHIN', 8, 'OP_CALL', 0, 'OP_POP'];
  return body(name, ['milliseconds'], [...limit, first, ...run, ...limit, again, 'OP_LOOP', 10]);
};

const procedures = (): readonly (readonly [string, Value])[] => [
  receiving('%receive', 'OP_RECEIVE'),
  receiving('%receive-next', 'OP_RECEIVE_NEXT'),
  receivingWithin('%receive-within', 'OP_RECEIVE_WITHIN'),
  receivingWithin('%receive-next-within', 'OP_RECEIVE_NEXT_WITHIN'),
  procedure('self', '', 'OP_SELF'),
  procedure('make-ref', '', 'OP_MAKE_REF'),
  procedure('send', 'to message', 'OP_TELL'),
  procedure('!', 'to message', 'OP_TELL'),
  procedure('send-priority', 'to message priority', 'OP_TELL_PRIORITY'),
  procedure('priority', 'on', 'OP_PRIORITIES'),
  procedure('run-on', 'to thunk', 'OP_RUN_ON'),
  procedure('spawn', 'thunk', 'OP_SPAWN'),
  procedure('spawn-link', 'thunk', 'OP_SPAWN_LINK'),
  procedure('spawn-monitor', 'thunk', 'OP_SPAWN_MONITOR'),
  procedure('link', 'to', 'OP_LINK'),
  procedure('unlink', 'to', 'OP_UNLINK'),
  procedure('monitor', 'to', 'OP_MONITOR'),
  procedure('%demonitor', 'reference flush', 'OP_DEMONITOR'),
  procedure('%exit', 'reason', 'OP_EXIT'),
  procedure('%exit-other', 'to reason', 'OP_EXIT_OTHER'),
  procedure('trap-exit', 'on', 'OP_TRAP_EXIT'),
  procedure('register', 'name pid', 'OP_REGISTER OP_ANSWER'),
  procedure('unregister', 'name', 'OP_UNREGISTER'),
  procedure('whereis', 'name', 'OP_WHEREIS'),
  procedure('send-after', 'milliseconds to message', 'OP_SEND_AFTER'),
  procedure('cancel-timer', 'timer', 'OP_CANCEL_TIMER'),
  procedure('sleep', 'milliseconds', 'OP_SLEEP'),
  procedure('%call', 'to request milliseconds', 'OP_CALL_ACTOR OP_ANSWER'),
  procedure('reply', 'to value', 'OP_REPLY'),
  procedure('%supervisor', 'options children', 'OP_SUPERVISOR'),
  procedure('%ask-child', 'supervisor what', 'OP_ASK_CHILD'),
  procedure('%start-child', 'start key pid kept args', 'OP_START_CHILD'),
  procedure('%child-key', 'pid', 'OP_CHILD_KEY'),
  procedure('%now', '', 'OP_NOW'),
  procedure('%started', '', 'OP_STARTED'),
  procedure('%failed', 'reason', 'OP_FAILED'),
  procedure('%let-go', 'pid', 'OP_LET_GO'),
  procedure('%forget', 'start', 'OP_FORGET'),
  procedure('%send-request', 'capability arguments', 'OP_SEND_REQUEST'),
];

// Patterns: _ and names match anything, quoted data and other literals what is equal to them, lists and vectors what has
// matching elements; behind ` only what is behind , is a pattern. Whether a pattern is a name is found out by giving it
// to a macro as a pattern of its own, which matches anything just when it is one. A message that a receive looks at is
// taken, unless it asks for the next.
const source = `
(define-syntax %atom
  (syntax-rules ()
    ((_ value pattern yes no)
     (let-syntax ((test (syntax-rules () ((test pattern then else) then) ((test other then else) else))))
       (test some-name (let ((pattern value)) yes) (if (= value pattern) yes no))))))

(define-syntax %quasi
  (syntax-rules (unquote)
    ((_ value (unquote pattern) yes no) (%match value pattern yes no))
    ((_ value (first . rest) yes no)
     (if (pair? value)
         (let ((a (car value)) (d (cdr value))) (%quasi a first (%quasi d rest yes no) no))
         no))
    ((_ value #(item ...) yes no)
     (if (vector? value) (let ((items (vector->list value))) (%quasi items (item ...) yes no)) no))
    ((_ value datum yes no) (if (= value 'datum) yes no))))

(define-syntax %match
  (syntax-rules (_ quote quasiquote)
    ((%match value _ yes no) yes)
    ((%match value (quote datum) yes no) (if (= value 'datum) yes no))
    ((%match value (quasiquote pattern) yes no) (%quasi value pattern yes no))
    ((%match value () yes no) (if (null? value) yes no))
    ((%match value (first . rest) yes no)
     (if (pair? value)
         (let ((a (car value)) (d (cdr value))) (%match a first (%match d rest yes no) no))
         no))
    ((%match value #(item ...) yes no)
     (if (vector? value) (let ((items (vector->list value))) (%match items (item ...) yes no)) no))
    ((%match value atom yes no) (%atom value atom yes no))))

(define-syntax %clauses
  (syntax-rules (when quote)
    ((_ message next) next)
    ((_ message next ('datum (when guard) body ...) clause ...)
     (if (and (= message 'datum) guard) (begin body ...) (%clauses message next clause ...)))
    ((_ message next ('datum body ...) clause ...)
     (if (= message 'datum) (begin body ...) (%clauses message next clause ...)))
    ((_ message next (pattern (when guard) body ...) clause ...)
     (let ((other (lambda () (%clauses message next clause ...))))
       (%match message pattern (if guard (begin body ...) (other)) (other))))
    ((_ message next (pattern body ...)) (%match message pattern (begin body ...) next))
    ((_ message next (pattern body ...) clause ...)
     (let ((other (lambda () (%clauses message next clause ...))))
       (%match message pattern (begin body ...) (other))))))

(define-syntax receive
  (syntax-rules (after)
    ((_ clause ... (after milliseconds body ...))
     (let ((within milliseconds))
       (let look ((offer (%receive-within within)))
         (if offer
             (let ((message (car offer))) (%clauses message (look (%receive-next-within within)) clause ...))
             (begin body ...)))))
    ((_ clause ...)
     (let look ((message (%receive))) (%clauses message (look (%receive-next)) clause ...)))))

(define exit (case-lambda ((reason) (%exit reason)) ((to reason) (%exit-other to reason))))
(define (send-request capability . arguments) (%send-request capability arguments))
(define (demonitor reference . options) (%demonitor reference (and (memq 'flush options) #t)))
(define (call to request . milliseconds)
  (%call to request (and (pair? milliseconds) (car milliseconds))))

(define (child id start . fields) (list 'child id start (if (pair? fields) (car fields) '())))
(define (supervisor-spec options . children) (cons 'supervisor (cons options children)))
(define (supervisor options . children)
  (let ((answer (%supervisor options children)))
    (cond ((car answer) (cdr answer))
          ((and (pair? (cdr answer)) (eq? (cadr answer) 'shutdown)) (raise (caddr answer)))
          (else (raise (cdr answer))))))
(define (start-child supervisor . what)
  (let ((answer (%ask-child supervisor what)))
    (if (car answer) (cdr answer) (raise (cdr answer)))))
(define (which-children supervisor) (call supervisor '(which-children)))
(define (count-children supervisor) (call supervisor '(count-children)))
(define (terminate-child supervisor id) (call supervisor (list 'terminate-child id)))
(define (restart-child supervisor id) (call supervisor (list 'restart-child id)))
(define (delete-child supervisor id) (call supervisor (list 'delete-child id)))
`;

let prepared: VMState | null = null;

/** What every actor of a system starts with, unless it is given a state. */
export const preparedState = (): VMState => {
  prepared ??= new VMActor({ instructions: systemInstructions, variables: new Map(procedures()) })
    .loadBytecode(compile(source))
    .execute();
  return prepared;
};
