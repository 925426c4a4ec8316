import { readFileSync } from 'node:fs';
import * as ts from 'typescript';

// What the types of events say: they are the table that the page of events is made from.

export interface EventType {
  readonly name: string;
  readonly doc: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly doc: string }[];
}

const path = 'lib/system/events.ts';

const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ');

/** What all events say, and each of them, in the order in which they stand. */
export const eventTypes = (): { readonly common: EventType; readonly events: readonly EventType[] } => {
  const file = ts.createSourceFile('events.ts', readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const described = file.statements.filter(ts.isInterfaceDeclaration).map((declared): EventType => {
    const members = declared.members.filter(ts.isPropertySignature).map((member) => ({
      name: member.name.getText(),
      type: (member.type?.getText() ?? 'unknown').replaceAll(/\s+/g, ' '),
      doc: docOf(member),
    }));
    const type = members.find(({ name }) => name === 'type')?.type.slice(1, -1);
    return {
      name: type ?? declared.name.text,
      doc: docOf(declared),
      fields: members.filter(({ name }) => name !== 'type'),
    };
  });
  const [common, ...events] = described as [EventType, ...EventType[]];
  return { common, events };
};
