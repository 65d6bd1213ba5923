import type { ClaimPartsFragment, ClaimStance, ClaimSubject } from '../gql/graphql';
import { groupedBy } from './grouped';

/** One version of a fact, with every source that states it so. */
export interface Version {
  stance: ClaimStance;
  statement: ClaimPartsFragment['statementText'];
  claims: ClaimPartsFragment[];
}

export interface Topic {
  subject: ClaimSubject;
  versions: Version[];
}

/** What is compared on the first screen, in this order; remarks are said, not counted. */
export const compared: ClaimSubject[] = [
  'DATE',
  'CONVENTIONS',
  'PARTNERS',
  'JOBS',
  'PROJECT_HOLDERS',
  'DUE_DATE',
  'REGIONS',
  'SECTORS',
];

const stances: ClaimStance[] = ['AGREES', 'DIFFERS', 'NO_READING', 'NOT_READ'];

/** Claims on a subject that state the same have the same words: one version, the register's reading first. */
export function versionsOf(claims: ClaimPartsFragment[]): Version[] {
  const versions = groupedBy(claims, (c) => `${c.stance} ${c.statementText.original}`).map(
    (alike): Version => ({ stance: alike[0].stance, statement: alike[0].statementText, claims: alike }),
  );
  return versions.sort(
    (a, b) => stances.indexOf(a.stance) - stances.indexOf(b.stance) || b.claims.length - a.claims.length,
  );
}

export function topicsOf(claims: ClaimPartsFragment[], subjects: ClaimSubject[] = compared): Topic[] {
  return subjects
    .map((subject) => ({ subject, versions: versionsOf(claims.filter((c) => c.subject === subject)) }))
    .filter((topic) => topic.versions.length > 0);
}

/** What the register itself reads as "not published": the due date, where no commitment has one. */
export const unpublishedOf = (commitments: { target: { dueOn?: string | null } }[]): ClaimSubject[] =>
  commitments.every(({ target }) => !target.dueOn) ? ['DUE_DATE'] : [];
