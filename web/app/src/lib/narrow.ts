/** How a list can be narrowed and ordered, as its address says it. */
export interface Narrowable {
  /** By the API's names: the values where they are few and fixed, or the form that they have; null where only the register knows them. */
  by: Record<string, readonly string[] | RegExp | null>;
  /** The first is the list's own order. */
  orders: readonly [string, ...string[]];
  size: number;
}

/** A year, a month or a day. */
export const partialDate = /^\d{4}(-\d\d(-\d\d)?)?$/;
export const fullDate = /^\d{4}-\d\d-\d\d$/;

export interface Unknown {
  name: string;
  value: string;
}

/** What is asked of a list. */
export interface View {
  values: Record<string, string>;
  order: string;
  after: string | null;
  before: string | null;
  /** What the address asks for and the register does not know; the list is shown without. */
  unknown: Unknown[];
}

const fits = (given: Narrowable['by'][string], value: string): boolean =>
  !given || (given instanceof RegExp ? given.test(value) : given.includes(value));

/** Reads an address; what it does not know is left out and told. */
export function viewOf(query: string, { by, orders }: Narrowable): View {
  const address = new URLSearchParams(query);
  const view: View = {
    values: {},
    order: orders[0],
    after: address.get('after'),
    before: address.get('before'),
    unknown: [],
  };
  for (const [name, given] of Object.entries(by)) {
    const value = address.get(name)?.trim();
    if (!value) continue;
    if (fits(given, value)) view.values[name] = value;
    else view.unknown.push({ name, value });
  }
  const order = address.get('orderBy');
  if (order && orders.includes(order)) view.order = order;
  else if (order) view.unknown.push({ name: 'orderBy', value: order });
  return view;
}

/** The view without a value that the register turned out not to know. */
export function forgetting(view: View, name: string): View | null {
  const { [name]: value, ...values } = view.values;
  return value === undefined ? null : { ...view, values, unknown: [...view.unknown, { name, value }] };
}

/** What the API is asked for a view: the page after one cursor, or the page before another. */
export function askedFor({ values, order, after, before }: View, { size }: Narrowable) {
  const page = before ? { last: size, before } : { first: size, after };
  return { filter: values, orderBy: order, ...page };
}
