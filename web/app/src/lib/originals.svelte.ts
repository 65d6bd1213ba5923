let shown = $state(false);

/** Whether translated texts stand in their original language, for the page that is shown. */
export const originals = {
  get shown(): boolean {
    return shown;
  },
  set(value: boolean) {
    shown = value;
  },
};

/** Whether any text of an answer is the register's own translation. */
export function someTranslated(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if ((data as { translated?: unknown }).translated === true) return true;
  return Object.values(data).some(someTranslated);
}
