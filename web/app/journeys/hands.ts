import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

// Hands on a keyboard alone: nothing is clicked, nothing is focused by a script. What no Tab leads to can't be had.

const far = 400; // stops from one end of the longest page to the other

/** Whether the focus is on what is wanted, or on another of its radio buttons, of which Tab reaches one. */
const isThere = (wanted: Locator) =>
  wanted.evaluate((node) => {
    const at = document.activeElement;
    const group = node instanceof HTMLInputElement && node.type === 'radio' ? node.name : '';
    return (
      at === node ||
      (!!group &&
        at instanceof HTMLInputElement &&
        at.name === group &&
        at.form === (node as HTMLInputElement).form)
    );
  });

/** How many fields and buttons were reached, to be used. */
export const steps = { taken: 0 };

/** Goes by Tab until the focus is where it is wanted, and sees it there. */
export async function reach(wanted: Locator): Promise<void> {
  const page = wanted.page();
  steps.taken++;
  await wanted.waitFor({ state: 'attached' });
  for (let stops = 0; stops < far; stops++) {
    if (await isThere(wanted)) {
      expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${wanted}`);
}

/** The same by what is read aloud there, which may be of several things: the next that bears it. */
export async function reachNamed(page: Page, name: string | RegExp): Promise<void> {
  for (let stops = 0; stops < far; stops++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const node = document.activeElement as HTMLInputElement | null;
      return (node?.labels?.[0]?.textContent ?? node?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
    if (typeof name === 'string' ? label === name : name.test(label)) return;
  }
  throw new Error(`no Tab leads to ${name} on ${page.url()}`);
}

/** Presses a button, or follows a link. */
export async function press(wanted: Locator): Promise<void> {
  await reach(wanted);
  await wanted.page().keyboard.press('Enter');
}

/** Ticks a box, or picks one of several. */
export async function tick(wanted: Locator): Promise<void> {
  await reach(wanted);
  const { keyboard } = wanted.page();
  for (let moved = 0; moved < 20 && !(await wanted.isChecked()); moved++) {
    const on = await wanted.evaluate((node) => node === document.activeElement);
    await keyboard.press(on ? 'Space' : 'ArrowDown');
  }
  await expect(wanted).toBeChecked();
}

/** Writes into a field, in place of what stood there. */
export async function write(wanted: Locator, text: string): Promise<void> {
  await reach(wanted);
  const { keyboard } = wanted.page();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.insertText(text);
  await expect(wanted).toHaveValue(text);
}

/** Writes a day, as a browser in English has it written. */
export async function writeDay(wanted: Locator, day: string): Promise<void> {
  await reach(wanted);
  const [year = '', month = '', date = ''] = day.split('-');
  await wanted.page().keyboard.type(month + date + year);
  await expect(wanted).toHaveValue(day);
}

/** Goes down a list until what is wanted stands there. */
export async function choose(wanted: Locator, value: string): Promise<void> {
  await expect(wanted.locator(`option[value="${value}"]`)).toBeAttached();
  await reach(wanted);
  const { keyboard } = wanted.page();
  await keyboard.press('Home');
  for (let moved = 0; moved < 200 && (await wanted.inputValue()) !== value; moved++) {
    await keyboard.press('ArrowDown');
  }
  await expect(wanted).toHaveValue(value);
}

/** Gives a file to a field for files. */
export async function give(
  wanted: Locator,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const page: Page = wanted.page();
  for (let tries = 0; ; tries++) {
    await reach(wanted);
    const chosen = page.waitForEvent('filechooser', { timeout: 5_000 });
    await page.keyboard.press('Enter');
    try {
      await (await chosen).setFiles(file);
      return;
    } catch (error) {
      if (tries === 2) throw error; // a browser opens no chooser while another is closing
    }
  }
}
