// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

import { type Row } from './compact.js';

export const compiledTable: readonly Row[] = [
  ["OP_APPLY"],
  ["OP_PRINT"],
  ["OP_CAPTURE"],
  ["OP_GET_DYNAMIC"],
  ["OP_SET_DYNAMIC"],
  ["OP_NOT_EQUAL"],
  ["OP_GREATER"],
  ["OP_AND"],
  ["OP_TRUE"],
  ["OP_LESS"],
  ["OP_LESS_EQUAL"],
  ["OP_GET_CALLEE"],
  ["OP_SUBTRACT"],
  ["OP_DIVIDE"],
  ["OP_NEGATE"],
  ["OP_NIL"],
  ["OP_EQUAL"],
  ["OP_DUP"],
  ["OP_ADD"],
  ["OP_JUMP"],
  ["OP_FALSE"],
  ["OP_NOT"],
  ["OP_CONSTANT",0,1,{"symbol":"interaction-environment"},{"list":[]},"alist->hash-table","hash-table-ref: no such key:","sort","with-exception-handler"],
  ["OP_POP"],
  ["OP_GET_CAPTURED",0,1,2],
  ["OP_CLOSURE"],
  ["OP_LOOP",0,1],
  ["OP_TAIL_CALL",0,1,2,3,4],
  ["OP_SET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_RETURN"],
  ["OP_GET_VARIABLE","%dynamic","%set-dynamic!","%winds","apply","car","cdr","cons","fold","for-each","list","map","null?","pair?","reverse","string->list","vector->list","zip"],
  ["OP_JUMP_IF_FALSE"],
  ["OP_GET_LOCAL",0,1,2,3,4,5,6,7,8,9],
  ["OP_CALL",0,1,2,3,4],
];

