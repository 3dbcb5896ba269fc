/** A stretch of text, in the UTF-16 units that the browser counts in. */
export interface Stretch {
  start: number;
  end: number;
}

/** How a stretch is underlined, the faintest first. */
const LOOKS = ['hint', 'shown', 'warn', 'block'] as const;

export type Look = (typeof LOOKS)[number];

/** A run of text of one look. */
export interface Piece {
  at: number;
  text: string;
  look: Look | null;
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** The server counts code points, in which an emoji is one; the browser counts UTF-16 units, in which it is two. */
export function unitsOf(text: string): (point: number) => number {
  if (!PAIR.test(text)) return (point) => Math.min(point, text.length);
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  return (point) => units[point] ?? text.length;
}

/** Where the marks stand in the text as it is now. Those in the part that changed wait for the next check. */
export function carried<Mark extends Stretch>(marks: readonly Mark[], before: string, after: string): Mark[] {
  const head = commonStart(before, after);
  const tail = before.length - commonEnd(before, after, head);
  const shift = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    if (mark.start >= tail) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
    return [];
  });
}

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}

function commonEnd(one: string, other: string, head: number): number {
  const most = Math.min(one.length, other.length) - head;
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

/** The gravest of some looks; null where there are none. */
export function gravest<Some extends Look>(looks: readonly Some[]): Some | null {
  return looks.reduce<Some | null>((worst, one) => (worst && rank(worst) >= rank(one) ? worst : one), null);
}

const rank = (look: Look) => LOOKS.indexOf(look);

/** The text cut where a mark begins or ends. Where marks overlap, the gravest shows. */
export function piecesOf(text: string, marks: readonly (Stretch & { look: Look })[]): Piece[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])];
  edges.sort((one, other) => one - other);
  return edges.slice(1).map((end, place) => {
    const at = edges[place] ?? 0;
    const over = marks.filter((mark) => mark.start <= at && mark.end >= end);
    return { at, text: text.slice(at, end), look: gravest(over.map(({ look }) => look)) };
  });
}
