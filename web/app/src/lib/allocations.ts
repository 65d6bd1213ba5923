import { target as more } from '../lang/target';
import type { FigureStatus } from '../gql/graphql';
import { groupedBy } from './grouped';
import type { Words } from './language';

interface Figure {
  value?: number | null;
  status: FigureStatus;
}

interface Part {
  figure: Figure;
  region?: unknown;
  year?: unknown;
  sector?: unknown;
  partner?: unknown;
}

const dimensions = {
  region: more.byRegion,
  year: more.byYear,
  sector: more.bySector,
  partner: more.byPartner,
};
const names = Object.keys(dimensions) as (keyof typeof dimensions)[];

/** What is left of a target when its parts are taken off; not known where one of them isn't. */
export function restOf(target: Figure, parts: Part[]): Figure {
  const sum = parts.reduce<number | null>(
    (all, { figure }) => (all === null || figure.status !== 'KNOWN' ? null : all + (figure.value ?? 0)),
    0,
  );
  const rest = target.status === 'KNOWN' && target.value != null && sum !== null ? target.value - sum : null;
  return rest === null || rest < 0 ? { status: 'UNKNOWN' } : { value: rest, status: 'KNOWN' };
}

/** Parts of one target by what they are parts by; those by region are never added to those by year. */
export const ways = <P extends Part>(parts: P[]): { by: Words; parts: P[] }[] =>
  groupedBy(parts, (part) => names.filter((name) => part[name] != null).join()).map((group) => {
    const named = names.filter((name) => group[0][name] != null);
    return { by: named.length === 1 && named[0] ? dimensions[named[0]] : more.byMany, parts: group };
  });
