import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '../lib/act';
import { Refusal } from '../lib/api';
import { heldRows } from '../lib/held';
import { previewed } from '../lib/previews';
import type { Column, DraftRow, Table } from '../lib/revised';
import { lead } from '../lib/router.svelte';
import { language } from '../lib/say.svelte';
import DraftRows from '../parts/DraftRows.svelte';
import FindRows from '../parts/FindRows.svelte';
import PreviewPage from '../parts/PreviewPage.svelte';
import RowForm from '../parts/RowForm.svelte';
import Narrowed from './Narrowed.svelte';

vi.mock('../lib/act');
vi.mock(import('../lib/held'), async (original) => ({ ...(await original()), heldRows: vi.fn() }));
vi.mock(import('../lib/router.svelte'), async (original) => ({ ...(await original()), lead: vi.fn() }));
vi.mock(import('../lib/previews'), async (original) => ({ ...(await original()), previewed: vi.fn() }));

const column = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  kind: 'TEXT',
  values: [],
  reference: null,
  rule: null,
  default: null,
  isRequired: false,
  isOfRequiredGroup: false,
  isList: false,
  isKey: false,
  ...more,
});
const table = (name: string, columns: Column[] = [], more: Partial<Table> = {}): Table => ({
  name,
  namedBy: 'slug',
  above: [],
  isCited: false,
  isWithdrawn: true,
  isAppendOnly: false,
  columns,
  ...more,
});
const row = (id: string, name: string, values: object): DraftRow => ({
  id,
  table: name,
  values,
  position: 1,
  operation: 'WRITE',
  subjectId: null,
  ofId: null,
  version: 1,
  above: null,
});
const held = (slug: string, name = 'partners') => ({
  id: slug,
  table: name,
  values: { slug, name: { en: `The name of ${slug}` } },
  above: null,
});
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  language.set('en');
  vi.mocked(act).mockReset();
  vi.mocked(heldRows).mockReset().mockResolvedValue([]);
  vi.mocked(lead).mockReset();
});

describe('the citations of a row', () => {
  const amendments = table('amendments', [column('reference')], { isCited: true });
  const citations = table('citations', [column('source', { isRequired: true }), column('place')]);
  const saved = vi.fn(() => Promise.resolve());
  const begin = (cite?: object[]) =>
    render(RowForm, {
      revision: 'R',
      rows: [],
      editable: [amendments, citations],
      table: amendments,
      row: cite && row('1', 'amendments', { reference: 'A', cite }),
      saved,
    });
  const sources = () => screen.getAllByLabelText<HTMLInputElement>('Source').map(({ value }) => value);
  const sends = () => press('Save');
  const sent = () =>
    vi.mocked(act).mock.calls.map(([, { input }]: any) => input.values.cite.map((c: any) => c.source));

  it('can be taken away but for one, and the form is then sent without', async () => {
    vi.mocked(act).mockResolvedValue({ saveRevisionRow: { row: { id: '1' } } } as never);
    begin();
    expect(screen.queryByRole('button', { name: /^Take this citation out/ })).toBeNull();
    await fireEvent.input(screen.getByLabelText('Source'), { target: { value: 'one' } });
    await press('Add a citation');
    await fireEvent.input(screen.getAllByLabelText('Source')[1] as HTMLElement, { target: { value: '' } });
    await press('Take this citation out 2');
    expect(document.activeElement?.textContent).toBe('Add a citation');
    expect(screen.queryByRole('button', { name: /^Take this citation out/ })).toBeNull();
    await sends();
    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(sent()).toEqual([['one']]);
  });

  it('keep what was typed into those that stay, where the focus goes, and where faults are told', async () => {
    vi.mocked(act).mockRejectedValue(
      new Refusal('BAD_USER_INPUT', 'cite.1.place', { reason: 'value_malformed' }),
    );
    begin([{ source: 'one' }, { source: 'two' }, { source: 'three' }]);
    await fireEvent.input(screen.getAllByLabelText('Source')[2] as HTMLElement, {
      target: { value: 'last' },
    });
    await press('Take this citation out 2');
    expect(sources()).toEqual(['one', 'last']);
    const second = screen.getByRole('group', { name: 'Citation 2' });
    expect(document.activeElement).toBe(second);
    await sends();
    await waitFor(() => expect(within(second).getByText('The form does not fit.')).toBeTruthy());
    expect(sent()).toEqual([['one', 'last']]);
  });
});

