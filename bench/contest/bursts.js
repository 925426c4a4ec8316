/** The sizes of bursts of at most so many messages. */
export function* bursts(messages, most) {
  for (let left = messages; left > 0; left -= most) yield Math.min(left, most);
}
