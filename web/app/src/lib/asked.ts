/** Where a form that is sent by its address asks to go; empty fields are left out of the address. */
export function addressOf(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim()) url.searchParams.append(name, value.trim());
  return url;
}
