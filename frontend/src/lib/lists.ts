/** The parts of what was typed into one field, without empty ones. */
export const parted = (text: string, mark = ','): string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean);
