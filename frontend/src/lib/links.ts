/** The address, if it leads to a web page; an address of any other kind is not made a link. */
export function safeLink(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    const url = new URL(/^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
