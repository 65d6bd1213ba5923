import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { Refusal } from '../lib/api';
import { language } from '../lib/say.svelte';
import { upload } from '../lib/upload';
import UploadSheet from '../parts/UploadSheet.svelte';

vi.mock('../lib/upload');

const faults = [{ row: 2, column: 'Start', cell: 'D2', reason: 'day_missing', message: 'Write a day.' }];
const found = { rows: 3, taken: 0, changed: 0, known: 0, faulty: 1, open: 0, faults };

beforeEach(() => language.set('en'));

it('a draft that was changed meanwhile is shown, and then the others of a faulty file are taken', async () => {
  vi.mocked(upload)
    .mockResolvedValueOnce(found)
    .mockRejectedValueOnce(new Refusal('CONFLICT', 'version', { reason: 'draft_changed' }))
    .mockResolvedValueOnce({ ...found, taken: 2 });
  const props = { declaration: 'D', version: 1, partner: 'atelier', filled: true };
  const { rerender }: { rerender: (props: object) => Promise<void> } = render(UploadSheet, {
    ...props,
    taken: (): Promise<void> => rerender({ version: 2 }),
  });
  const file = screen.getByLabelText<HTMLInputElement>(/^File/);
  Object.defineProperty(file, 'files', { value: [new File(['x'], 'rows.csv')], writable: true });
  await fireEvent.change(file);
  await fireEvent.click(screen.getByRole('button', { name: 'Check the file and take its rows' }));
  const others = () => screen.findByRole('button', { name: /^Take 2/ });
  await fireEvent.click(await others());
  await screen.findByText(/^The draft has changed meanwhile/);
  await fireEvent.click(await others());
  await waitFor(() => expect(vi.mocked(upload)).toHaveBeenCalledTimes(3));
  expect(vi.mocked(upload).mock.calls.map(([path]) => /version=(\d)/.exec(path)?.[1])).toEqual([
    '1',
    '1',
    '2',
  ]);
});
