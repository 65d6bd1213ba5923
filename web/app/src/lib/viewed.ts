import { forgetting, type Narrowable, type View } from './narrow';

// The addresses of a list, narrowed: apart from how one is read, as the first page has none.

/** What follows the "?" of a view's address; a changed filter or order begins the list anew. */
export function queryOf(view: View, { orders }: Narrowable, cursor: Record<string, string> = {}): string {
  const address = new URLSearchParams(view.values);
  if (view.order !== orders[0]) address.set('orderBy', view.order);
  for (const [name, value] of Object.entries(cursor)) address.set(name, value);
  return address.size > 0 ? `?${address}` : '';
}

/** The address of the view without one of its filters. */
export const without = (view: View, list: Narrowable, name: string): string =>
  queryOf({ ...view, values: forgetting(view, name)?.values ?? view.values }, list);
