import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { language } from '../lib/say.svelte';
import Code from '../parts/Code.svelte';

const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  language.set('fr');
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});
afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

test('a text is copied', async () => {
  writeText.mockResolvedValueOnce();
  render(Code, { text: ' a program ', title: 'curl' });
  screen.getByRole('button').click();
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copié'));
  expect(writeText).toHaveBeenCalledWith('a program\n');
});

test('a text that the browser refuses to copy is selected, and that is said', async () => {
  writeText.mockRejectedValueOnce(new DOMException('refused', 'NotAllowedError'));
  render(Code, { text: 'a program', title: 'curl' });
  screen.getByRole('button').click();
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Sélectionné, à copier'));
  expect(String(getSelection())).toBe('a program');
});

test('a program is English, and its name is the page’s', () => {
  render(Code, { text: 'a program', title: '1. Installer' });
  const region = screen.getByRole('region', { name: '1. Installer' });
  expect(region.closest('[lang]')).toBe(null);
  expect(region.querySelector('code')?.lang).toBe('en');
});
