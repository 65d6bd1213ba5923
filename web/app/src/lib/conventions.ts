import type { PartyConventionsFragment } from '../gql/graphql';
import { conventionNamed } from '../lang/nouns';
import { eachOnce, type Option } from './options';
import { date, say } from './say.svelte';

interface Convention {
  slug: string;
  reference: string;
  signedOn?: string | null;
}

/** What a convention is called among others: with its day, as other signings have the same references. */
export const conventionOf = ({ reference, signedOn }: Convention): string =>
  say(conventionNamed)(reference) + (signedOn ? ` · ${date(signedOn)}` : '');

export const conventionOption = (one: Convention): Option => ({ value: one.slug, label: conventionOf(one) });

/**
 * The conventions that a partner is a party of, by itself and by the federations and groups that it belongs to; and those that
 * were chosen, whatever it is a party of by now.
 */
export function partyConventions(
  partner: PartyConventionsFragment | null | undefined,
  ...chosen: (Convention | null | undefined)[]
): { options: Option[]; isWhole: boolean } {
  if (!partner) return { options: [], isWhole: true };
  const { federations, groups } = partner;
  const lists = [partner, ...federations.nodes, ...groups.nodes].map((one) => one.conventions);
  const found = lists.flatMap(({ nodes }) => nodes);
  return {
    options: eachOnce([...found, ...chosen.filter((one) => one != null)].map(conventionOption)),
    isWhole: ![federations, groups, ...lists].some(({ pageInfo }) => pageInfo.hasNextPage),
  };
}
