import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from '../lib/act';
import { ask } from '../lib/api';
import { language } from '../lib/say.svelte';
import Draft from '../parts/Draft.svelte';

vi.mock('../lib/act');
vi.mock(import('../lib/api'), async (original) => ({ ...(await original()), ask: vi.fn() as never }));

const codes = { nodes: [{ code: 'MA-06', name: 'Casablanca-Settat' }] };
const row = (id: string, more: object) => ({
  id,
  position: 1,
  state: 'DRAFT',
  reference: id,
  version: 1,
  checks: [],
  ...more,
});
const job = row('J-1', {
  kind: 'JOB',
  job: {
    employer: { slug: 'atelier', nameText: { value: 'Atelier', language: 'FRENCH' } },
    region: { code: 'MA-06', name: 'Casablanca-Settat' },
    contractKind: 'CDI',
    startedOn: '2026-01-05',
  },
});
const launch = row('P-1', { kind: 'PROGRESS', progress: { stage: 'LAUNCHED', reachedOn: '2026-02-01' } });

const rows = { totalCount: 2, pageInfo: {}, nodes: [job, launch] };
const found = {
  id: 'D1',
  state: 'DRAFT',
  version: 1,
  evidence: [],
  partner: { slug: 'atelier', nameText: { value: 'Atelier', language: 'FRENCH' } },
  convention: { slug: 'c', reference: 'C-1' },
  rows,
};

const section = (id: string) =>
  document.querySelector<HTMLElement>(`section[aria-labelledby=${id}]`) ?? document.body;
/** The field of that label in the form that is shown. */
const filled = (id: string) => waitFor(() => expect(section(id).querySelector('form')).toBeTruthy());
const field = (label: string, id: string) =>
  within(section(id))
    .getAllByLabelText<HTMLInputElement>(label)
    .find((one) => !one.closest('[hidden]')) as HTMLInputElement;
const type = (label: string, id: string, value: string) =>
  fireEvent.input(field(label, id), { target: { value } });
const choose = (label: string, id: string, value: string) =>
  fireEvent.change(field(label, id), { target: { value } });
/** Presses what begins with a text and is shown. */
function press(text: string, id: string) {
  const all = [...section(id).querySelectorAll('button')];
  const found = all.find((one) => one.textContent?.trim().startsWith(text) && !one.closest('[hidden]'));
  return fireEvent.click(found ?? document.body);
}
const changes = (reference: string) => {
  const line = [...section('rows').querySelectorAll('tbody tr')].find((one) =>
    one.textContent?.includes(reference),
  );
  return fireEvent.click(line?.querySelector('button') ?? document.body);
};

beforeEach(async () => {
  language.set('en');
  vi.mocked(ask).mockResolvedValue({
    regions: codes,
    sectors: codes,
    occupationGroups: codes,
    partner: null,
  } as never);
  vi.mocked(act).mockResolvedValue({
    saveJob: { row: job },
    saveProgress: { row: { reference: 'P-1' } },
    saveProjectHolder: { row: { reference: 'P-2' } },
  } as never);
  render(Draft, {
    found: found as never,
    read: () => Promise.resolve(),
    reload: () => Promise.resolve(),
    overtaken: () => Promise.resolve(),
  });
  await filled('job');
});

describe('what is typed into one form of a draft', () => {
  it('stays while a row of another kind is changed and saved', async () => {
    await type('Your reference', 'job', 'half');
    await changes('P-1');
    expect(section('holders').querySelector('h2')?.textContent).toContain('P-1');
    await type('Day of the stage', 'holders', '2026-02-02');
    await press('Save this stage', 'holders');
    await waitFor(() => expect(section('holders').querySelector('h2')?.textContent).toBe('Declare a stage'));
    expect(field('Your reference', 'job').value).toBe('half');
  });

  it('stays in the form of a changed row while another form is sent', async () => {
    await changes('P-1');
    await type('Day of the stage', 'holders', '2026-02-02');
    await type('Your reference', 'job', 'J-2');
    await choose('Region of the workplace', 'job', 'MA-06');
    await choose('Contract kind', 'job', 'CDI');
    await type('Start', 'job', '2026-01-05');
    await press('Save this job', 'job');
    await waitFor(() => expect(field('Your reference', 'job').value).toBe(''));
    expect(field('Day of the stage', 'holders').value).toBe('2026-02-02');
  });

  it('stays in the form of a new row while one of its kind is changed', async () => {
    await type('Your reference', 'job', 'half');
    await changes('J-1');
    await waitFor(() => field('Occupation', 'job'));
    await type('Occupation', 'job', 'Couturière');
    await press('Add a job', 'job');
    expect(field('Your reference', 'job').value).toBe('half');
    await changes('J-1');
    expect(field('Occupation', 'job').value).toBe('Couturière');
  });

  it('stays while one is at the other form of project holders', async () => {
    await press('Add a project holder', 'holders');
    await filled('holders');
    await type('Full name', 'holders', 'Hajar');
    await press('Declare a stage', 'holders');
    await press('Add a project holder', 'holders');
    expect(field('Full name', 'holders').value).toBe('Hajar');
  });
});
