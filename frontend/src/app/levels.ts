/** The address one level up: `/people/7/edit` is below `/people/7`, that below `/people`, that below Today. */
export function levelAbove(pathname: string): string | null {
  const segments = pathname.split('/').filter(Boolean);
  return segments.length === 0 ? null : `/${segments.slice(0, -1).join('/')}`;
}
