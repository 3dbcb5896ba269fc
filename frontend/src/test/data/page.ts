/** A last page. */
export const page = <T>(...items: T[]): { items: T[]; next_cursor: string | null } => ({ items, next_cursor: null });
