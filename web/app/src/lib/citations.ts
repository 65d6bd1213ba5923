import { groupedBy } from './grouped';

interface Saying {
  place?: string | null;
  statementText: { original: string };
  quote?: { text: string } | null;
}

/** Citations that state the same in the same words and place, together. */
export const alike = <Citation extends Saying>(citations: Citation[]): [Citation, ...Citation[]][] =>
  groupedBy(citations, (c) => [c.place, c.statementText.original, c.quote?.text].join('|'));