export const compiled: string = `
apply 3o"%spread"pz(
print 2o)7\\
call/cc 2o"%continuation"*zN
%dynamic 0+\\
%set-dynamic! 2o,7\\
%continuation 2_]yzSJ1po$"eq?"G_]yz{n;"%rewind"GzF!\`HoO$\\
%rewind 2"%common"_]yzo{S#_]yzT"eq?"qp{n;^"cddr"aqzzzF"cadr"aqzzyFK!J2p$"eq?"oG{n7\\!3bozzF^"cddr"aozzzFaaozzM$TqoN
dynamic-wind 6]yUoyF^"%with-winds"rccocqr{{_rz{{zFpyV^rzFqyFs\\
call-with-values 4\`p"%values->list"oyzO
%catch 2]yS"%handlers"pzT^"%with-handlers"pbqz"%catch"|zFaqzozF"%returned"oN
with-exception-handler 4]yT^"%with-handlers"qc"%procedure"Eo{"%handlers"qz{"%catch"|zFpyU^qzFr\\
raise-continuable 2]yS"%handlers"pzThqzn"raise"oN!^"%with-handlers"pbqz"%catch"|zFaqzozU^pzFr\\
%guard 4"call/cc"J2po$"with-exception-handler"J2oG$"call/cc"J2GHo$GJ0HIo$GHJ0IH$GJ0H$"raise-continuable"GN$N$O$N$zM$J0H$GyRJ0o$G\\$\\$O$zM
make-parameter 3hpzn"%parameter"o<O!"%parameter"apzozapzO
%parameterize 4]yTgJ2$"%converter"aozzSpncaozpbozzO!o\\$o{U^"%with-parameters"qr{zFpyV^qzFs\\
%delay 2"%delay-force"J0o$"%promise"GyN$N
force 2"promise?"ozn#"%forced?"ozn"%promised"oN!"%promised"ozyS"%forced?"ozn;"%force"op{F!K!o\\
%case-lambda 1J1o$\`"%clause"G"length"oz{oO$Sp\\
eval 3"%compile"ozM
interaction-environment 0@\\
environment 1@\\
= 3pT#hqzn0\\!oaqz8nbqzTK!<\\
!= 4op-\\
equal? 4op8\\
member 5hqznpU#irz=n<\\!oarz8nr\\!brzUK!"find-tail"J2qo$aGzHoO$pO
assoc 5hqznpU#irz=n<\\!oaarzz8narN!brzUK!"find"J2qo$aGzHaozO$pO
%simplest 4"floor"ozToq89n;Fop8!no\\!q"floor"pz1nq?:\\!q?"%simplest"?pq45?oq45{5:\\
rationalize 4o"abs"pz4To"abs"pz:Uq>.n"%simplest"qrO!r>1n"%simplest"r6q6{6\\!qV>WrXst2tu2/n>\\!qr:\\
filter 4pTAU#iqz=njrN!oaqzznbqzcaqzr{UTK!bqzrUTK
remove 4pTAU#iqz=njrN!oaqzznbqzrUTK!bqzcaqzr{UTK
delete 5hqzn"equal?";aqz!U"remove"J2ro$GHoO$pO
delete-duplicates 3hpzn"equal?";apz!ToUAV#irz=njsN!"any"J2qr$GoaHzO$s{nbrzsVUK!brzcarzs{VUK
partition 4pTAUAV#iqz=n"%values"jrzjszO!oaqzznbqzcaqzr{sVUTK!bqzrcaqzs{VUTK
find-tail 4pT#iqz=n<\\!oaqzznq\\!bqzTK
span 4pTAU#iqz9nFoaqzz!nbqzcaqzr{UTK!"%values"jrzqO
break 4"span"J2o$Goz=\\$pO
take-while 4pTAU#iqz9nFoaqzz!nbqzcaqzr{UTK!jrN
drop-while 4pT#iqz9nFoaqzz!nbqzTK!q\\
map 5hqznpUAV#irznbrzcoarzzs{VUK!jsN!gJ2o$\`GoO$\`mpq|O
for-each 5hqznpU#irznoarzzFbrzUK!7\\!eJ2o$\`GoO$\`mpq|O
%of-row 2J4o$\`G"append"ofpz{O$\\
fold 7hrznqVpW#isznbszoaszt{WVK!t\\!d"%of-row"ozp\`mqr|P
fold-left 6qUpV#irznbrzosarz{VUK!s\\
fold-right 7hrzndopjqzP!d"%of-row"ozpj\`mqr|zP
reduce 6iqzndoaqzbqzP!p\\
reduce-right 6"reduce"opjqzP
append-map 5"fold-right""append"A\`gopq}P
flatten 2fozSAT#hpznjqN!apzUbpzVirzncarzcbrzs{{qTSK!hrznsqTSK!scrq{TSK
filter-map 5"filter"J2$o\\$\`gopq}O
list-tabulate 4gp"iota"ozO
unfold 9rWAX#otzn"append"juzhsznA;asztz!O!qtzcptzu{XWK
list-index 4pT>U#iqz=n<\\!oaqzznr\\!bqzr?:UTK
find 4pT#iqz=n<\\!oaqzznaqN!bqzTK
any 5hqznpU#irz=n<\\!hbrzznoarzN!oarzz9n;FbrzUK!\\!"any"J2o$\`GoO$\`mpq|O
every 5hqznpU#irz=n0\\!hbrzznoarzN!oarzznbrzUK!<\\!"every"J2o$\`GoO$\`mpq|O
count 4pT>U#iqz=nr\\!oaqzznbqzr?:UTK!bqzrUTK
%merge 6oUaozVpWapzXAY#qus{nbtzZcuv{[hwzn"append-reverse"xrO!rswawzxYXWVUK!brzZcsv{[hwzn"append-reverse"xtO!wawztuxYXWVUK
%first-run 4bozTaozUfaozzV#hqzncjszAO!paqzr{nhbszznbqzWaqzXcaqzs{Y#htzncvAO!patzu{nbtzatzcatzv{YXWL!cvtO!cjszqO!bqzaqzcaqzs{VUTK
%sort-list 4oTAU#iqzn"%first-run"qp{Vbszcaszr{UTK!J2p$hoznA\\!hbozznaoN!oSAT#hpzn3jqzN!hbpzzn3jcapzq{zN!"cddr"pzc"%merge"apz"cadr"pzG|q{TSK$VsjrzN
sort 4"%procedure"Dp{F"vector?"ozn"list->vector""%sort-list"lozp{N!"%sort-list""%list"Do{pO
vector-map 5"list->vector"\`golpzglq{}N
vector-for-each 5\`eolpzglq{Q
vector->string 3"list->string"\`lop|N
string->vector 3"list->vector"\`kop|N
string-map 5"list->string"\`gokpzgkq{}N
string-for-each 5\`eokpzgkq{Q
%character-test 2"char?"oznJ2o$"char=?"oGO$\\!o\\
string-index 4"list-index""%character-test"pzkozO
alist->hash-table 3\`"make-hash-table"p{TeJ2q$"hash-table-update!/default"GaozJ2$o\\$bozQ$"%list"Bo{{Fq\\
hash-table-ref 5"%hash-table-ref"op{Ur=niqznaqzM!"error"CpO!iqz9nFibqzz!n"cadr"qzbrzN!brN
hash-table-update! 7"hash-table-set!"opq\`"hash-table-ref"opr}zP
hash-table-update!/default 8"hash-table-set!"opq"hash-table-ref/default"opr|zP
hash-table-walk 4eJ2p$GaozbozO$"hash-table->alist"ozO
hash-table-fold 6dJ4p$GaozbozpP$q"hash-table->alist"ozP
hash-table-merge! 4"hash-table-walk"pJ4o$"hash-table-exists?"Go{n7\\!"hash-table-set!"GopP\${Fo\\
call-with-output-string 2"open-output-string"ySopzF"get-output-string"pN
with-output-to-string 2"call-with-output-string"J2o$"%parameterize"fc"current-output-port"o{zGO$N
call-with-port 4pozT"close-port"ozFq\\
`;
