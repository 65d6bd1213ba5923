import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { language } from '../lib/say.svelte';
import DeclaredRows from '../parts/DeclaredRows.svelte';

const row = (id: string, more: object) =>
  ({ id, position: 1, state: 'DRAFT', reference: id, version: 1, checks: [], ...more }) as never;
const launch = (more: object) =>
  row('P-1', { kind: 'PROGRESS', progress: { stage: 'LAUNCHED', reachedOn: '2026-03-01', ...more } });

beforeEach(() => language.set('en'));

describe('the rows of a declaration', () => {
  it('say of a person what was written, even the same twice', () => {
    const holder = row('P-1', {
      kind: 'PROGRESS',
      progress: { stage: 'WELCOMED', reachedOn: '2026-01-05' },
      details: { fullName: null, telephone: 'none', email: 'none', project: 'none' },
    });
    render(DeclaredRows, { rows: [holder], persons: true });
    expect(screen.getAllByText('none')).toHaveLength(3);
  });

  it('say until when, and name the table, of jobs alone', () => {
    const job = {
      region: { name: 'Fès' },
      contractKind: 'CDI',
      startedOn: '2026-01-05',
      endedOn: '2026-02-06',
    };
    render(DeclaredRows, { rows: [row('J-1', { kind: 'JOB', job })] });
    expect(screen.getByRole('table', { name: 'Jobs' }).textContent).toMatch(/until 6.February.2026/);
  });

  it('say in the marks of each language which stages were verified before', () => {
    const verified = [
      { stage: 'WELCOMED', reachedOn: '2026-01-05' },
      { stage: 'TRAINED', reachedOn: '2026-02-06' },
      { stage: 'LAUNCHED', reachedOn: '2026-03-01' },
    ];
    language.set('fr');
    render(DeclaredRows, { rows: [launch({ verified })] });
    expect(screen.getByText(/étapes vérifiées/).textContent).toMatch(
      /^étapes vérifiées\u202f: accueilli \(.*\) et formé \(.*\)$/,
    );
  });
});
