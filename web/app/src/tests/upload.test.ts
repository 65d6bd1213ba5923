import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { Refusal } from '../lib/api';
import { faultsOf } from '../lib/faults';
import { language } from '../lib/say.svelte';
import { upload } from '../lib/upload';
import UploadSheet from '../parts/UploadSheet.svelte';

vi.mock('../lib/upload');

const faults = [{ row: 2, column: 'Start', cell: 'D2', reason: 'day_missing', message: 'Write a day.' }];
const found = { rows: 3, taken: 0, changed: 0, known: 0, faulty: 1, open: 0, faults };

beforeEach(() => {
  language.set('en');
  vi.mocked(upload).mockReset();
});

const props = { declaration: 'D', version: 1, partner: 'atelier', filled: true };
const others = () => screen.findByRole('button', { name: /^Take 2/ });
/** Chooses a file. */
function chooses(name: string) {
  const field = screen.getByLabelText<HTMLInputElement>(/^File/);
  Object.defineProperty(field, 'files', {
    value: [new File(['x'], name)],
    writable: true,
    configurable: true,
  });
  return fireEvent.change(field);
}
const checks = () =>
  fireEvent.click(screen.getByRole('button', { name: 'Check the file and take its rows' }));

it('a draft that was changed meanwhile is shown, and then the others of a faulty file are taken', async () => {
  vi.mocked(upload)
    .mockResolvedValueOnce(found)
    .mockRejectedValueOnce(new Refusal('CONFLICT', 'version', { reason: 'draft_changed' }))
    .mockResolvedValueOnce({ ...found, taken: 2 });
  const { rerender }: { rerender: (props: object) => Promise<void> } = render(UploadSheet, {
    ...props,
    taken: (): Promise<void> => rerender({ version: 2 }),
  });
  await chooses('rows.csv');
  await checks();
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

it('what was found in a file is no more once another is chosen', async () => {
  vi.mocked(upload).mockResolvedValueOnce({ ...found, faults: [{ ...faults[0], row: 1234 }] as never });
  render(UploadSheet, { ...props, taken: () => Promise.resolve() });
  await chooses('A.xlsx');
  await checks();
  await others();
  expect(screen.getByRole('region').textContent).toMatch(/1.cell to correct; 2.rows are ready[^]*Row 1234,/);
  await chooses('B.xlsx');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull());
});

it('a file that was saved anew since it was chosen is to be chosen again', async () => {
  const { upload: sends } = await vi.importActual<typeof import('../lib/upload')>('../lib/upload');
  const file = { size: 1, arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) };
  const refused = await sends('/rows', file as never, 'k', () => undefined).catch((error: unknown) => error);
  expect(faultsOf(refused)).toEqual([
    { field: 'file', text: 'The file has changed since it was chosen: choose it again.' },
  ]);
});
