/** A list of what happens is asked about while it is looked at: quickly while something in it is under way. */
const QUICK_MS = 1500;
export const CALM_MS = 5000;

interface Listed<Item> {
  state: { data?: { pages: { items: Item[] }[] } | undefined };
}

/** How long until a list is asked about again. */
export const pace =
  <Item>(isUnderWay: (item: Item) => boolean) =>
  ({ state }: Listed<Item>): number =>
    state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? QUICK_MS : CALM_MS;