describe('a row of a draft', () => {
  it('is taken out only once one has said yes', async () => {
    const removed = vi.fn(() => Promise.resolve());
    const rows = [row('1', 'amendments', { reference: 'AV-1' })];
    render(DraftRows, { draft: { id: 'R', rows }, editable: [], open: true, removed });
    await press(/^Take out of the draft/);
    expect(act).not.toHaveBeenCalled();
    await press('Yes, take the row out');
    await waitFor(() => expect(removed).toHaveBeenCalledOnce());
    expect(act).toHaveBeenCalledOnce();
  });
});

describe('rows that are looked for', () => {
  it('are those of the last look, whichever answers first', async () => {
    const answers: Record<string, (rows: ReturnType<typeof held>[]) => void> = {};
    vi.mocked(heldRows).mockImplementation(
      ({ table: name }) => new Promise((resolve) => (answers[name] = resolve as never)),
    );
    const tables = ['partners', 'sources'];
    render(FindRows, { editable: tables.map((name) => table(name)), tables, hrefOf: () => '/' });
    await fireEvent.change(screen.getByLabelText('Table'), { target: { value: 'sources' } });
    answers['sources']?.([held('late', 'sources')]);
    answers['partners']?.([held('early')]);
    await waitFor(() => expect(screen.getByRole('link').textContent).toBe('The name of late'));
    expect(screen.queryByText('The name of early')).toBeNull();

    await fireEvent.change(screen.getByLabelText('Table'), { target: { value: 'partners' } });
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('keep their names once they are chosen, when other words are looked for', async () => {
    const parties = table('parties', [
      column('partner', { kind: 'REFERENCE', reference: 'partners', isRequired: true }),
    ]);
    vi.mocked(heldRows).mockImplementation(({ text }) =>
      Promise.resolve(text ? [held('other')] : Array.from({ length: 50 }, (_, i) => held(`p-${i}`))),
    );
    const saved = () => Promise.resolve();
    render(RowForm, { revision: 'R', rows: [], editable: [parties], table: parties, saved });
    await fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'p-7' } });
    const search = screen.getByRole('searchbox');
    await fireEvent.input(search, { target: { value: 'other' } });
    await fireEvent.change(search);
    await screen.findByRole('option', { name: 'The name of other' });
    expect((screen.getByRole('option', { name: 'The name of p-7' }) as HTMLOptionElement).value).toBe('p-7');
  });

  it('stand once, be one of the draft called like one of the register', async () => {
    const parties = table('parties', [
      column('partner', { kind: 'REFERENCE', reference: 'partners', isRequired: true }),
    ]);
    vi.mocked(heldRows).mockResolvedValue([held('atelier')] as never);
    const rows = [row('r', 'partners', { slug: 'atelier', name: { fr: 'Nouveau' } })];
    const saved = () => Promise.resolve();
    render(RowForm, { revision: 'R', rows, editable: [parties], table: parties, saved });
    await waitFor(() => expect(heldRows).toHaveBeenCalled());
    const found = await screen.findAllByRole<HTMLOptionElement>('option', { name: /Nouveau|atelier/ });
    expect(found.map(({ value, text }) => [value, /Nouveau/.test(text)])).toEqual([['atelier', true]]);
  });
});

describe('a page of a draft', () => {
  beforeEach(async () => {
    vi.mocked(previewed).mockResolvedValue({ page: Narrowed as never, data: {}, view: undefined });
    render(PreviewPage, { id: 'R', path: '/conventions/c' });
    await screen.findByText('Openings');
  });

  it('stays a preview where a form narrows its list', async () => {
    const form = screen.getByRole('button').closest('form') as HTMLFormElement;
    expect(await fireEvent.submit(form)).toBe(false);
    expect(lead).toHaveBeenCalledWith(
      '/en/administration/revisions/R?preview=%2Fconventions%2Fc%3Fregion%3DMA-06#jobs',
    );
  });

  it('leads to the place on another that a link names, and to what isn’t previewed as ever', async () => {
    await fireEvent.click(screen.getByText('Openings'));
    expect(lead).toHaveBeenCalledWith('/en/administration/revisions/R?preview=%2Fpartners%2Fp#openings');
    await fireEvent.click(screen.getByText('Region'));
    expect(lead).toHaveBeenCalledOnce();
  });
});
