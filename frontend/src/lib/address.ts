type Reader<T> = (said: unknown) => T | undefined;

type Address<Parts> = { [Key in keyof Parts]?: Parts[Key] extends Reader<infer T> ? T | undefined : never };

/**
 * What the part of an address behind its `?` says; whatever is not understood is undefined (not left out: the router
 * would then show what stood there). Addresses are read before any screen is loaded, so this is part of everybody's
 * first load: a few lines, not a schema library.
 */
export function reads<Parts extends Record<string, Reader<unknown>>>(parts: Parts) {
  return (search: Record<string, unknown>): Address<Parts> =>
    Object.fromEntries(Object.entries(parts).map(([key, read]) => [key, read(search[key])])) as Address<Parts>;
}

export const oneOf =
  <Word extends string>(words: readonly Word[]): Reader<Word> =>
  (said) =>
    words.find((word) => word === said);

const LONGEST = 200;

export const text: Reader<string> = (said) => {
  const words = typeof said === 'string' ? said.trim() : '';
  return words && words.length <= LONGEST ? words : undefined;
};

/** A page of this app: never another site's. */
export const ownPage: Reader<string> = (said) =>
  typeof said === 'string' && /^\/(?![/\\])/.test(said) ? said : undefined;
