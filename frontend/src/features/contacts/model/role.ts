/** "Product lead, Northwind": what somebody does, as far as it is known. */
export function roleOf({ title, company }: { title?: string | null; company?: string | null }): string {
  return [title, company].filter(Boolean).join(', ');
}
