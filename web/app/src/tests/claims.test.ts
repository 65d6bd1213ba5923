import { describe, expect, it } from 'vitest';
import type { ClaimPartsFragment, ClaimStance, ClaimSubject } from '../gql/graphql';
import { topicsOf, versionsOf } from '../lib/claims';

let made = 0;
function claim(
  subject: ClaimSubject,
  stance: ClaimStance,
  words: string,
  source: string,
): ClaimPartsFragment {
  made += 1;
  return {
    id: String(made),
    subject,
    stance,
    statementText: {
      value: words,
      language: 'FR',
      translated: false,
      original: words,
      originalLanguage: 'FR',
    },
    source: { slug: source, title: source, language: 'FR', publisherText: null },
  };
}

const said = [
  claim('CONVENTIONS', 'NOT_READ', 'non lu', 'e'),
  claim('CONVENTIONS', 'DIFFERS', '9', 'd'),
  claim('CONVENTIONS', 'AGREES', '8', 'a'),
  claim('CONVENTIONS', 'AGREES', '8', 'b'),
  claim('DATE', 'AGREES', 'un mercredi', 'a'),
  claim('REMARKS', 'NO_READING', 'un point de départ', 'a'),
];

describe('who says what', () => {
  it("puts the register's reading first, then what differs, then what was not read", () => {
    const [conventions] = topicsOf(said, ['CONVENTIONS']);
    expect(conventions?.versions.map((v) => v.stance)).toEqual(['AGREES', 'DIFFERS', 'NOT_READ']);
  });

  it('brings the sources of the same statement together', () => {
    const [first] = versionsOf(said.filter((c) => c.subject === 'CONVENTIONS'));
    expect(first?.statement.value).toBe('8');
    expect(first?.claims.map((c) => c.source.slug)).toEqual(['a', 'b']);
  });

  it('keeps the same words apart where one agrees and one differs', () => {
    const both = [claim('JOBS', 'AGREES', '6 000', 'a'), claim('JOBS', 'DIFFERS', '6 000', 'b')];
    expect(versionsOf(both)).toHaveLength(2);
  });

  it('loses no claim', () => {
    const shown = topicsOf(said, ['DATE', 'CONVENTIONS', 'REMARKS']).flatMap((t) =>
      t.versions.flatMap((v) => v.claims),
    );
    expect(shown.map((c) => c.id).sort()).toEqual(said.map((c) => c.id).sort());
  });

  it('compares subjects in its own order, and leaves out remarks and what nobody speaks of', () => {
    expect(topicsOf(said).map((t) => t.subject)).toEqual(['DATE', 'CONVENTIONS']);
  });
});
